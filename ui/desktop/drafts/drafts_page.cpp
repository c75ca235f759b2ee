// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/drafts/drafts_page.h"

#include "core/pages/pages.h"
#include "core/people/rights.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/filedlg.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guidepost::desktop {
namespace {

constexpr int list_width = 320, least_list_width = 220;

} // namespace

DraftsPage::DraftsPage(wxWindow* parent, Services services, Shell& shell)
    : wxPanel{parent}, services_{services}, shell_{shell}, service_{services.desk}
{
    platform::add_style(*this, "gp-page");
    auto* const all = new wxBoxSizer{wxVERTICAL};
    auto* const top = new wxPanel{this};
    platform::add_style(*top, "gp-row");
    auto* const words =
        new wxStaticText{top, wxID_ANY, _("Begun from answers; nobody has reviewed them yet.")};
    platform::add_style(*words, "gp-quiet");
    save_ =
        new wxButton{top, wxID_ANY, _("Save as a file..."), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*save_, "gp-plain");
    platform::set_accessible_name(*save_, _("Save as a file..."));
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { save_file(); }); });
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(words, wxSizerFlags{1}.CentreVertical());
    row->Add(save_, wxSizerFlags{}.CentreVertical());
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(10)));
    top->SetSizer(around);
    all->Add(top, wxSizerFlags{}.Expand());
    all->Add(make_line(this, wxHORIZONTAL), wxSizerFlags{}.Expand());

    sides_ = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                  wxSP_LIVE_UPDATE | wxSP_NOBORDER | wxSP_THIN_SASH};
    sides_->SetMinimumPaneSize(FromDIP(least_list_width));
    list_ = new WrappedList{sides_, _("Drafts"), "gp-results", {}, WrappedList::Rules::between_rows};
    list_->on_selected = [this](int at) {
        read(static_cast<std::size_t>(at));
    };
    pane_ = new WebPane{sides_};
    pane_->on_link = [this](const Link& link) {
        shell_.show_article(link);
    };
    sides_->SplitVertically(list_, pane_, FromDIP(list_width));
    all->Add(sides_, wxSizerFlags{1}.Expand());
    SetSizer(all);
}

bool DraftsPage::is_used() const
{
    const auto& who = services_.identity.who();
    return who && people::may(who->roles, people::Action::edit_drafts, people::Relation::none);
}

std::vector<wxWindow*> DraftsPage::panes()
{
    return {list_, pane_->focus_window(), save_};
}

bool DraftsPage::can_run(Command command) const
{
    return shown_ && (command == Command::print || command == Command::copy);
}

void DraftsPage::run(Command command)
{
    if (command == Command::print)
        pane_->print();
    else if (command == Command::copy)
        pane_->copy();
    else if (command == Command::drafts)
        list_->SetFocus();
}

void DraftsPage::person_changed()
{
    drafts_.clear();
    shown_.reset();
    list_request_.reset();
    read_request_.reset();
    fill();
}

void DraftsPage::shown()
{
    if (!is_used())
        return;
    list_request_ = service_.drafts(
        *services_.identity.who(),
        [this](std::vector<guidance::Draft> drafts) {
            drafts_ = std::move(drafts);
            fill();
        },
        [this](const Error& error) { shell_.notify(sentence_of(error), Shell::Tone::warning); });
}

void DraftsPage::fill()
{
    const auto& colours = result_colours(platform::is_dark() ? Background::dark : Background::light);
    std::vector<wxString> rows;
    int shown = -1;
    for (const auto& draft : drafts_) {
        if (shown_ && draft.id == shown_->id)
            shown = static_cast<int>(rows.size());
        rows.push_back(to_wx("<b>" + escape_markup(draft.title) +
                             "</b>\n<span size=\"smaller\" foreground=\"" + colours.quiet + "\">" +
                             escape_markup(pages::words_of(draft.owner)) + ", " +
                             escape_markup(format_date_long(date_of(draft.at))) + "</span>"));
    }
    list_->set_rows(std::move(rows));
    list_->select(shown);
    render();
}

void DraftsPage::read(std::size_t row)
{
    if (row >= drafts_.size() || !is_used())
        return;
    read_request_ = service_.draft(
        *services_.identity.who(), drafts_[row].id,
        [this](std::optional<guidance::Draft> draft) {
            shown_ = std::move(draft);
            render();
        },
        [this](const Error& error) { shell_.notify(sentence_of(error), Shell::Tone::warning); });
}

void DraftsPage::render()
{
    save_->Enable(shown_.has_value());
    if (!is_used())
        return; // the page is made when somebody needs it
    if (!shown_) {
        pane_->show(
            pages::message_page(
                {.title = to_utf8(drafts_.empty() ? _("No drafts") : _("Choose a draft")),
                 .paragraphs = {to_utf8(_("An answer becomes a draft when whoever gave it, or a lead, makes "
                                          "guidance of it."))}},
                {}),
            "guidepost://message", "");
        return;
    }
    guidance::Article article;
    article.id = ArticleId{"draft"};
    article.title = shown_->title;
    article.text = shown_->text;
    pane_->show(
        pages::article_page({.article = article, .source_title = shown_->provenance, .is_draft = true}, {}),
        "guidepost://draft/" + slug(shown_->id), "");
    shell_.set_title(*this, to_wx(shown_->title));
}

void DraftsPage::appearance_changed()
{
    fill();
}

void DraftsPage::save_file()
{
    if (!shown_)
        return;
    wxFileDialog dialog{this,
                        _("Save the draft"),
                        "",
                        to_wx(slug(shown_->title) + ".md"),
                        "Markdown (*.md)|*.md",
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() != wxID_OK)
        return;
    try {
        write_private_file(to_utf8(dialog.GetPath()), shown_->text);
        shell_.notify(wxString::Format(_("Saved as %s."), dialog.GetPath()), Shell::Tone::told);
    } catch (const Error& error) {
        shell_.notify(sentence_of(error), Shell::Tone::warning);
    }
}

} // namespace guidepost::desktop
