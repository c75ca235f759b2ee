// SPDX-License-Identifier: GPL-2.0-or-later
// Separated values as spreadsheets write them (RFC 4180), with lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::people {

struct CsvRow {
    std::size_t line = 0; ///< on which it starts, from 1
    std::vector<std::string> cells = {};
};

/// Empty lines and a byte order mark are left out. A quote that never ends takes the rest of the text:
/// `line_of_open_quote` says where it began, 0 when all is well, and that row is not among the rows.
struct Csv {
    std::vector<CsvRow> rows = {};
    std::size_t line_of_open_quote = 0;
};
Csv read_csv(std::string_view text, char separator = ',');

/// The bytes of a file as a spreadsheet saves it: UTF-8 or UTF-16, parted by commas, semicolons or tabs, with
/// or without a first line "sep=;". Hard blanks become blanks. Rows and columns at the end that are empty
/// through and through are left out.
Csv read_spreadsheet(std::string_view bytes);

} // namespace guidepost::people
