// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/spelling.h"

#include "core/search/terms.h"

#include <algorithm>

namespace guidepost::search {
namespace {

constexpr std::size_t longest_word = 20; // beyond that it is a name of something, not a slip
constexpr unsigned most_edits = 2;
constexpr std::size_t shortest_of_two_edits = 6; // "beers" and "years" share less than they differ by
constexpr std::size_t most_kept = 1000;

/// Whether a slip could be meant for the word: letters, and no longer than slips are looked up.
bool belongs_in_dictionary(const std::string& word)
{
    const auto is_letter = [](unsigned char c) {
        return c >= 0x80 || c == '\'' || (c >= 'a' && c <= 'z');
    };
    return word.size() <= longest_word + most_edits && std::all_of(word.begin(), word.end(), is_letter);
}

} // namespace

std::string Spelling::nearest(const Xapian::Database& database, const std::string& word)
{
    if (word.size() > longest_word)
        return {};
    if (known_.size() >= most_kept)
        forget();
    const auto [entry, is_new] = known_.try_emplace(word);
    if (is_new)
        entry->second =
            database.get_spelling_suggestion(word, word.size() < shortest_of_two_edits ? 1 : most_edits);
    return entry->second;
}

bool DictionaryStopper::operator()(const std::string& word) const
{
    if (is_stop_word(word))
        return true;
    if (belongs_in_dictionary(word))
        database_.add_spelling(word);
    return false;
}

} // namespace guidepost::search
