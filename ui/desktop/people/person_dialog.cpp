// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/people/person_dialog.h"

#include "ui/desktop/model/people_words.h"
#include "ui/desktop/model/result_markup.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/text.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/widgets/wrapped_list.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

class PersonDialog : public wxDialog {
public:
    PersonDialog(wxWindow* parent, const wxString& title, const std::vector<people::Staff>& people);
    std::optional<people::Staff> chosen() const;

private:
    void look_up();
    void on_key(wxKeyEvent& event);

    const std::vector<people::Staff>& people_;
    std::vector<people::Staff> found_;
    wxTextCtrl* field_;
    WrappedList* list_;
    wxStaticText* outcome_;
};

PersonDialog::PersonDialog(wxWindow* parent, const wxString& title, const std::vector<people::Staff>& people)
    : wxDialog{parent,        wxID_ANY,
               title,         wxDefaultPosition,
               wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      people_{people}
{
    platform::mark_as_dialog(*this);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    field_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    field_->SetHint(_("Name, role, region or field"));
    platform::set_accessible_name(*field_, _("Find a person"));
    UndoField::give_to(*field_);
    all->Add(field_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    list_ = new WrappedList{this, _("People"), "gp-results", {.x = 12, .y = 6}, WrappedList::Rules::none};
    all->Add(list_, wxSizerFlags{1}.Expand());
    outcome_ = new wxStaticText{this, wxID_ANY, _("Enter chooses the marked person.")};
    platform::add_style(*outcome_, "gp-quiet");
    all->Add(outcome_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    auto* const buttons = CreateButtonSizer(wxOK | wxCANCEL);
    all->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    SetSizer(all);
    const auto room = parent->GetClientSize();
    SetSize(std::min(FromDIP(560), room.x), std::min(FromDIP(480), room.y));
    CentreOnParent();

    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        look_up();
    });
    list_->on_activated = [this](int) {
        EndModal(wxID_OK);
    };
    Bind(wxEVT_CHAR_HOOK, &PersonDialog::on_key, this);
    look_up();
    field_->SetFocus();
}

void PersonDialog::look_up()
{
    found_ = find_people(people_, to_utf8(field_->GetValue()));
    const auto& colours = result_colours(platform::is_dark() ? Background::dark : Background::light);
    std::vector<wxString> rows;
    for (const auto& person : found_)
        rows.push_back("<b>" + to_wx(escape_markup(person.display_name)) +
                       "</b>\n<span size=\"smaller\" foreground=\"" + to_wx(colours.quiet) + "\">" +
                       to_wx(escape_markup(about_person(person))) + "</span>");
    list_->set_rows(std::move(rows));
    list_->select(0);
    outcome_->SetLabel(found_.empty() ? _("Nobody fits these words.")
                                      : _("Enter chooses the marked person."));
}

void PersonDialog::on_key(wxKeyEvent& event)
{
    const int last = static_cast<int>(list_->size()) - 1;
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
        list_->select(std::min(list_->selected() + 1, last));
        return;
    case WXK_UP:
        list_->select(std::max(list_->selected() - 1, 0));
        return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (dynamic_cast<wxButton*>(FindFocus())) {
            event.Skip();
            return;
        }
        if (list_->selected() >= 0)
            EndModal(wxID_OK);
        return;
    default:
        event.Skip();
    }
}

std::optional<people::Staff> PersonDialog::chosen() const
{
    const int row = list_->selected();
    if (row < 0 || static_cast<std::size_t>(row) >= found_.size())
        return {};
    return found_[static_cast<std::size_t>(row)];
}

} // namespace

std::optional<people::Staff> choose_person(wxWindow* parent, const wxString& title,
                                           const std::vector<people::Staff>& people)
{
    PersonDialog dialog{parent, title, people};
    if (dialog.ShowModal() != wxID_OK)
        return {};
    return dialog.chosen();
}

} // namespace guidepost::desktop
