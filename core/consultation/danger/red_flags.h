// SPDX-License-Identifier: GPL-2.0-or-later
// Words in a question that mean somebody may be hurt before any answer comes. The form stops on them and
// says whom to call, nearest to death first. Two readers look: rules that specialists own
// (content/red-flags.yaml), and weights learned from what people wrote (content/danger-weights.tsv), for what
// no rule foresaw. It warns and a person decides; that nothing is found says nothing about the danger.
#pragma once

#include "core/consultation/danger/danger_reading.h"
#include "core/consultation/danger/word_rules.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

/// A number that is told to call, and where it was read.
struct EmergencyNumber {
    std::string id = {};
    std::string whom = {};   ///< "Forced Marriage Unit"
    std::string number = {}; ///< "020 7008 0151"
    std::string hours = {};  ///< "Mon to Fri, 9 to 5"; "" is always
    std::string source = {};
    std::string read = {}; ///< the day on which the source was read
};

struct RedFlag {
    std::string id = {};
    std::string title = {};             ///< "Someone may take their own life"
    std::string owner = {};             ///< the specialism that answers for the words
    int near = 0;                       ///< how near death is: 1 to 10
    std::string headline = {};          ///< "Call 999 now"
    std::string number = {};            ///< "999"
    std::string says = {};              ///< one sentence under the number
    std::string more = {};              ///< the rest that a person is told
    std::vector<std::string> call = {}; ///< whom to call now, by role or with the number, in this order
    bool is_net = false;                ///< under the others: told only where it comes first
};

/// The table as it is used. Immutable; any thread.
class RedFlags {
public:
    RedFlags() = default; ///< none: nothing is ever found
    /// Throws Error{format} with the line.
    explicit RedFlags(std::string_view yaml);
    /// The same, with the learned reader beside the rules. Throws Error{format} for weights of a flag that
    /// the table has not.
    RedFlags(RedFlags rules, DangerWeights weights);

    const std::vector<RedFlag>& all() const { return flags_; }
    const std::vector<EmergencyNumber>& numbers() const { return numbers_; }
    const DangerWeights& weights() const { return weights_; }

private:
    friend class RedFlagsFile;
    friend class RedFlagSearch;

    enum class Context { now, past, supposed, denial, no_denial, other_sense };
    enum class Certainty { sure, likely, with_now, unless };
    struct Use {
        Certainty certainty = Certainty::likely;
        std::size_t flag = 0;
    };

    std::vector<EmergencyNumber> numbers_;
    std::vector<RedFlag> flags_;
    Spelling spelling_;
    std::vector<std::string> class_names_; ///< by term of `rules_`, in braces; "" for what is no class
    WordRules context_;
    std::vector<Context> contexts_; ///< what each rule of `context_` tells
    WordRules rules_;
    std::vector<Use> uses_; ///< what each rule of `rules_` is for
    DangerWeights weights_;
    std::vector<std::size_t> learned_flags_; ///< in `flags_`, of each flag of the weights
};

/// Where it stands, in bytes, and never what it says.
struct RedFlagFinding {
    const RedFlag* flag = nullptr; ///< lives as long as the table
    std::size_t start = 0;
    std::size_t end = 0;
    int rank = 0; ///< how near death is and how sure the words are: more is told first
};

/// What is told first stands first; a flag that stands in several places is found in each, once where its
/// own matches overlap. Cost grows with the length of the text alone.
std::vector<RedFlagFinding> find_red_flags(std::string_view text, const RedFlags& flags);

/// What the learned reader has of a text; script/danger-weights learns from it.
DangerText danger_text(std::string_view text, const RedFlags& flags);

} // namespace guidepost::consultation
