// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/csv.h"
#include "core/text/characters.h"
#include "core/text/text.h"

#include <algorithm>
#include <array>

namespace guidepost::people {
namespace {

enum class Encoding { utf8, utf16_low_first, utf16_high_first };

/// By its byte order mark; without one by the zero bytes that the letters of a first line have.
Encoding encoding_of(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE"))
        return Encoding::utf16_low_first;
    if (bytes.starts_with("\xFE\xFF"))
        return Encoding::utf16_high_first;
    if (bytes.size() >= 4 && bytes[1] == '\0' && bytes[3] == '\0')
        return Encoding::utf16_low_first;
    if (bytes.size() >= 4 && bytes[0] == '\0' && bytes[2] == '\0')
        return Encoding::utf16_high_first;
    return Encoding::utf8;
}

std::string from_utf16(std::string_view bytes, Encoding encoding)
{
    const auto unit_at = [&](std::size_t at) {
        const auto one = static_cast<unsigned char>(bytes[at]),
                   two = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(encoding == Encoding::utf16_low_first ? one | two << 8 : one << 8 | two);
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto point = unit_at(at);
        const bool is_first_half = point >= 0xD800 && point < 0xDC00;
        if (is_first_half && at + 3 < bytes.size()) {
            const auto second = unit_at(at + 2);
            if (second >= 0xDC00 && second < 0xE000) {
                point = 0x10000 + ((point - 0xD800) << 10) + (second - 0xDC00);
                at += 2;
            }
        }
        const bool is_half = point >= 0xD800 && point < 0xE000;
        if (point != 0xFEFF)
            append_utf8(text, is_half ? char32_t{0xFFFD} : point);
    }
    return text;
}

/// What stands most often in the first line, outside of quotation marks.
char separator_of(std::string_view text)
{
    std::array<std::pair<char, int>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
    bool in_quotes = false;
    for (const char c : text) {
        if (c == '"')
            in_quotes = !in_quotes;
        else if (c == '\n' && !in_quotes)
            break;
        else if (!in_quotes)
            for (auto& [separator, count] : counts)
                count += c == separator ? 1 : 0;
    }
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& one, const auto& other) { return one.second < other.second; })
        ->first;
}

/// Hard and narrow blanks are blanks, marks without width are nothing.
std::string with_plain_blanks(const std::string& cell)
{
    std::string plain;
    for (std::size_t at = 0; at < cell.size();) {
        const auto here = code_point_at(cell, at);
        const auto size = std::max<std::size_t>(here.bytes, 1);
        const bool is_blank =
            here.value == 0xA0 || here.value == 0x202F || (here.value >= 0x2000 && here.value <= 0x200A);
        const bool is_nothing = here.value == 0x200B || here.value == 0x2060 || here.value == 0xFEFF;
        if (is_blank)
            plain += ' ';
        else if (!is_nothing)
            plain += cell.substr(at, size);
        at += size;
    }
    return plain;
}

bool is_empty(const std::string& cell)
{
    return trimmed(cell).empty();
}

} // namespace

Csv read_spreadsheet(std::string_view bytes)
{
    const auto encoding = encoding_of(bytes);
    std::string text = encoding == Encoding::utf8 ? std::string{bytes} : from_utf16(bytes, encoding);
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    // "sep=;" is for the spreadsheet alone; its line still counts.
    char separator = separator_of(text);
    if (const auto first = trimmed(text.substr(0, text.find('\n'))); lower_ascii(first).starts_with("sep=")) {
        separator = first.size() > 4 ? first[4] : '\t';
        text.replace(text.find_first_not_of(" \t"), first.size(), "");
    }
    auto csv = read_csv(text, separator);
    for (auto& row : csv.rows)
        for (auto& cell : row.cells)
            cell = with_plain_blanks(cell);
    std::erase_if(csv.rows, [](const CsvRow& row) {
        return std::all_of(row.cells.begin(), row.cells.end(), is_empty);
    });
    if (csv.rows.empty())
        return csv;
    auto& head = csv.rows.front().cells;
    while (!head.empty() && is_empty(head.back()))
        head.pop_back();
    for (auto& row : csv.rows)
        while (row.cells.size() > head.size() && is_empty(row.cells.back()))
            row.cells.pop_back();
    return csv;
}

} // namespace guidepost::people
