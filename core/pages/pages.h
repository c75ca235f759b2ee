// SPDX-License-Identifier: GPL-2.0-or-later
// Everything that is read is one kind of page: HTML from values and templates, the same in the
// window, in print and from the terminal. A page has no script, asks the network for nothing (its
// content security policy says default-src 'none') and links only to guidepost:// and to the web
// addresses an author wrote, which the window never follows by itself.
#pragma once

#include "core/guidance/article.h"
#include "core/guidance/cited_sources.h"
#include "core/guidance/library.h"
#include "core/search/results.h"
#include "core/search/vocabulary.h"

#include <memory>
#include <string>
#include <vector>

namespace guidepost::pages {

/// Colours and type come from the page's own style sheet, which follows light and dark by itself
/// unless one is said here.
enum class Scheme { follow, light, dark };

struct Look {
    Scheme scheme = Scheme::follow;
};

struct ArticlePage {
    guidance::Article article = {};
    std::string source_title = {}; ///< of the pack or folder
    std::string approved_by = {};
    bool is_vouched_for = true; ///< not where only an unsigned module says that it was approved
    std::vector<search::Hit> related = {};
    guidance::LinkTargets links = {}; ///< of an imported text: where links within its folder lead
    std::string marked_anchor = {};   ///< the section to show as found, or ""
    bool is_draft = false;            ///< begun from an answer: it says that it is no guidance
    /// How names are written; without it, as slugs say them.
    std::shared_ptr<const search::Vocabulary> vocabulary = {};
    guidance::CitedSources cited = {}; ///< records that `sources` of the front matter name
    Date today = date_of(system_now());
};

/// The article with its title, dates, warnings (not reviewed, past its review date, a source that changed),
/// the words every shipped article carries, sources and related articles.
std::string article_page(const ArticlePage& page, const Look& look);

/// Headings with anchors, in order: for the contents list.
struct ContentsEntry {
    std::string heading = {};
    std::string anchor = {};
    int level = 2;
};
std::vector<ContentsEntry> contents_of(const guidance::Article& article);

/// What is shown before anything is searched: what this is, bookmarks, what was read, topics.
struct LinkItem {
    std::string title = {};
    std::string url = {};
    std::string detail = {};
};
struct HomePage {
    std::vector<LinkItem> notices = {}; ///< guidance of kind notice: what this is, what has changed
    std::vector<LinkItem> bookmarks = {};
    std::vector<LinkItem> recent = {};
    std::vector<std::pair<std::string, std::vector<LinkItem>>> by_owner = {}; ///< specialism -> articles
    std::size_t articles = 0;
    std::size_t imported = 0;
    bool is_being_filled = false;                              ///< guidance is being taken in just now
    std::shared_ptr<const search::Vocabulary> vocabulary = {}; ///< as in ArticlePage
};
std::string home_page(const HomePage& page, const Look& look);

/// A plain message where a page would be: nothing found, an error, a missing article.
struct MessagePage {
    std::string title = {};
    std::vector<std::string> paragraphs = {};
    std::vector<std::string> next_steps = {};
};
std::string message_page(const MessagePage& page, const Look& look);

/// Every pair of the vocabulary, by short form.
std::string glossary_page(const search::Vocabulary& vocabulary, const Look& look);

/// The article as plain text for a terminal, `width` columns wide.
std::string article_text(const ArticlePage& page, std::size_t width);

/// What is said in place of "approved by" where nobody vouches for it.
std::string not_vouched_for(const std::string& approved_by);

/// The sentence every page and print of shipped guidance carries.
extern const char* const public_sources_notice;
/// The sentence every page of imported text carries.
extern const char* const not_reviewed_notice;

/// A slug as words, with the capitals its name has in the vocabulary: "domestic-abuse" is "Domestic
/// abuse", "rosh-levels" is "RoSH levels", a programme has its own name.
std::string words_of(std::string_view slug, const search::Vocabulary& vocabulary = {});

} // namespace guidepost::pages
