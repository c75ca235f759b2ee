// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/doubt.h"

#include "core/search/article_document.h"
#include "core/search/terms.h"
#include "core/text/text.h"

#include <algorithm>

namespace guidepost::search {
namespace {

constexpr std::size_t most_checked = 40;
constexpr std::size_t shortest_checked = 3;

/// The letters that a word and its stem begin with: a text that holds the word holds them.
std::string common_part(const std::string& word, const std::string& stem)
{
    const auto lowered = lower_ascii(word);
    const auto end = std::mismatch(lowered.begin(), lowered.end(), stem.begin() + 1, stem.end()).first;
    return {lowered.begin(), end};
}

} // namespace

bool Doubt::finds_contradiction(const Query& query, const BuiltQuery& built, const Xapian::Database& database,
                                guidance::Library& library, std::int64_t index_feed)
{
    // Any one of these words would do, so an index that knows one of them contradicts itself.
    if (query.filters.empty() && !built.is_narrowed &&
        std::any_of(built.stems.begin(), built.stems.end(),
                    [&](const std::string& stem) { return database.get_termfreq(stem) > 0; }))
        return true;
    return std::any_of(built.unknown_words.begin(), built.unknown_words.end(),
                       [&](const std::string& word) { return is_lost(word, database, library, index_feed); });
}

/// A word the index says it does not have is looked for in the store: the texts that might hold it are
/// cut again as the indexer would.
bool Doubt::is_lost(const std::string& word, const Xapian::Database& database, guidance::Library& library,
                    std::int64_t index_feed)
{
    const auto stems = stems_of(word);
    if (stems.size() != 1 || database.term_exists(stems.front()) || absent_.contains(stems.front()))
        return false;
    const auto& stem = stems.front();
    const auto part = common_part(word, stem);
    // Somebody types on: what holds no "qqx" holds no "qqxz".
    if (part.size() < shortest_checked ||
        std::any_of(absent_parts_.begin(), absent_parts_.end(),
                    [&](const std::string& absent) { return part.find(absent) != std::string::npos; }))
        return false;
    DocumentMaker maker;
    bool is_held = false, is_lost = false;
    library.each_containing(part, most_checked, [&](const guidance::Article& article) {
        is_held = true;
        if (is_lost || article.feed > index_feed)
            return;
        const auto document = maker.make(article);
        auto term = document.termlist_begin();
        term.skip_to(stem);
        is_lost = term != document.termlist_end() && *term == stem;
    });
    if (is_lost)
        return true;
    absent_.insert(stem);
    if (!is_held)
        absent_parts_.push_back(part);
    return false;
}

void Doubt::forget()
{
    absent_.clear();
    absent_parts_.clear();
}

} // namespace guidepost::search
