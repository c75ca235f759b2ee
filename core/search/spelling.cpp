// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/spelling.h"

namespace guidepost::search {
namespace {

constexpr std::size_t longest_word = 20; // beyond that it is a name of something, not a slip
constexpr std::size_t most_kept = 1000;

} // namespace

std::string Spelling::nearest(const Xapian::Database& database, const std::string& word)
{
    if (word.size() > longest_word)
        return {};
    if (known_.size() >= most_kept)
        forget();
    const auto [entry, is_new] = known_.try_emplace(word);
    if (is_new)
        entry->second = database.get_spelling_suggestion(word);
    return entry->second;
}

} // namespace guidepost::search
