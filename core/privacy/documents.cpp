// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/identifier_finders.h"
#include "core/privacy/pattern.h"
#include "core/privacy/text_cursor.h"

#include <algorithm>
#include <array>
#include <list>

namespace guidepost::privacy {
namespace {

/// What people call a number, and its form; the word makes good a wrong check letter and stray blanks.
struct Named {
    PersonalData what;
    Pattern pattern;

    Named(PersonalData kind, const std::string& names, const std::string& form)
        : what{kind},
          pattern{"\\b(?:" + names + ")(?![\\p{L}])" + link_to_number + "(" + form + ")" + word_end}
    {}
};

template <class Kinds>
void find_named(const Kinds& kinds, std::string_view plain, Findings& findings)
{
    for (const auto& kind : kinds)
        kind.pattern.for_each(plain, [&](const Pattern::Match& match) {
            findings.push_back({kind.what, match[1].start, match[1].end});
            return true;
        });
}

const std::string document_gap = R"([\ .\-_/]{0,3})";

/// The mark of a car since 2001: two letters, its half year, three letters.
bool is_half_year(std::string_view two_digits)
{
    const int number = (two_digits[0] - '0') * 10 + (two_digits[1] - '0');
    return (number >= 2 && number <= 30) || (number >= 51 && number <= 80);
}

} // namespace

void find_named_numbers(std::string_view plain, Findings& findings)
{
    static const std::list<Named> kinds = [] {
        const auto digits = [](const char* count) {
            return "(?:" + document_gap + R"(\d){)" + count + "}";
        };
        std::list<Named> table;
        table.emplace_back(PersonalData::crn, R"(crn|case\ reference|ndelius)", "[A-Z01]" + digits("6"));
        table.emplace_back(PersonalData::prison_number, R"(noms|nomis|prison|prisoner)",
                           "[A-Z01]" + digits("4") + document_gap + "[A-Z]" + document_gap + "[A-Z]");
        table.emplace_back(PersonalData::nhs_number, "nhs", R"(\d)" + digits("9"));
        table.emplace_back(PersonalData::national_insurance, R"(nino|ni|n\.i\.?|national\ insurance)",
                           "[A-Z]" + document_gap + "[A-Z]" + digits("6") + "(?:" + document_gap + "[A-Z])?");
        table.emplace_back(PersonalData::pnc_id, R"(pnc|pncid)",
                           R"((?:\d{4}|\d\d)\ ?[/\-]?\ ?\d{1,7}\ ?[/\-]?\ ?[A-Z])");
        table.emplace_back(PersonalData::cro_number, "cro",
                           R"((?:\d{1,6}\ ?[/\-]\ ?\d\d|SF\ ?\d\d\ ?[/\-]\ ?\d{1,6})\ ?[/\-]?\ ?[A-Z])");
        table.emplace_back(
            PersonalData::other_number,
            R"(asn|urn|arrest\ summons|crime|custody|home\ office|ho|brp|visor|court\ case|case|tenancy|
                              hospital|oasys\ id|immigration|cid)",
            R"((?=(?:[A-Z/.\-]{0,8}\d){5}) [A-Z\d]{1,12}(?:[/.\-][A-Z\d]{1,14}){0,6})");
        return table;
    }();
    find_named(kinds, plain, findings);
}

void find_documents(std::string_view plain, Findings& findings)
{
    static const std::list<Named> kinds = [] {
        std::list<Named> table;
        table.emplace_back(PersonalData::passport, "passport", R"((?:[A-Z]{1,3}\ ?)?\d(?:\ ?\d){5,8})");
        table.emplace_back(
            PersonalData::driving_licence, R"(driving\ licen[cs]e|driver\ number|dvla)",
            R"((?=(?:[A-Z\ ]{0,6}\d){4})[A-Z\d]{4,18}(?:\ (?=[A-Z]{0,5}\d)[A-Z\d]{2,6}){0,4})");
        table.emplace_back(
            PersonalData::vehicle,
            R"(cars?|van|vehicle|motorbike|moped|reg|regn|registration|(?:number\ )?plates?|vrm|index)",
            R"((?=[A-Z\d\ ]{0,5}\d)(?=[\d\ ]{0,5}[A-Z])(?:[A-Z]{2}\ ?\d\d\ ?[A-Z]{3}|[A-Z]\ ?\d{1,3}\ ?[A-Z]{3}|
                              [A-Z]{3}\ ?\d{1,3}\ ?[A-Z]|[A-Z]{3}\ ?\d{3,4}|\d{3,4}\ ?[A-Z]{3}))");
        return table;
    }();
    static const Pattern licence{
        word_start + R"([A-Z9]{5}\ ?\d[0156]\d(?:0[1-9]|[12]\d|3[01])\d\ ?[A-Z9]{2}[A-Z\d][A-Z]{2})" +
        word_end};
    static const Pattern plate{word_start + R"((?:[A-HJ-PR-Y]{2})(\d\d)(\ ?)(?:[A-HJ-PR-Z]{3}))" + word_end};
    find_named(kinds, plain, findings);
    licence.for_each(plain, [&](const Pattern::Match& match) {
        findings.push_back({PersonalData::driving_licence, match[0].start, match[0].end});
        return true;
    });
    plate.for_each(plain, [&](const Pattern::Match& match) {
        const auto written = match[0].of(plain);
        const bool has_small =
            std::any_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        // "me15 men": in small letters a blank parts two words.
        if (!is_half_year(match[1].of(plain)) || (has_small && !match[2].is_empty()))
            return false;
        findings.push_back({PersonalData::vehicle, match[0].start, match[0].end});
        return true;
    });
}

} // namespace guidepost::privacy
