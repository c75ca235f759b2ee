// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/problem.h"

namespace guidepost::guidance {

std::string format_problem(const std::string& file, const Problem& problem)
{
    std::string line = file;
    if (problem.line > 0)
        line += ":" + std::to_string(problem.line);
    line += problem.severity == Severity::error ? ": error: " : ": warning: ";
    if (!problem.key.empty())
        line += problem.key + " ";
    return line + problem.message;
}

} // namespace guidepost::guidance
