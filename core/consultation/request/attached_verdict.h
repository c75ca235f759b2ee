// SPDX-License-Identifier: GPL-2.0-or-later
// What a programme module said of a case at the moment a question was asked, as it stays with the question.
// Kept as JSON in Request::verdicts: {"version":1,"module","name","module_version","on","options":[{"option",
// "name","verdict","words","reason"}],"best_case","worst_case","blanks","problem"}. The room of modules is
// not known here; words are the module's, in the form in which a person reads them.
#pragma once

#include "core/consultation/request/request.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

struct AttachedVerdict {
    struct Option {
        std::string option = {};
        std::string name = {};
        std::string verdict = {}; ///< "not-eligible"
        std::string words = {};   ///< "Not eligible"
        std::string reason = {};  ///< the first, which says it in short
    };
    std::string module = {}; ///< its id
    std::string name = {};
    std::string version = {}; ///< of the module
    Date on = {};
    std::vector<Option> options = {};
    std::string best_case = {}, worst_case = {}; ///< "" when nothing was blank
    int blanks = 0;                              ///< answers the case did not give
    std::string problem = {};                    ///< why it could say nothing, or not all
};

/// At most longest_text bytes: options at the end are left out when it would be more.
std::string verdict_json(AttachedVerdict verdict);

/// Nothing for what is no verdict of version 1: it came in a file, and is shown to nobody.
std::optional<AttachedVerdict> read_verdict(std::string_view json);

/// Those of a request that can be read, in order.
std::vector<AttachedVerdict> verdicts_of(const Request& request);

/// "Ladders 1.2.0, 22 November 2026": who said it and when.
std::string source_words(const AttachedVerdict& verdict);

/// One line each: "Moderate intensity: Not eligible. Low need and low risk." What was blank and what went
/// wrong come last.
std::vector<std::string> verdict_lines(const AttachedVerdict& verdict);

} // namespace guidepost::consultation
