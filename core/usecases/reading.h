// SPDX-License-Identifier: GPL-2.0-or-later
// What is read: an article and the home page, as values that pages and lists are made of.
#pragma once

#include "core/desk/desk.h"
#include "core/guidance/place.h"
#include "core/pages/pages.h"
#include "core/pages/place_words.h"

#include <optional>

namespace guidepost::usecases {

/// The article with what is said about it and what is near it; `related_most` 0 asks no index. An index that
/// is unwell leaves the related ones out: that is told where one searches. Nothing: the library has no such
/// article. Uses the searcher's own connection; on its thread.
std::optional<pages::ArticlePage> read_article(const desk::Desk& desk, desk::Desk::ThreadSearcher& searcher,
                                               const guidance::Place& place, std::size_t related_most);

/// Topics, notices and counts; bookmarks and what was read are the desk's own and are left empty.
pages::HomePage read_home(const desk::Desk& desk, store::Connection& connection);

/// Of all articles that are up, for links.
pages::Titles titles_of(store::Connection& connection);

} // namespace guidepost::usecases
