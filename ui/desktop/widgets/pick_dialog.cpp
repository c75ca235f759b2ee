// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/pick_dialog.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int pick_margin = 12, rows_of_a_page = 8;

} // namespace

PickDialog::PickDialog(wxWindow* parent, const Words& words)
    : wxDialog{parent,        wxID_ANY,
               words.title,   wxDefaultPosition,
               wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
{
    platform::mark_as_dialog(*this);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    field_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    field_->SetHint(words.hint);
    platform::set_accessible_name(*field_, words.field);
    UndoField::give_to(*field_);
    all->Add(field_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(pick_margin)));
    list_ =
        new WrappedList{this, words.list, "gp-results", {.x = pick_margin, .y = 6}, WrappedList::Rules::none};
    all->Add(list_, wxSizerFlags{1}.Expand());
    outcome_ = new wxStaticText{this, wxID_ANY, ""};
    platform::add_style(*outcome_, "gp-quiet");
    all->Add(outcome_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(pick_margin)));
    all->Add(CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags{}.Expand().Border(wxALL, FromDIP(pick_margin)));
    SetSizer(all);
    const auto room = parent->GetClientSize();
    SetSize(std::min(FromDIP(560), room.x), std::min(FromDIP(480), room.y));
    CentreOnParent();

    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        on_typed(to_utf8(field_->GetValue()));
    });
    list_->on_activated = [this](int) {
        EndModal(wxID_OK);
    };
    Bind(wxEVT_CHAR_HOOK, &PickDialog::on_key, this);
}

void PickDialog::show_rows(std::vector<wxString> rows, const wxString& outcome)
{
    list_->set_rows(std::move(rows));
    list_->select(0);
    outcome_->SetLabel(outcome);
}

std::optional<std::size_t> PickDialog::pick()
{
    on_typed("");
    field_->SetFocus();
    if (ShowModal() != wxID_OK || list_->selected() < 0)
        return {};
    return static_cast<std::size_t>(list_->selected());
}

void PickDialog::on_key(wxKeyEvent& event)
{
    const auto move_by = [this](int rows) {
        const int last = static_cast<int>(list_->size()) - 1;
        list_->select(std::clamp(list_->selected() + rows, std::min(0, last), last));
    };
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
        return move_by(1);
    case WXK_UP:
        return move_by(-1);
    case WXK_PAGEDOWN:
        return move_by(rows_of_a_page);
    case WXK_PAGEUP:
        return move_by(-rows_of_a_page);
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (dynamic_cast<wxButton*>(FindFocus()))
            break;
        if (list_->selected() >= 0)
            EndModal(wxID_OK);
        return;
    default:
        break;
    }
    event.Skip();
}

} // namespace guidepost::desktop
