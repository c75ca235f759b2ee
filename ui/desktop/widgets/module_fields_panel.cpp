// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/module_fields_panel.h"

#include "core/text/text.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace guidepost::desktop {
namespace {

using programme::FormField;

/// What stands in the list after "Unknown", in order, and what it is kept as.
std::vector<FormField::Choice> choices_of(const FormField& field)
{
    if (field.kind == FormField::Kind::yes_no)
        return {{"yes", to_utf8(_("Yes"))}, {"no", to_utf8(_("No"))}};
    return field.choices;
}

} // namespace

ModuleFieldsPanel::ModuleFieldsPanel(wxWindow* parent, For what, const char* style)
    : wxPanel{parent}, what_{what}
{
    platform::add_style(*this, style);
    platform::set_accessible_name(*this, _("What programmes ask"));
    SetSizer(new wxBoxSizer{wxVERTICAL});
    Hide();
}

void ModuleFieldsPanel::show(const std::vector<programme::ModuleFields>& modules)
{
    given_ = answers();
    Freeze();
    GetSizer()->Clear(true);
    fields_.clear();
    texts_.clear();
    for (const auto& module : modules)
        add(module, *GetSizer());
    Show(!texts_.empty());
    set_answers(given_);
    InvalidateBestSize();
    Layout();
    Thaw();
}

void ModuleFieldsPanel::add(const programme::ModuleFields& module, wxSizer& all)
{
    std::vector<const FormField*> asked;
    for (const auto& field : module.fields)
        if (what_ == For::a_case ? is_asked_in_case(field) : is_asked_in_consultation(field))
            asked.push_back(&field);
    const bool is_silent = !module.problem.empty() && what_ == For::a_case;
    if (asked.empty() && !is_silent)
        return;
    const auto text = [&](const wxString& words, const char* style) {
        auto* const flow = new FlowText{this, style};
        flow->set_text(words);
        texts_.push_back(flow);
        all.Add(flow, wxSizerFlags{}.Expand());
        return flow;
    };
    auto* const heading = text(wxString::Format(_("Asked by %s"), to_wx(module.name)), nullptr);
    heading->SetFont(heading->GetFont().Bold());
    all.AddSpacer(FromDIP(4));
    if (is_silent)
        text(to_wx(module.problem), "gp-quiet");
    for (const auto* const field : asked) {
        text(to_wx(field->label), nullptr);
        if (!field->help.empty())
            text(to_wx(field->help), "gp-quiet");
        all.AddSpacer(FromDIP(3));
        add_field(programme::field_name(module.module, field->key), *field, all);
        all.AddSpacer(FromDIP(10));
    }
}

void ModuleFieldsPanel::add_field(const std::string& name, const FormField& field, wxSizer& all)
{
    const auto changed = [this] {
        if (on_changed)
            on_changed();
    };
    wxWindow* control = nullptr;
    if (field.kind == FormField::Kind::number) {
        auto* const number = new wxTextCtrl{this, wxID_ANY};
        number->SetHint(_("Unknown"));
        UndoField::give_to(*number);
        number->Bind(wxEVT_TEXT, [changed](wxCommandEvent& event) {
            event.Skip();
            changed();
        });
        control = number;
    } else {
        auto* const choice = new wxChoice{this, wxID_ANY};
        choice->Append(_("Unknown"));
        for (const auto& one : choices_of(field))
            choice->Append(to_wx(one.label));
        choice->SetSelection(0);
        choice->Bind(wxEVT_CHOICE, [changed](wxCommandEvent&) { changed(); });
        control = choice;
    }
    platform::set_accessible_name(*control, to_wx(field.label), to_wx(field.help));
    all.Add(control, wxSizerFlags{});
    fields_.push_back({name, field, control});
}

std::string ModuleFieldsPanel::answer_of(const Field& field) const
{
    if (field.asked.kind == FormField::Kind::number)
        return std::string{trimmed(to_utf8(static_cast<wxTextCtrl*>(field.control)->GetValue()))};
    const int at = static_cast<wxChoice*>(field.control)->GetSelection();
    return at < 1 ? std::string{} : choices_of(field.asked).at(static_cast<std::size_t>(at - 1)).value;
}

void ModuleFieldsPanel::put_answer(const Field& field, const std::string& answer)
{
    if (field.asked.kind == FormField::Kind::number) {
        static_cast<wxTextCtrl*>(field.control)->ChangeValue(to_wx(answer));
        return;
    }
    int row = 0;
    const auto choices = choices_of(field.asked);
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].value == answer)
            row = static_cast<int>(i) + 1;
    static_cast<wxChoice*>(field.control)->SetSelection(row);
}

void ModuleFieldsPanel::set_answers(const std::map<std::string, std::string>& answers)
{
    given_ = answers;
    for (const auto& field : fields_) {
        const auto found = given_.find(field.name);
        put_answer(field, found == given_.end() ? std::string{} : found->second);
    }
}

std::map<std::string, std::string> ModuleFieldsPanel::answers() const
{
    auto all = given_;
    for (const auto& field : fields_) {
        auto answer = answer_of(field);
        if (answer.empty())
            all.erase(field.name);
        else
            all[field.name] = std::move(answer);
    }
    return all;
}

std::string ModuleFieldsPanel::first_problem() const
{
    for (const auto& field : fields_) {
        const auto answer = answer_of(field);
        if (answer.empty())
            continue;
        if (auto problem = programme::wrong_answer(field.asked, answer); !problem.empty()) {
            field.control->SetFocus();
            return problem;
        }
    }
    return {};
}

void ModuleFieldsPanel::fit_to(int width)
{
    for (auto* const text : texts_)
        text->fit_to(width);
    InvalidateBestSize();
    Layout();
}

} // namespace guidepost::desktop
