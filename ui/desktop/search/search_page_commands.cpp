// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/search_page.h"
#include "ui/desktop/shell/jump_dialog.h"
#include "ui/desktop/words/text.h"

#include <wx/clipbrd.h>
#include <wx/filedlg.h>
#include <wx/intl.h>

#include <algorithm>
#include <array>
#include <utility>

namespace guidepost::desktop {
namespace {

constexpr std::array zoom_steps{50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};

} // namespace

void SearchPage::toggle_bookmark()
{
    const auto& open = view_->article();
    if (!open)
        return;
    auto& journal = services_.journal;
    const bool is_bookmarked = journal.is_bookmarked(open->link.article);
    if (is_bookmarked)
        journal.remove_bookmark(open->link.article);
    else
        journal.add_bookmark({open->link.article, open->link.anchor, open->title});
    view_->set_bookmarked(!is_bookmarked);
}

void SearchPage::copy_link()
{
    const auto& open = view_->article();
    if (!open || !wxTheClipboard->Open())
        return;
    wxTheClipboard->SetData(new wxTextDataObject{to_wx(format_link(open->link))});
    wxTheClipboard->Close();
    shell_.notify(_("The link to this page was copied."), Shell::Tone::told);
}

void SearchPage::save_pdf()
{
    const auto& open = view_->article();
    wxFileDialog dialog{
        this,        _("Save this page as PDF"),
        "",          to_wx(open ? open->link.article.value() : std::string{"guidepost"}) + ".pdf",
        "PDF|*.pdf", wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() != wxID_OK)
        return;
    view_->pane().print_to(to_utf8(dialog.GetPath()), [this](const std::string& problem) {
        if (problem.empty())
            shell_.notify(_("The page was saved as PDF."), Shell::Tone::told);
        else
            shell_.notify(wxString::Format(_("The page could not be saved: %s."), to_wx(problem)),
                          Shell::Tone::warning);
    });
}

void SearchPage::print_when_shown(const std::filesystem::path& file,
                                  std::function<void(const std::string&)> done)
{
    print_to_ = file;
    printed_ = std::move(done);
}

void SearchPage::set_zoom(int percent)
{
    zoom_ = std::clamp(percent, zoom_steps.front(), zoom_steps.back());
    view_->pane().set_zoom(zoom_ / 100.0);
    services_.journal.set_setting("search.zoom", std::to_string(zoom_));
}

bool SearchPage::can_run(Command command) const
{
    const bool has_article = view_->article().has_value();
    switch (command) {
    case Command::go_back:
        return history_.can_go_back();
    case Command::go_forward:
        return history_.can_go_forward();
    case Command::copy_link:
    case Command::toggle_bookmark:
    case Command::toggle_contents:
        return has_article;
    case Command::print:
    case Command::save_pdf:
    case Command::find_in_page:
    case Command::find_next:
    case Command::find_previous:
    case Command::zoom_in:
    case Command::zoom_out:
    case Command::zoom_normal:
    case Command::search:
    case Command::jump_to_article:
    case Command::go_home:
    case Command::glossary:
    case Command::show_news:
        return true;
    case Command::copy:
    case Command::select_all:
        return view_->pane().has_focus();
    default:
        return false;
    }
}

void SearchPage::run(Command command)
{
    const auto step = std::lower_bound(zoom_steps.begin(), zoom_steps.end(), zoom_);
    switch (command) {
    case Command::go_back:
        go(history_.back());
        break;
    case Command::go_forward:
        go(history_.forward());
        break;
    case Command::copy_link:
        copy_link();
        break;
    case Command::toggle_bookmark:
        toggle_bookmark();
        break;
    case Command::toggle_contents:
        view_->set_contents_wanted(!view_->is_contents_wanted());
        services_.journal.set_setting("search.contents", view_->is_contents_wanted() ? "shown" : "hidden");
        break;
    case Command::print:
        view_->pane().print();
        break;
    case Command::save_pdf:
        save_pdf();
        break;
    case Command::find_in_page:
        view_->find_bar().open();
        break;
    case Command::find_next:
        view_->find_bar().next(WebPane::Way::forward);
        break;
    case Command::find_previous:
        view_->find_bar().next(WebPane::Way::backward);
        break;
    case Command::zoom_in:
        set_zoom(step + 1 < zoom_steps.end() ? *(step + 1) : zoom_steps.back());
        break;
    case Command::zoom_out:
        set_zoom(step > zoom_steps.begin() ? *(step - 1) : zoom_steps.front());
        break;
    case Command::zoom_normal:
        set_zoom(100);
        break;
    case Command::search:
        field_->SetFocus();
        field_->SelectAll();
        break;
    case Command::jump_to_article:
        if (const auto link = ask_for_article(this, services_.search))
            open(*link);
        break;
    case Command::go_home:
        field_->Clear();
        query_.filters.clear();
        find_now();
        break;
    case Command::glossary:
        show_glossary();
        break;
    case Command::show_news:
        show_news();
        break;
    case Command::copy:
        view_->pane().copy();
        break;
    case Command::select_all:
        view_->pane().select_all();
        break;
    default:
        break;
    }
}

} // namespace guidepost::desktop
