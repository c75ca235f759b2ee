// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace guidepost::guidance {

enum class Severity { warning, error };

/// Something an author should mend, where it is. `line` counts from 1 within the file, 0 when the
/// whole file is meant; `key` is the front matter key, or "".
struct Problem {
    Severity severity = Severity::error;
    std::size_t line = 0;
    std::string key = {};
    std::string message = {};
};

struct FileProblems {
    std::string path = {}; ///< within its folder
    std::vector<Problem> problems = {};
};

inline bool has_error(const std::vector<Problem>& problems)
{
    for (const auto& problem : problems)
        if (problem.severity == Severity::error)
            return true;
    return false;
}

/// "content/guidance/a.md:4: review_by: is required"
std::string format_problem(const std::string& file, const Problem& problem);

} // namespace guidepost::guidance
