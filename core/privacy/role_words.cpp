// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/likely_names.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

struct ClueWord {
    NameClue clue;
    std::string_view word;
};
constexpr std::array clue_words{
    ClueWord{NameClue::title, "title"},     ClueWord{NameClue::relation, "relation"},
    ClueWord{NameClue::naming, "naming"},   ClueWord{NameClue::given, "given"},
    ClueWord{NameClue::unknown, "unknown"}, ClueWord{NameClue::again, "again"},
};

} // namespace

std::string_view word_of(NameClue clue)
{
    return std::find_if(clue_words.begin(), clue_words.end(),
                        [&](const ClueWord& entry) { return entry.clue == clue; })
        ->word;
}

RoleWords::RoleWords(std::string_view tsv)
{
    for (const auto& [number, line] : data_lines(tsv)) {
        const auto columns = split(line, '\t');
        if (columns.size() != 3)
            fail_at(number, "a kind, a word and a role are expected, with tabs between them");
        const auto clue = std::find_if(clue_words.begin(), clue_words.begin() + 3,
                                       [&](const ClueWord& entry) { return entry.word == columns[0]; });
        if (clue == clue_words.begin() + 3)
            fail_at(number, "the kind is title, relation or naming");
        // A word may be a title and a relation ("doctor"): the first line that names it counts.
        entries_.emplace(columns[1], Entry{clue->clue, columns[2]});
        if (std::find(roles_.begin(), roles_.end(), columns[2]) == roles_.end())
            roles_.push_back(columns[2]);
    }
}

const RoleWords::Entry* RoleWords::find(std::string_view word) const
{
    const auto at = entries_.find(word);
    return at == entries_.end() ? nullptr : &at->second;
}

} // namespace guidepost::privacy
