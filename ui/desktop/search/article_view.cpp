// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/article_view.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int contents_width = 210;
constexpr int bar_margin = 6, low_window_lines = 26;
constexpr int contents_letters = 26;
constexpr int least_reading_letters = 58; ///< below it the contents list gives way

template <class Button>
Button* make_tool(wxWindow* parent, const wxString& words, const wxString& name, const wxString& key)
{
    auto* const button = new Button{parent, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*button, "gp-tool");
    platform::set_accessible_name(*button, name);
    button->SetToolTip(key.empty() ? name : name + " (" + key + ")");
    return button;
}

wxString key_words(Command command)
{
    return wxString::FromAscii(key_of(command).data());
}

} // namespace

ArticleView::ArticleView(wxWindow* parent, Actions actions) : wxPanel{parent}, actions_{std::move(actions)}
{
    platform::add_style(*this, "gp-page");
    auto* const all = new wxBoxSizer{wxVERTICAL};
    tools_ = make_tools();
    all->Add(tools_, wxSizerFlags{}.Expand());
    all->Add(make_line(this, wxHORIZONTAL), wxSizerFlags{}.Expand());

    pane_ = new WebPane{this};
    find_bar_ = new FindBar{this, *pane_};
    all->Add(find_bar_, wxSizerFlags{}.Expand());
    auto* const middle = new wxBoxSizer{wxHORIZONTAL};
    middle->Add(pane_, wxSizerFlags{1}.Expand());
    contents_side_ = make_contents();
    middle->Add(contents_side_, wxSizerFlags{}.Expand());
    all->Add(middle, wxSizerFlags{1}.Expand());

    answers_line_ = make_line(this, wxHORIZONTAL);
    all->Add(answers_line_, wxSizerFlags{}.Expand());
    answers_ = make_answers();
    all->Add(answers_, wxSizerFlags{}.Expand());
    SetSizer(all);

    pane_->on_link = [this](const Link& link) {
        if (article_ && link.article == article_->link.article)
            jump_to(link.anchor);
        else
            actions_.open(link);
    };
    pane_->on_outside_link = [this](const wxString& url) {
        wxMessageDialog question{this, url, _("Open this address outside Guidepost?"),
                                 wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
        question.SetYesNoLabels(_("Open"), _("Stay here"));
        if (question.ShowModal() == wxID_YES)
            wxLaunchDefaultBrowser(url);
    };
    pane_->on_shown = [this] {
        if (actions_.shown)
            actions_.shown();
    };
    on_resized(*this, [this] { arrange(); });
    arrange();
}

wxWindow* ArticleView::make_tools()
{
    auto* const side = new wxPanel{this};
    platform::add_style(*side, "gp-row");
    auto* const bar = new FlowPanel{side, "gp-row"};
    tools_flow_ = bar;
    const auto runs = [this](auto* button, auto event, Command command) {
        button->Bind(event, [this, command](wxCommandEvent&) { actions_.run(command); });
    };
    results_ = make_tool<wxButton>(bar, L"\u2039 " + _("Results"), _("Back to the results"), {});
    results_->Hide();
    results_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { actions_.back_to_results(); });
    back_ = make_tool<wxButton>(bar, L"\u2039 " + _("Back"), _("Back"), key_words(Command::go_back));
    forward_ =
        make_tool<wxButton>(bar, _("Forward") + L" \u203a", _("Forward"), key_words(Command::go_forward));
    home_ = make_tool<wxButton>(bar, _("Home"), _("Home page"), key_words(Command::go_home));
    find_button_ = make_tool<wxButton>(bar, _("Find"), _("Find in page"), key_words(Command::find_in_page));
    bookmark_ = make_tool<wxToggleButton>(bar, L"\u2606 " + _("Bookmark"), _("Bookmark this page"),
                                          key_words(Command::toggle_bookmark));
    contents_button_ = make_tool<wxToggleButton>(bar, _("Contents"), _("Contents list"),
                                                 key_words(Command::toggle_contents));
    runs(back_, wxEVT_BUTTON, Command::go_back);
    runs(forward_, wxEVT_BUTTON, Command::go_forward);
    runs(home_, wxEVT_BUTTON, Command::go_home);
    runs(bookmark_, wxEVT_TOGGLEBUTTON, Command::toggle_bookmark);
    runs(find_button_, wxEVT_BUTTON, Command::find_in_page);
    runs(contents_button_, wxEVT_TOGGLEBUTTON, Command::toggle_contents);
    bar->start_right_group(find_button_);
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(bar, wxSizerFlags{}.Border(wxALL, FromDIP(bar_margin)));
    side->SetSizer(around);
    return side;
}

wxWindow* ArticleView::make_contents()
{
    auto* const side = new wxPanel{this};
    platform::add_style(*side, "gp-page");
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(make_line(side, wxVERTICAL), wxSizerFlags{}.Expand());
    auto* const column = new wxBoxSizer{wxVERTICAL};
    auto* const title = new wxStaticText{side, wxID_ANY, _("On this page")};
    title->SetFont(title->GetFont().Bold());
    column->Add(title, wxSizerFlags{}.Border(wxALL, FromDIP(12)));
    contents_ =
        new WrappedList{side, _("Contents"), "gp-contents-list", {.x = 12, .y = 4}, WrappedList::Rules::none};
    contents_->SetMinSize(
        {std::max(FromDIP(contents_width), GetTextExtent("n").x * contents_letters), FromDIP(60)});
    const auto go = [this](int row_number) {
        if (!article_ || static_cast<std::size_t>(row_number) >= article_->contents.size())
            return;
        jump_to(article_->contents[static_cast<std::size_t>(row_number)].anchor);
    };
    contents_->on_selected = go;
    contents_->on_activated = go;
    column->Add(contents_, wxSizerFlags{1}.Expand());
    row->Add(column, wxSizerFlags{1}.Expand());
    side->SetSizer(row);
    return side;
}

wxWindow* ArticleView::make_answers()
{
    auto* const side = new wxPanel{this};
    platform::add_style(*side, "gp-row");
    auto* const bar = new FlowPanel{side, "gp-row"};
    answers_flow_ = bar;
    question_ = new wxStaticText{bar, wxID_ANY, _("Was this useful?")};
    platform::add_style(*question_, "gp-quiet");
    const auto add = [&](const wxString& words, const wxString& name, auto action) {
        auto* const button =
            new wxButton{bar, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::add_style(*button, "gp-plain");
        platform::set_accessible_name(*button, name);
        button->Bind(wxEVT_BUTTON, [action](wxCommandEvent&) { action(); });
        return button;
    };
    const auto answer = [this](guidance::Useful useful) {
        actions_.answered(useful);
        show_answer(useful != guidance::Useful::taken_back);
        if (auto* const page = pane_->focus_window())
            page->SetFocus();
    };
    yes_ = add(_("Yes"), _("Yes, this was useful"), [answer] { answer(guidance::Useful::yes); });
    no_ = add(_("No"), _("No, this was not useful"), [answer] { answer(guidance::Useful::no); });
    take_back_ =
        add(_("Undo"), _("Take this answer back"), [answer] { answer(guidance::Useful::taken_back); });
    take_back_->Hide();
    copy_link_ =
        add(_("Copy link"), _("Copy a link to this page"), [this] { actions_.run(Command::copy_link); });
    bar->start_right_group(copy_link_);
    print_ = add(_("Print..."), _("Print this page"), [this] { actions_.run(Command::print); });
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(bar, wxSizerFlags{}.Border(wxALL, FromDIP(bar_margin)));
    side->SetSizer(around);
    return side;
}

void ArticleView::show_article(ReadyArticle article)
{
    const bool is_another = !article_ || article_->link.article != article.link.article;
    article_ = std::move(article);
    std::vector<wxString> rows;
    for (const auto& entry : article_->contents) {
        const auto words = to_wx(escape_markup(entry.heading));
        rows.push_back(entry.level > 2 ? L"\u2003" + words : words);
    }
    contents_->set_rows(std::move(rows));
    if (is_another)
        show_answer(false);
    else
        arrange();
    pane_->show(article_->html, format_link({article_->link.article, ""}), article_->link.anchor);
}

void ArticleView::show_answer(bool is_given)
{
    question_->SetLabel(is_given ? _("Thank you, noted.") : _("Was this useful?"));
    question_->Show(can_answer_);
    yes_->Show(can_answer_ && !is_given);
    no_->Show(can_answer_ && !is_given);
    take_back_->Show(can_answer_ && is_given);
    arrange();
}

void ArticleView::show_page(const std::string& html, const std::string& base)
{
    article_.reset();
    contents_->set_rows({});
    arrange();
    pane_->show(html, base, "");
}

void ArticleView::jump_to(const std::string& anchor)
{
    if (article_)
        article_->link.anchor = anchor;
    pane_->jump_to(anchor);
    actions_.jumped(anchor);
}

void ArticleView::set_beside_results(bool is_beside)
{
    results_->Show(!is_beside);
    arrange();
}

void ArticleView::set_ways(bool can_go_back, bool can_go_forward)
{
    back_->Enable(can_go_back);
    forward_->Enable(can_go_forward);
    arrange();
}

void ArticleView::set_can_answer(bool can_answer)
{
    can_answer_ = can_answer;
}

void ArticleView::set_bookmarked(bool is_bookmarked)
{
    bookmark_->SetValue(is_bookmarked);
    bookmark_->SetLabel(is_bookmarked ? L"\u2605 " + _("Bookmarked") : L"\u2606 " + _("Bookmark"));
    platform::set_accessible_name(*bookmark_, is_bookmarked ? _("Bookmarked") : _("Bookmark this page"));
    bookmark_->InvalidateBestSize();
    arrange();
}

void ArticleView::set_contents_wanted(bool is_wanted)
{
    wants_contents_ = is_wanted;
    arrange();
}

void ArticleView::arrange()
{
    const bool has_article = article_.has_value();
    const bool has_contents = has_article && article_->contents.size() > 1;
    const bool has_room =
        GetClientSize().x >= GetTextExtent("n").x * least_reading_letters + contents_->GetMinSize().x;
    contents_side_->Show(has_contents && wants_contents_ && has_room);
    contents_button_->SetValue(has_contents && wants_contents_ && has_room);
    contents_button_->Enable(has_contents && has_room);
    // In place of the results there is little room: what cannot be pressed goes.
    const bool is_alone = results_->IsShown();
    contents_button_->Show(!is_alone || contents_button_->IsEnabled());
    forward_->Show(!is_alone || forward_->IsEnabled());
    bookmark_->Enable(has_article);
    home_->Show();
    find_button_->Show();
    bookmark_->Show();
    answers_->Show(has_article);
    answers_line_->Show(has_article);
    const int width = GetClientSize().x - 2 * FromDIP(bar_margin);
    const bool is_low = GetClientSize().y < GetCharHeight() * low_window_lines;
    for (auto* const button : {copy_link_, print_}) {
        button->Show();
        button->Show(!is_low || answers_flow_->width_on_one_line() <= width);
    }
    if (is_low && tools_flow_->width_on_one_line() > width)
        // The page needs the lines more, and the menus have all of these.
        for (wxWindow* const tool :
             std::initializer_list<wxWindow*>{forward_, home_, find_button_, contents_button_, bookmark_})
            tool->Show(tool->IsShown() && tools_flow_->width_on_one_line() <= width);
    tools_flow_->flow_to(width);
    answers_flow_->flow_to(width);
    tools_->InvalidateBestSize();
    answers_->InvalidateBestSize();
    Layout();
}

} // namespace guidepost::desktop
