// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/identifier_finders.h"
#include "core/privacy/pattern.h"
#include "core/privacy/text_cursor.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

const std::string phone_gap = R"([\ ().\-/_]{0,3})";

std::size_t groups_of_digits(std::string_view part)
{
    std::size_t groups = 0;
    for (std::size_t i = 0; i < part.size(); ++i)
        groups += is_digit(part[i]) && (i == 0 || !is_digit(part[i - 1])) ? 1 : 0;
    return groups;
}

/// "0 1 2 3": counted out, no number; "0.123" is a part of one.
bool is_written_like_a_number(std::string_view part)
{
    constexpr std::size_t most_groups = 6;
    const auto first = part.find_first_of("0123456789");
    const bool is_fraction = first + 1 < part.size() && part[first + 1] == '.';
    return groups_of_digits(part) <= most_groups && !is_fraction;
}

/// Numbers that are nobody's: helplines and offices have them for callers not to pay.
bool is_of_a_service(std::string_view part)
{
    std::string digits;
    for (std::size_t i = 0; i < part.size() && digits.size() < 3; ++i)
        if (is_digit(part[i]))
            digits += part[i];
    return part.find('+') == part.npos && (digits == "080" || digits.starts_with("03"));
}

} // namespace

void find_phones(std::string_view plain, Findings& findings)
{
    const std::string start = R"((?<![\p{L}\p{N}+])(?<!\d[.,]))", end = R"((?![\p{L}\p{N}%]))";
    static const std::array forms{
        Pattern{start + R"(((?:\((?=\d{2,6}\)))?0(?:)" + phone_gap + R"(\d){10}))" + end}, // 0113 496 0000
        Pattern{start + R"(((?:\((?=\d{5}\)))?01\d{3}\)?[\ \-]?\d{5}))" +
                end}, // 01204 62083, of the older exchanges
        Pattern{start + R"((7[1-9]\d\d[\ .\-/]?\d{3}[\ .\-/]?\d{3}))" + end}, // a spreadsheet dropped the 0
        Pattern{start + R"((44[\ \-]?(?:\(0\)[\ ]?)?7\d{3}[\ \-]?\d{3}[\ \-]?\d{3}))" + end},
        Pattern{R"((?<![\p{L}\p{N}])((?:\((?=\+\ ?\d{1,3}\)))?\+\ ?[1-9](?:)" + phone_gap + R"(\d){7,14}))" +
                end},
        Pattern{start + R"((00[1-9]\d(?:)" + phone_gap + R"(\d){7,12}))" + end},
        Pattern{
            R"(\b(?:tel|telephone|phones?|mob|mobile|cell|landline|fax|whatsapp|ring|rings|rang|call|calls|text|texts)\b
            (?: [\ :=\#\-.] | \b(?:is|was|number|numbers|no|him|her|me|them|on|at|the|his)\b ){0,8}
            (?!\d{1,2}[/.\-\ ]\d{1,2}[/.\-\ ]\d{2,4}\b) ((?:\((?=\+?\d{1,6}\)))?\+?\d(?:)" +
            phone_gap + R"(\d){6,14}))" + end},
    };
    for (const auto& form : forms)
        form.for_each(plain, [&](const Pattern::Match& match) {
            if (!is_written_like_a_number(match[1].of(plain)) || is_of_a_service(match[1].of(plain)))
                return false;
            findings.push_back({PersonalData::phone, match[1].start, match[1].end});
            return true;
        });
}

void find_mail(std::string_view plain, Findings& findings)
{
    const std::string before = R"((?<![\p{L}\p{M}\p{N}]))",
                      part = R"([\p{L}\p{N}][\p{L}\p{M}\p{N}._%+'&~\-]{0,63})",
                      local = before + part, // "jo dot bloggs"
        spelt_local = before + R"((?:[\p{L}\p{N}]{1,24}(?:\ dot\ |\ ?\(dot\)\ ?)){0,3})" + part,
                      label = R"([\p{L}\p{N}][\p{L}\p{M}\p{N}\-]{0,62})",
                      top = R"([\p{L}][\p{L}\p{M}]{1,23})";
    static const Pattern usual{local + R"(\ ?@\ ?(?:)" + label + R"(\.){1,8})" + top + word_end};
    static const std::array spelt_out{
        Pattern{spelt_local + R"(\ ?[\[({<]\ ?at\ ?[\])}>]\ ?)" + label +
                R"((?:(?:\.|\ ?[\[({<]\ ?dot\ ?[\])}>]\ ?|\ dot\ ))" + label +
                "){0,6}(?:\\.|\\ ?[\\[({<]\\ ?dot\\ ?[\\])}>]\\ ?|\\ dot\\ )" + top + word_end},
        Pattern{spelt_local +
                R"(\ at\ (?!(?:the|an?|this|that|his|her|my|our|your|their|its|one|each|every)\b))" + label +
                R"((?:\ dot\ )" + label + R"(){0,6}\ dot\ )" + top + word_end},
    };
    static const Pattern sign_in_words{R"([\[({<]\ ?at\ ?[\])}>]|\bdot\b)"};
    const auto add = [&](const Pattern::Match& match) {
        findings.push_back({PersonalData::email, match[0].start, match[0].end});
        return true;
    };
    // Every word could begin an address: most texts have no sign, and that is soon known.
    if (plain.find('@') != std::string_view::npos)
        usual.for_each(plain, add);
    if (sign_in_words.is_in(plain))
        for (const auto& form : spelt_out)
            form.for_each(plain, add);
}

} // namespace guidepost::privacy
