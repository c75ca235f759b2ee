// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/feedback.h"
#include "ui/desktop/search/find_bar.h"
#include "ui/desktop/shell/commands.h"
#include "ui/desktop/shell/search_service.h"
#include "ui/desktop/widgets/flow_panel.h"
#include "ui/desktop/widgets/web_pane.h"
#include "ui/desktop/widgets/wrapped_list.h"

#include <wx/button.h>
#include <wx/tglbtn.h>

#include <functional>
#include <optional>

namespace guidepost::desktop {

/// The reading side: tools, the page, its contents list, and what one can say of it. It shows what it
/// is given and tells what is pressed.
class ArticleView : public wxPanel {
public:
    struct Actions {
        std::function<void(Command)> run;                      ///< a tool was pressed
        std::function<void(const Link&)> open;                 ///< a link to an article
        std::function<void(const std::string& anchor)> jumped; ///< within this page
        std::function<void(guidance::Useful)> answered;        ///< "was this useful?"
        std::function<void()> back_to_results;                 ///< from a page shown in their place
        std::function<void()> shown;                           ///< the page is loaded
    };
    ArticleView(wxWindow* parent, Actions actions);

    void show_article(ReadyArticle article);
    /// Home, a message, the glossary: a page that is no article.
    void show_page(const std::string& html, const std::string& base);
    void jump_to(const std::string& anchor);

    const std::optional<ReadyArticle>& article() const { return article_; }

    /// False: the page stands in place of the results, and a button leads back to them.
    void set_beside_results(bool is_beside);
    void set_ways(bool can_go_back, bool can_go_forward);
    /// Whether "was this useful?" can be recorded; when it cannot it is not asked.
    void set_can_answer(bool can_answer);
    void set_bookmarked(bool is_bookmarked);
    void set_contents_wanted(bool is_wanted);
    bool is_contents_wanted() const { return wants_contents_; }

    WebPane& pane() { return *pane_; }
    FindBar& find_bar() { return *find_bar_; }
    wxWindow* contents() { return contents_; }

private:
    wxWindow* make_tools();
    wxWindow* make_contents();
    wxWindow* make_answers();
    void show_answer(bool is_given);
    void arrange();

    Actions actions_;
    std::optional<ReadyArticle> article_;
    bool wants_contents_ = true;
    wxButton* home_ = nullptr;
    wxButton* copy_link_ = nullptr;
    wxButton* print_ = nullptr;
    bool can_answer_ = true;

    wxWindow* tools_ = nullptr;
    FlowPanel* tools_flow_ = nullptr;
    FlowPanel* answers_flow_ = nullptr;
    wxButton* results_ = nullptr;
    wxButton* back_ = nullptr;
    wxButton* forward_ = nullptr;
    wxToggleButton* bookmark_ = nullptr;
    wxToggleButton* contents_button_ = nullptr;
    wxButton* find_button_ = nullptr;
    WebPane* pane_ = nullptr;
    FindBar* find_bar_ = nullptr;
    wxWindow* contents_side_ = nullptr;
    WrappedList* contents_ = nullptr;
    wxWindow* answers_ = nullptr;
    wxWindow* answers_line_ = nullptr;
    wxStaticText* question_ = nullptr;
    wxButton* yes_ = nullptr;
    wxButton* no_ = nullptr;
    wxButton* take_back_ = nullptr;
};

} // namespace guidepost::desktop
