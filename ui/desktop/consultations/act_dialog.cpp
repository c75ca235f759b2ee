// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/act_dialog.h"

#include "core/text/text.h"
#include "ui/desktop/consultations/guard_question.h"
#include "ui/desktop/consultations/guarded_field.h"
#include "ui/desktop/people/people_words.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/checklst.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>

#include <algorithm>
#include <array>

namespace guidepost::desktop {
namespace {

using consultation::DeclineReason;
using More = ActRow::More;
using Text = ActRow::Text;

constexpr int most_minutes = 600;
constexpr std::size_t due_days_offered = 20;
constexpr std::array reasons{DeclineReason::conflict, DeclineReason::no_time, DeclineReason::not_my_field,
                             DeclineReason::other};

wxString words_of_reason(DeclineReason reason)
{
    switch (reason) {
    case DeclineReason::conflict:
        return _("A conflict: no more need be said");
    case DeclineReason::no_time:
        return _("No time before it is needed");
    case DeclineReason::not_my_field:
        return _("Not my field");
    case DeclineReason::other:
        break;
    }
    return _("Something else: say it below");
}

class ActDialog : public wxDialog {
public:
    ActDialog(wxWindow* parent, Act act, const OpenThread& open, journal::Journal& journal,
              std::shared_ptr<const GuardWords> words);

    ActInput input() const;

private:
    void add_more(wxSizer& to);
    void add_text(wxSizer& to, std::shared_ptr<const GuardWords> words);
    wxChoice* add_choice(wxSizer& to, const wxString& name, const wxArrayString& items, int selection);
    wxStaticText* label(wxSizer& to, const wxString& words);
    bool is_whole() const;
    void judge();
    const std::vector<consultation::PassedOver>& against() const; ///< of an assignment to the one chosen
    /// Asks once about what looks like an identifier.
    void finish();

    const ActRow& row_;
    const OpenThread& open_;
    journal::Journal& journal_;
    std::vector<people::Staff> offered_; ///< those in the list of people
    std::vector<DayChoice> days_;
    std::vector<std::string> events_;
    GuardedField* text_ = nullptr;
    wxStaticText* text_label_ = nullptr;
    wxChoice* colleague_ = nullptr;
    wxChoice* reason_ = nullptr;
    wxChoice* action_ = nullptr;
    wxChoice* done_ = nullptr;
    wxChoice* due_ = nullptr;
    wxTextCtrl* owner_ = nullptr;
    wxSpinCtrl* minutes_ = nullptr;
    wxCheckListBox* list_ = nullptr;
};

ActDialog::ActDialog(wxWindow* parent, Act act, const OpenThread& open, journal::Journal& journal,
                     std::shared_ptr<const GuardWords> words)
    : wxDialog{parent,
               wxID_ANY,
               "",
               wxDefaultPosition,
               wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      row_{row_of(act)},
      open_{open},
      journal_{journal}
{
    wxString title = wxGetTranslation(row_.label);
    title.Replace("...", "");
    SetTitle(title + " - " + to_wx(open.thread.ref.value()));
    platform::mark_as_dialog(*this);
    platform::set_accessible_name(*this, GetTitle());
    auto* const all = new wxBoxSizer{wxVERTICAL};
    auto* const marking = new wxStaticText{this, wxID_ANY, pages::sensitive_marking};
    platform::add_style(*marking, "gp-marking");
    all->Add(marking, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(14)));
    auto* const fields = new wxBoxSizer{wxVERTICAL};
    add_more(*fields);
    if (row_.text != Text::none)
        add_text(*fields, std::move(words));
    all->Add(fields, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(14)));
    all->Add(CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    SetSizer(all);
    auto* const ok = static_cast<wxButton*>(FindWindow(wxID_OK));
    ok->SetLabel(title);
    platform::set_accessible_name(*ok, title);
    platform::add_style(*ok, "gp-primary");
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { finish(); });
    judge();
    all->SetSizeHints(this);
    const auto room = parent->GetClientSize();
    SetSize(std::min(FromDIP(560), room.x), std::min(std::max(GetBestSize().y, FromDIP(240)), room.y));
    CentreOnParent();
    // Ctrl+Enter sends, as everywhere.
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool is_enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (is_enter && event.ControlDown())
            finish();
        else if (event.GetKeyCode() == 'R' && event.ControlDown() && event.ShiftDown() && text_)
            text_->replace_marks();
        else
            event.Skip();
    });
    if (colleague_)
        colleague_->SetFocus();
    else if (text_)
        text_->field().SetFocus();
}

wxStaticText* ActDialog::label(wxSizer& to, const wxString& words)
{
    auto* const text = new wxStaticText{this, wxID_ANY, words};
    to.Add(text, wxSizerFlags{}.Border(wxTOP, FromDIP(10)));
    return text;
}

wxChoice* ActDialog::add_choice(wxSizer& to, const wxString& name, const wxArrayString& items, int selection)
{
    label(to, name);
    auto* const choice = new wxChoice{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, items};
    choice->SetSelection(selection);
    platform::set_accessible_name(*choice, name);
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { judge(); });
    to.Add(choice, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    return choice;
}

void ActDialog::add_more(wxSizer& to)
{
    const auto& thread = open_.thread;
    const auto person_words = [](const people::Staff& person) {
        return to_wx(person.display_name + ": " + about_person(person));
    };
    const auto add_list = [&](const wxString& name, const wxArrayString& items) {
        label(to, name);
        list_ = new wxCheckListBox{this, wxID_ANY, wxDefaultPosition, wxSize{-1, FromDIP(180)}, items};
        platform::set_accessible_name(*list_, name);
        list_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent&) { judge(); });
        to.Add(list_, wxSizerFlags{1}.Expand().Border(wxTOP, FromDIP(4)));
    };
    wxArrayString items;
    switch (row_.more) {
    case More::none:
        break;
    case More::colleague:
    case More::colleague_or_anybody:
        if (const auto found = open_.colleagues.find(row_.act); found != open_.colleagues.end())
            offered_ = found->second;
        if (row_.more == More::colleague_or_anybody)
            items.Add(_("Whoever routing finds"));
        for (const auto& person : offered_)
            items.Add(person_words(person));
        colleague_ =
            add_choice(to, _("To"), items, row_.more == More::colleague_or_anybody ? 0 : wxNOT_FOUND);
        break;
    case More::people:
        for (const auto& person : open_.everybody)
            if (person.login != thread.requester && (people::has_role(person, people::Role::lead) ||
                                                     people::has_role(person, people::Role::specialist)))
                offered_.push_back(person);
        std::stable_sort(offered_.begin(), offered_.end(), [&](const auto& one, const auto& other) {
            const auto is_near = [&](const people::Staff& person) {
                return person.region == thread.region;
            };
            return is_near(one) && !is_near(other);
        });
        for (const auto& person : offered_)
            items.Add(person_words(person));
        add_list(_("Who may see it, a lead among them"), items);
        break;
    case More::owner: {
        label(to, _("Who does it, by role"));
        owner_ = new wxTextCtrl{this, wxID_ANY, _("Officer")};
        platform::set_accessible_name(*owner_, _("Who does it, by role"));
        UndoField::give_to(*owner_);
        owner_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
            event.Skip();
            judge();
        });
        to.Add(owner_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
        days_ = next_days(date_of(open_.reader.now), consultation::WorkingTime{{}, {}}, due_days_offered);
        items.Add(_("No day said"));
        for (const auto& day : days_)
            items.Add(to_wx(day.words));
        due_ = add_choice(to, _("By when"), items, 0);
        break;
    }
    case More::action:
        for (const auto& action : thread.actions)
            items.Add(wxString::Format("%d. ", action.number) + to_wx(shortened(action.text, 80)));
        action_ = add_choice(to, _("Action"), items, thread.actions.size() == 1 ? 0 : wxNOT_FOUND);
        items.Clear();
        items.Add(_("Done"));
        items.Add(_("Not done"));
        done_ = add_choice(to, _("What became of it"), items, wxNOT_FOUND);
        break;
    case More::minutes:
        label(to, _("Minutes you gave to it"));
        minutes_ = new wxSpinCtrl{this, wxID_ANY};
        minutes_->SetRange(1, most_minutes);
        minutes_->SetValue(15);
        platform::set_accessible_name(*minutes_, _("Minutes you gave to it"));
        to.Add(minutes_, wxSizerFlags{}.Border(wxTOP, FromDIP(4)));
        break;
    case More::reason:
        for (const auto reason : reasons)
            items.Add(words_of_reason(reason));
        reason_ = add_choice(to, _("Why"), items, wxNOT_FOUND);
        break;
    case More::entries:
        for (const auto& entry : thread.entries) {
            if (entry.is_redacted)
                continue;
            events_.push_back(entry.event);
            items.Add(to_wx(pages::moment_words(entry.at, open_.reader.now) + ", " +
                            pages::name_of(open_.names, entry.who) + ": " + shortened(entry.text, 60)));
        }
        add_list(_("Whose words must go, for ever"), items);
        break;
    }
}

void ActDialog::add_text(wxSizer& to, std::shared_ptr<const GuardWords> words)
{
    const wxString prompt = wxGetTranslation(row_.prompt);
    text_label_ = label(to, prompt);
    text_ = new GuardedField{this, prompt, {}, GuardedField::Lines::several, 5};
    text_->set_words(std::move(words));
    const auto kind = std::string{row_.word};
    const auto& who = open_.reader.login;
    const auto& ref = open_.thread.ref.value();
    if (const auto draft = journal_.draft(who, kind, ref))
        text_->set_text(draft->body);
    text_->on_changed = [this, who, kind, ref] {
        journal_.keep_draft(who, kind, ref, text_->text());
        judge();
    };
    text_->on_height_changed = [this] {
        Layout();
    };
    to.Add(text_, wxSizerFlags{1}.Expand().Border(wxTOP, FromDIP(4)));
}

const std::vector<consultation::PassedOver>& ActDialog::against() const
{
    static const std::vector<consultation::PassedOver> nothing;
    if (row_.act != Act::assign || !colleague_ || colleague_->GetSelection() == wxNOT_FOUND)
        return nothing;
    const auto found =
        open_.against.find(offered_.at(static_cast<std::size_t>(colleague_->GetSelection())).login);
    return found == open_.against.end() ? nothing : found->second;
}

void ActDialog::judge()
{
    if (text_label_ && row_.act == Act::assign) {
        std::vector<std::string> words;
        for (const auto reason : against())
            words.emplace_back(consultation::neutral_words(reason));
        text_label_->SetLabel(
            words.empty()
                ? wxGetTranslation(row_.prompt)
                : wxString::Format(_("This person is %s. Why them? Everybody in the consultation reads it."),
                                   to_wx(join(words, ", "))));
        Layout();
    }
    FindWindow(wxID_OK)->Enable(is_whole());
}

void ActDialog::finish()
{
    if (is_whole() && (!text_ || ask_despite_marks(this, text_->marks())))
        EndModal(wxID_OK);
}

bool ActDialog::is_whole() const
{
    const auto is_chosen = [](const wxChoice* choice) {
        return !choice || choice->GetSelection() != wxNOT_FOUND;
    };
    if (!is_chosen(colleague_) || !is_chosen(reason_) || !is_chosen(action_) || !is_chosen(done_))
        return false;
    wxArrayInt checked;
    if (list_ && list_->GetCheckedItems(checked) == 0)
        return false;
    if (owner_ && owner_->GetValue().Strip(wxString::both).empty())
        return false;
    const bool needs_text =
        row_.text == Text::required || !against().empty() ||
        (reason_ && reasons.at(static_cast<std::size_t>(reason_->GetSelection())) == DeclineReason::other);
    return !needs_text || !text_ || !trimmed(text_->text()).empty();
}

ActInput ActDialog::input() const
{
    ActInput input;
    if (text_)
        input.text = text_->text();
    if (colleague_) {
        const int first = row_.more == More::colleague_or_anybody ? 1 : 0;
        if (const int at = colleague_->GetSelection() - first; at >= 0)
            input.colleague = offered_.at(static_cast<std::size_t>(at)).login;
    }
    if (reason_)
        input.reason = reasons.at(static_cast<std::size_t>(reason_->GetSelection()));
    if (action_) {
        input.number = open_.thread.actions.at(static_cast<std::size_t>(action_->GetSelection())).number;
        input.is_done = done_->GetSelection() == 0;
    }
    if (owner_)
        input.owner = to_utf8(owner_->GetValue());
    if (due_ && due_->GetSelection() > 0)
        input.due = days_.at(static_cast<std::size_t>(due_->GetSelection() - 1)).day;
    if (minutes_)
        input.minutes = minutes_->GetValue();
    wxArrayInt checked;
    if (list_)
        list_->GetCheckedItems(checked);
    for (const int at : checked) {
        if (row_.more == More::people)
            input.people.push_back(offered_.at(static_cast<std::size_t>(at)).login);
        else
            input.entries.push_back(events_.at(static_cast<std::size_t>(at)));
    }
    return input;
}

} // namespace

std::optional<ActInput> ask_for_act(wxWindow* parent, Act act, const OpenThread& open,
                                    journal::Journal& journal, std::shared_ptr<const GuardWords> words)
{
    ActDialog dialog{parent, act, open, journal, std::move(words)};
    if (dialog.ShowModal() != wxID_OK)
        return {};
    return dialog.input();
}

} // namespace guidepost::desktop
