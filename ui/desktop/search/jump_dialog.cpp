// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/jump_dialog.h"

#include "ui/desktop/errors.h"
#include "ui/desktop/model/result_markup.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/text.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/widgets/wrapped_list.h"

#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

class JumpDialog : public wxDialog {
public:
    JumpDialog(wxWindow* parent, SearchService& search);
    std::optional<Link> chosen() const;

private:
    void look_up();
    void show(std::vector<search::Hit> hits);
    void on_key(wxKeyEvent& event);

    SearchService& search_;
    RequestPtr request_;
    std::vector<search::Hit> hits_;
    wxTextCtrl* field_;
    WrappedList* list_;
    wxStaticText* outcome_;
};

JumpDialog::JumpDialog(wxWindow* parent, SearchService& search)
    : wxDialog{parent,
               wxID_ANY,
               _("Jump to article"),
               wxDefaultPosition,
               wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      search_{search}
{
    platform::mark_as_dialog(*this);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    field_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    field_->SetHint(_("Part of a title"));
    platform::set_accessible_name(*field_, _("Title of the article"));
    UndoField::give_to(*field_);
    all->Add(field_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    list_ = new WrappedList{this, _("Articles"), "gp-results", {.x = 12, .y = 6}, WrappedList::Rules::none};
    all->Add(list_, wxSizerFlags{1}.Expand());
    outcome_ = new wxStaticText{this, wxID_ANY, _("Enter opens the marked article.")};
    platform::add_style(*outcome_, "gp-quiet");
    all->Add(outcome_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    SetSizer(all);
    const auto room = parent->GetClientSize();
    SetSize(std::min(FromDIP(560), room.x), std::min(FromDIP(440), room.y));
    CentreOnParent();

    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        look_up();
    });
    list_->on_activated = [this](int) {
        EndModal(wxID_OK);
    };
    Bind(wxEVT_CHAR_HOOK, &JumpDialog::on_key, this);
    look_up();
    field_->SetFocus();
}

void JumpDialog::look_up()
{
    request_ = search_.jump(
        to_utf8(field_->GetValue()), [this](std::vector<search::Hit> hits) { show(std::move(hits)); },
        [this](const Error& error) { outcome_->SetLabel(sentence_of(error)); });
}

void JumpDialog::show(std::vector<search::Hit> hits)
{
    hits_ = std::move(hits);
    const auto& colours = result_colours(platform::is_dark() ? Background::dark : Background::light);
    std::vector<wxString> rows;
    for (const auto& hit : hits_) {
        auto row = to_wx(escape_markup(hit.title));
        for (const auto& warning : warnings_of(hit))
            row += "   <span size=\"smaller\" foreground=\"" + to_wx(colours.warn_text) + "\">" +
                   to_wx(escape_markup(warning)) + "</span>";
        rows.push_back(row);
    }
    list_->set_rows(std::move(rows));
    list_->select(0);
    outcome_->SetLabel(hits_.empty() ? _("No title holds these words. Search looks into the texts as well.")
                                     : _("Enter opens the marked article."));
}

void JumpDialog::on_key(wxKeyEvent& event)
{
    const int last = static_cast<int>(list_->size()) - 1;
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
        list_->select(std::min(list_->selected() + 1, last));
        return;
    case WXK_UP:
        list_->select(std::max(list_->selected() - 1, 0));
        return;
    case WXK_PAGEDOWN:
        list_->select(std::min(list_->selected() + 8, last));
        return;
    case WXK_PAGEUP:
        list_->select(std::max(list_->selected() - 8, 0));
        return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (list_->selected() >= 0)
            EndModal(wxID_OK);
        return;
    case WXK_ESCAPE:
        EndModal(wxID_CANCEL);
        return;
    default:
        event.Skip();
    }
}

std::optional<Link> JumpDialog::chosen() const
{
    const int row = list_->selected();
    if (row < 0 || static_cast<std::size_t>(row) >= hits_.size())
        return {};
    return Link{hits_[static_cast<std::size_t>(row)].article, ""};
}

} // namespace

std::optional<Link> ask_for_article(wxWindow* parent, SearchService& search)
{
    JumpDialog dialog{parent, search};
    if (dialog.ShowModal() != wxID_OK)
        return {};
    return dialog.chosen();
}

} // namespace guidepost::desktop
