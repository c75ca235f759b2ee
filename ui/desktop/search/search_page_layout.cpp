// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/search/search_page.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace guidepost::desktop {
namespace {

constexpr int list_width = 410;
constexpr int least_list_width = 260;
constexpr int least_letters_across = 92;

} // namespace

void SearchPage::make_widgets()
{
    platform::add_style(*this, "gp-page");
    auto* const all = new wxBoxSizer{wxVERTICAL};

    auto* const top = new wxPanel{this};
    platform::add_style(*top, "gp-row");
    field_ = new wxSearchCtrl{top, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    field_->ShowCancelButton(true);
    field_->SetDescriptiveText(_("Search guidance: plain words, \"a phrase\", -without, title:word"));
    platform::add_style(*field_, "gp-search");
    platform::set_accessible_name(*field_, _("Search guidance"));
    UndoField::give_to(*field_);
    ask_ = new wxButton{top,           wxID_ANY,     _("Ask a specialist..."), wxDefaultPosition,
                        wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*ask_, "gp-act");
    platform::set_accessible_name(*ask_, _("Ask a specialist"));
    ask_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { shell_.run(Command::ask); });
    auto* const top_row = new wxBoxSizer{wxHORIZONTAL};
    top_row->Add(field_, wxSizerFlags{1}.CentreVertical());
    top_row->Add(ask_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(10)));
    auto* const top_around = new wxBoxSizer{wxVERTICAL};
    top_around->Add(top_row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(10)));
    top->SetSizer(top_around);
    all->Add(top, wxSizerFlags{}.Expand());

    chips_ = new ChipRow{this, _("Narrow by")};
    all->Add(chips_, wxSizerFlags{}.Expand());
    chips_line_ = make_line(this, wxHORIZONTAL);
    all->Add(chips_line_, wxSizerFlags{}.Expand());

    sides_ = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                  wxSP_LIVE_UPDATE | wxSP_NOBORDER | wxSP_THIN_SASH};
    sides_->SetMinimumPaneSize(FromDIP(least_list_width));
    results_ = new ResultsPanel{sides_,
                                services_.desk,
                                {.opened = [this](int row) { open_row(row, Visit::opened); },
                                 .looked_at =
                                     [this](int row) {
                                         // Where the page takes the list's place, a click is meant to open
                                         // it.
                                         const bool clicked = is_narrow() && wxGetMouseState().LeftIsDown();
                                         open_row(row, clicked ? Visit::opened : Visit::looked_at);
                                     },
                                 .search_for = [this](const std::string& text) { search_for(to_wx(text)); },
                                 .clear_filters = [this] { set_filters({}); },
                                 .show_more =
                                     [this] {
                                         query_.limit *= 2;
                                         find_now();
                                     }}};
    view_ = new ArticleView{sides_,
                            {.run = [this](Command command) { shell_.run(command); },
                             .open = [this](const Link& link) { show_article(link, Visit::opened); },
                             .jumped =
                                 [this](const std::string& anchor) {
                                     if (const auto here = history_.current())
                                         history_.visit({here->article, anchor});
                                     update_ways();
                                 },
                             .answered = [this](guidance::Useful useful) { record_answer(useful); },
                             .back_to_results =
                                 [this] {
                                     is_reading_ = false;
                                     set_sides();
                                     results_->list().SetFocus();
                                 },
                             .shown =
                                 [this] {
                                     if (printed_ && view_->article())
                                         view_->pane().print_to(print_to_, std::exchange(printed_, {}));
                                 }}};
    view_->set_can_answer(!services_.desk.is_read_only());
    results_->Hide();
    sides_->Initialize(view_);
    all->Add(sides_, wxSizerFlags{1}.Expand());
    SetSizer(all);

    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        typed();
    });
    field_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { field_->Clear(); });
    field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { enter_pressed(); });
}

bool SearchPage::is_narrow() const
{
    // In letters, because large text needs the room of a small window.
    return GetClientSize().x < GetTextExtent("n").x * least_letters_across;
}

void SearchPage::show_ask()
{
    // In a narrow window the words of a question need the room; the menu still has it.
    ask_->Show(services_.identity.has(people::Role::officer) && !is_narrow());
    ask_->GetParent()->Layout();
}

void SearchPage::set_sides()
{
    const bool wants_list = is_asking() && !(is_narrow() && is_reading_);
    const bool wants_page = !is_asking() || !is_narrow() || is_reading_;
    view_->set_beside_results(!is_asking() || wants_list);
    // In place of the list the page needs the room of its filters too.
    if (is_asking() && chips_->IsShown() != wants_list) {
        chips_->Show(wants_list);
        Layout();
    }
    if (sides_->IsSplit() == (wants_list && wants_page) && results_->IsShown() == wants_list)
        return;
    if (sides_->IsSplit()) {
        services_.journal.set_setting("search.splitter", std::to_string(ToDIP(sides_->GetSashPosition())));
        sides_->Unsplit(wants_list ? static_cast<wxWindow*>(view_) : results_);
        return;
    }
    if (wants_list && wants_page) {
        int width = list_width;
        if (const auto kept = services_.journal.setting("search.splitter"))
            width = std::max(wxAtoi(to_wx(*kept)), least_list_width);
        results_->Show();
        view_->Show();
        sides_->SplitVertically(results_, view_, FromDIP(width));
    } else {
        auto* const wanted = wants_list ? static_cast<wxWindow*>(results_) : view_;
        if (sides_->GetWindow1() != wanted) {
            wanted->Show();
            sides_->ReplaceWindow(sides_->GetWindow1(), wanted);
            (wants_list ? static_cast<wxWindow*>(view_) : results_)->Hide();
        }
    }
}

void SearchPage::on_key(wxKeyEvent& event)
{
    const auto* const focus = FindFocus();
    const bool in_field = focus == field_;
    const bool is_plain = !event.HasAnyModifiers();
    if (event.GetKeyCode() == WXK_ESCAPE && is_plain) {
        if (view_->find_bar().IsShown())
            view_->find_bar().close();
        else if (in_field)
            field_->Clear();
        else
            field_->SetFocus();
    } else if (event.GetKeyCode() == WXK_DOWN && is_plain && in_field && results_->IsShown()) {
        auto& list = results_->list();
        if (list.size() > 0) {
            list.SetFocus();
            if (list.selected() < 0) {
                list.select(0);
                open_row(0, Visit::looked_at);
            }
        }
    } else {
        event.Skip();
    }
}

std::vector<wxWindow*> SearchPage::panes()
{
    std::vector<wxWindow*> panes{field_, chips_};
    panes.push_back(&results_->list());
    if (auto* const page = view_->pane().focus_window())
        panes.push_back(page);
    panes.push_back(view_->contents());
    return panes;
}

} // namespace guidepost::desktop
