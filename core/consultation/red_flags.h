// SPDX-License-Identifier: GPL-2.0-or-later
// Words in a question that mean somebody may be hurt before any answer comes. The form stops on them and
// says whom to call. What they are is data that specialists own: content/red-flags.yaml. It warns and a
// person decides; that nothing is found says nothing about the danger.
#pragma once

#include "core/consultation/word_pattern.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

struct RedFlag {
    std::string id = {};
    std::string title = {};             ///< "Someone may take their own life"
    std::string owner = {};             ///< the specialism that answers for the words
    std::string says = {};              ///< what the person is told
    std::vector<std::string> call = {}; ///< whom to call now, by role, in this order
    bool is_net = false;                ///< under the others: told only when no other flag is found
};

/// The table as it is used. Immutable; any thread.
class RedFlags {
public:
    RedFlags() = default; ///< none: nothing is ever found
    /// Throws Error{format} with the line.
    explicit RedFlags(std::string_view yaml);

    const std::vector<RedFlag>& all() const { return flags_; }

private:
    friend struct RedFlagSearch;

    /// What a pattern of `patterns_` is for.
    struct Use {
        enum class Kind { phrase, with_now, unless, now, past, negation, no_negation };
        Kind kind = Kind::phrase;
        std::size_t flag = 0; ///< of the first three
    };
    void add(std::string_view pattern, const WordSets& sets, std::size_t line, Use use);

    std::vector<RedFlag> flags_;
    WordPatterns patterns_;
    std::vector<Use> uses_;
};

/// Where it stands, in bytes, and never what it says.
struct RedFlagFinding {
    const RedFlag* flag = nullptr; ///< lives as long as the table
    std::size_t start = 0;
    std::size_t end = 0;
};

/// In the order of the text; a flag that stands in several places is found in each, once where its own
/// matches overlap. Cost grows with the length of the text alone.
std::vector<RedFlagFinding> find_red_flags(std::string_view text, const RedFlags& flags);

} // namespace guidepost::consultation
