// SPDX-License-Identifier: GPL-2.0-or-later
// What was typed, as clauses. Plain words, "phrases", -not, title: topic: programme:. There is no
// wrong input: a slip is read as plain words and noted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::search {

enum class Field { any, title, topic, programme };

struct Clause {
    std::string text = {}; ///< one word as typed, or the words of a phrase
    bool is_phrase = false;
    bool is_excluded = false;
    Field field = Field::any;
};

struct ParsedQuery {
    std::vector<Clause> clauses = {};
    std::vector<std::string> notes = {};
};

ParsedQuery parse_query(std::string_view text);

} // namespace guidepost::search
