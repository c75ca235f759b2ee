// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/find_bar.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/sizer.h>

namespace guidepost::desktop {

FindBar::FindBar(wxWindow* parent, WebPane& pane)
    : wxPanel{parent}, pane_{pane}, field_{nullptr}, outcome_{nullptr}
{
    platform::add_style(*this, "gp-row");
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    const auto gap = FromDIP(6);
    const auto centred = wxSizerFlags{}.CentreVertical().Border(wxRIGHT, gap);

    row->Add(new wxStaticText{this, wxID_ANY, _("Find in page:")}, centred);
    field_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    platform::set_accessible_name(*field_, _("Find in page"));
    UndoField::give_to(*field_);
    row->Add(field_, wxSizerFlags{1}.CentreVertical().Border(wxRIGHT, gap));
    const auto add = [&](const wxString& words, const wxString& name, auto action) {
        auto* const button =
            new wxButton{this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::add_style(*button, "gp-tool");
        platform::set_accessible_name(*button, name);
        button->Bind(wxEVT_BUTTON, [action](wxCommandEvent&) { action(); });
        row->Add(button, centred);
    };
    add(_("Previous"), _("Find the place before"), [this] { next(WebPane::Way::backward); });
    add(_("Next"), _("Find the next place"), [this] { next(WebPane::Way::forward); });
    outcome_ = new wxStaticText{this, wxID_ANY, ""};
    row->Add(outcome_, centred);
    add(_("Close"), _("Close the find bar"), [this] { close(); });

    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(row, wxSizerFlags{}.Expand().Border(wxALL, gap));
    SetSizer(around);

    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        next(WebPane::Way::forward);
    });
    field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        next(wxGetKeyState(WXK_SHIFT) ? WebPane::Way::backward : WebPane::Way::forward);
    });
    Hide();
}

void FindBar::open()
{
    Show();
    GetParent()->Layout();
    field_->SelectAll();
    field_->SetFocus();
}

void FindBar::close()
{
    if (!IsShown())
        return;
    pane_.end_find();
    outcome_->SetLabel("");
    Hide();
    GetParent()->Layout();
    if (auto* const page = pane_.focus_window())
        page->SetFocus();
}

void FindBar::next(WebPane::Way way)
{
    if (pane_.is_finding())
        return; // whoever is finding looks at the field once more
    wxString text;
    std::size_t count = 0;
    do {
        text = field_->GetValue();
        count = pane_.find(text, way);
    } while (text != field_->GetValue());
    wxString outcome;
    if (text.empty())
        pane_.end_find();
    else if (count == 0)
        outcome = _("Not in this page");
    else
        outcome = wxString::Format(wxPLURAL("%lu found", "%lu found", plural(count)),
                                   static_cast<unsigned long>(count));
    if (outcome_->GetLabel() != outcome) {
        outcome_->SetLabel(outcome);
        Layout();
    }
}

} // namespace guidepost::desktop
