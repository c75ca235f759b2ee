// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/month_words.h"

#include "core/text/text.h"

#include <array>

namespace guidepost::privacy {
namespace {

/// By month: in full, short, in Welsh, in Welsh behind "o", misspelt.
constexpr std::array<std::array<std::string_view, 5>, 12> months{{
    {"january", "jan", "ionawr", "", "janurary"},
    {"february", "feb", "chwefror", "", "febuary"},
    {"march", "mar", "mawrth", "fawrth", ""},
    {"april", "apr", "ebrill", "", ""},
    {"may", "", "mai", "fai", ""},
    {"june", "jun", "mehefin", "fehefin", ""},
    {"july", "jul", "gorffennaf", "orffennaf", ""},
    {"august", "aug", "awst", "", ""},
    {"september", "sept", "medi", "fedi", "sep"},
    {"october", "oct", "hydref", "", ""},
    {"november", "nov", "tachwedd", "dachwedd", ""},
    {"december", "dec", "rhagfyr", "ragfyr", ""},
}};

} // namespace

std::string months_expression()
{
    std::string expression;
    for (const auto& names : months)
        for (std::size_t i = 0; i < names.size(); ++i)
            if (!names.at(i).empty())
                expression += (expression.empty() ? "" : "|") + std::string{names.at(i)};
    return expression;
}

int month_of(std::string_view word)
{
    if (!word.empty() && word.size() <= 2 && word[0] >= '0' && word[0] <= '9')
        return word.size() == 1 ? word[0] - '0' : (word[0] - '0') * 10 + (word[1] - '0');
    const auto small = lower_ascii(word);
    for (std::size_t i = 0; i < months.size(); ++i)
        for (const auto name : months.at(i))
            if (!name.empty() && name == small)
                return static_cast<int>(i) + 1;
    return 0;
}

} // namespace guidepost::privacy
