// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/programmes/blank_row.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int blank_above = 10, beside_answer = 6;
constexpr std::size_t most_buttons = 6;

} // namespace

BlankRow::BlankRow(wxWindow* parent, Events events) : wxPanel{parent}, events_{std::move(events)}
{
    platform::add_style(*this, "gp-notice");
    platform::set_accessible_name(*this, _("What to answer next"));
    auto* const all = new wxBoxSizer{wxVERTICAL};
    const auto place = wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(page_margin));
    all->AddSpacer(FromDIP(blank_above));
    title_ = new FlowText{this};
    title_->SetFont(title_->GetFont().Bold());
    all->Add(title_, place);
    why_ = new FlowText{this, "gp-quiet"};
    all->Add(why_, place);
    all->AddSpacer(FromDIP(beside_answer));
    answers_ = new FlowPanel{this, "gp-notice"};
    all->Add(answers_, place);
    all->AddSpacer(FromDIP(blank_above));
    SetSizer(all);
    Hide();
}

wxButton* BlankRow::add_button(wxWindow* parent, const wxString& words, const wxString& name,
                               const char* style, std::function<void()> on_press)
{
    auto* const button = new wxButton{
        parent, wxID_ANY, wxControl::EscapeMnemonics(words), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*button, style);
    platform::set_accessible_name(*button, name);
    // Pressing replaces the buttons: its event ends first.
    button->Bind(wxEVT_BUTTON, [this, press = std::move(on_press)](wxCommandEvent&) { CallAfter(press); });
    return button;
}

void BlankRow::make_answers(const BlankQuestion& question)
{
    for (const auto& answer : question.answers) {
        const auto label = to_wx(answer.label);
        auto* const button =
            add_button(answers_, label, to_wx(question.text) + ": " + label, "gp-choice",
                       [this, key = question.key, value = answer.value] { events_.answer(key, value); });
        if (!first_)
            first_ = button;
    }
}

void BlankRow::make_number(const BlankQuestion& question)
{
    auto* const field = new wxTextCtrl{
        answers_, wxID_ANY, "", wxDefaultPosition, wxSize{12 * GetCharWidth(), -1}, wxTE_PROCESS_ENTER};
    platform::add_style(*field, "gp-field");
    platform::set_accessible_name(*field, to_wx(question.text));
    field->SetHint(wxString::Format(_("%g to %g"), question.least, question.most));
    UndoField::give_to(*field);
    const auto answer = [this, field, key = question.key] {
        if (!field->GetValue().Strip(wxString::both).empty())
            events_.answer(key, to_utf8(field->GetValue()));
    };
    field->Bind(wxEVT_TEXT_ENTER, [this, answer](wxCommandEvent&) { CallAfter(answer); });
    add_button(answers_, _("Answer"), _("Answer"), "gp-act", answer);
    first_ = field;
}

void BlankRow::make_choice(const BlankQuestion& question)
{
    wxArrayString labels;
    for (const auto& answer : question.answers)
        labels.Add(to_wx(answer.label));
    auto* const choice = new wxChoice{answers_, wxID_ANY, wxDefaultPosition, wxDefaultSize, labels};
    platform::set_accessible_name(*choice, to_wx(question.text));
    add_button(answers_, _("Answer"), _("Answer"), "gp-act",
               [this, choice, key = question.key, answers = question.answers] {
                   if (const int at = choice->GetSelection(); at != wxNOT_FOUND)
                       events_.answer(key, answers[static_cast<std::size_t>(at)].value);
               });
    first_ = choice;
}

void BlankRow::show(const std::optional<BlankQuestion>& question, const wxString& told)
{
    const auto* const focus = FindFocus();
    const bool has_focus =
        had_focus_ || (focus && focus != this && IsDescendant(const_cast<wxWindow*>(focus)));
    had_focus_ = false;
    Freeze();
    Enable();
    answers_->start_right_group(nullptr);
    answers_->DestroyChildren();
    first_ = undo_ = nullptr;
    told_ = nullptr;
    is_asking_ = question.has_value();
    title_->Show(is_asking_);
    if (question) {
        title_->set_text(wxString::Format(_("Answer next: %s"), to_wx(question->text)));
        auto why = wxString::Format(_("The answer could change what %s says."), to_wx(question->module_name));
        if (question->further > 0)
            why += " " + wxString::Format(wxPLURAL("After it %lu more could.", "After it %lu more could.",
                                                   plural(question->further)),
                                          static_cast<unsigned long>(question->further));
        why_->set_text(why);
        if (question->is_number)
            make_number(*question);
        else if (question->answers.size() > most_buttons)
            make_choice(*question);
        else
            make_answers(*question);
        add_button(answers_, _("Not known now"), _("Not known now: ask for the next"), "gp-link",
                   [this, key = question->key] { events_.pass(key); });
    }
    if (!told.empty()) {
        told_ = new wxStaticText{answers_, wxID_ANY, ""};
        told_->SetLabelText(told);
        platform::add_style(*told_, "gp-quiet");
        undo_ = add_button(answers_, _("Undo"), _("Undo the answer"), "gp-link", [this] { events_.undo(); });
        if (question)
            answers_->start_right_group(told_);
    }
    Show(question || !told.empty());
    Thaw();
    if (auto* const next = first_ ? first_ : undo_; has_focus && next)
        next->SetFocus();
}

void BlankRow::wait()
{
    const auto* const focus = FindFocus();
    // Waited for twice, the first time counts: being disabled takes the focus away.
    had_focus_ = had_focus_ || (focus && focus != this && IsDescendant(const_cast<wxWindow*>(focus)));
    Disable();
}

void BlankRow::flow_to(int width, Room room)
{
    if (!IsShown())
        return;
    const int inner = std::max(width - 2 * FromDIP(page_margin), FromDIP(120));
    why_->Show(is_asking_ && room == Room::enough);
    if (told_)
        told_->Show(!is_asking_ || room == Room::enough);
    title_->fit_to(inner);
    why_->fit_to(inner);
    answers_->flow_to(inner);
    InvalidateBestSize();
    Layout();
}

} // namespace guidepost::desktop
