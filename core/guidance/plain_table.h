// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: a table for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace guidepost::guidance {

struct PlainTable {
    bool has_header = false; ///< the first row
    std::vector<std::vector<std::string>> rows = {};
};

/// In columns, words wrapped within them, a line below the header. Where columns would be too narrow to read,
/// row by row with the header's word before each cell.
std::vector<std::string> table_lines(const PlainTable& table, std::size_t width);

} // namespace guidepost::guidance
