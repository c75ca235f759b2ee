// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/identifier_finders.h"
#include "core/privacy/name_tokens.h"
#include "core/privacy/pattern.h"
#include "core/text/text.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

/// A full stop belongs to it in "St. Asaph" and ends the sentence elsewhere.
const std::string capital_word = R"((?:(?-i:\p{Lu})(?:\p{L}?\.(?=\ )|[\p{L}\p{M}'\-]{0,24})))";
const std::string joint =
    R"((?:\ (?:of|the|on|upon|in|y|yr|le|and|&|c|e|under|next|by)(?=\ )(?!\ (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|
    mar|apr|may|jun|jul|aug|sep|oct|nov|dec|his|her))
    )?)";
/// Not the name of a school but what kind of school it is.
const std::string no_name =
    R"((?!(?:an?|the|his|her|their|our|my|your|its|this|that|same|local|special|primary|secondary|new|nearby|
    mainstream|boarding|high|infants?|junior|state|private|public|different|another|old|nursery|sunday|middle|after|
    night|
    day|each|every|any|some|first|second|early|years|faith|which|what|children'?s|girls'?|boys'?|to|at|in|from|of|
    for|and|or|
    with|is|was|upper|lower|prep|further|education|specialist|residential|grammar|independent|open|driving|business|
    law|
    medical|art|language|police|training|staff|royal|sixth|form|no|not|near|by|outside|when|if|that's|all|two|three|
    both|
    former|previous|own|other|between|about|whole|late|full-time|part-time|home|pre)\b))";

const std::string school =
    R"((?:(?:C\ of\ E|CE|RC|Church\ of\ England|Catholic|Roman\ Catholic|Community|Voluntary|Free|Infants?|Junior|
    Primary|
    Secondary|High|Grammar|Comprehensive|Special|Nursery|Girls'?|Boys'?|Sixth\ Form|Middle|Welsh|Upper|Lower)\ ){0,4}
    (?:school|academy|college|nursery|pre-?school|playgroup|primary|infants|juniors|comprehensive|high|comp))";

/// What follows "lives in" and is none of the small places that give somebody away.
bool is_general(std::string_view word)
{
    static constexpr auto words = std::to_array<std::string_view>(
        {"approved",  "premises",   "supported", "housing", "accommodation", "hostel",    "prison",
         "custody",   "hospital",   "care",      "home",    "house",         "temporary", "community",
         "sheltered", "court",      "job",       "scheme",  "primary",       "secondary", "nursery",
         "academy",   "high",       "church",    "centres", "support",       "mental",    "health",
         "young",     "drug",       "alcohol",   "work",    "programmes",    "recovery",  "school",
         "college",   "university", "programme", "group",   "session",       "sessions",  "hmp",
         "yoi",       "north",      "south",     "east",    "west",          "city",      "town",
         "centre",    "area",       "police",    "service", "stage",         "level",     "phase",
         "module",    "unit",       "step",      "part",    "block",         "week",      "band"});
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether one word of the place is neither known to everybody nor of the field.
bool is_small_place(std::string_view place, const KnownWords& known)
{
    const auto tokens = name_tokens(place);
    return std::any_of(tokens.begin(), tokens.end(), [&](const auto& token) {
        return token.is_capital && !token.is_shouted && !token.is_number && token.lower != "the" &&
               !is_general(token.lower) && !known.is_proper(token.lower);
    });
}

} // namespace

void find_places(std::string_view plain, const KnownWords* known, Findings& findings)
{
    const auto add = [&](Span place) {
        while (plain[place.end - 1] == '.' || plain[place.end - 1] == '\'')
            --place.end;
        findings.push_back({PersonalData::place, place.start, place.end});
        return true;
    };
    // Hollybush Primary School, Ysgol y Bryn
    static const Pattern named_school{word_start + "((?:" + no_name + capital_word + joint + R"(\ ){1,4})" +
                                      "(?-i:(?=\\p{Lu}))" + school + ")" + word_end};
    static const Pattern welsh_school{R"(\b(ysgol\ (?:(?:y|yr|gynradd|gyfun|uwchradd|feithrin|iau)\ ){0,2})" +
                                      capital_word + R"((?:\ (?:y|yr|)" + capital_word + R"()){0,3}))" +
                                      word_end};
    // goes to oakfield primary
    static const Pattern small_school{
        R"(\b(?:goes|go|going|went|attends?|attending|attended|enrolled|starts|started|starting)\ (?:to|at|in)?\ ?)" +
        ("((?:" + no_name + R"([\p{L}][\p{L}\p{M}'\-]{2,24}\ ){1,3})") + school + ")" + word_end};
    named_school.for_each(plain, [&](const auto& match) {
        return (!known || is_small_place(match[1].of(plain), *known)) && add(match[1]);
    });
    welsh_school.for_each(plain, [&](const auto& match) { return add(match[1]); });
    small_school.for_each(plain, [&](const auto& match) { return add(match[1]); });
    if (!known)
        return;
    // lives in Cwmgarw, works at the Red Lion
    static const Pattern lived{
        R"(\b(?:(?:lives?|living|lived|stays?|staying|resid\w{1,4}|moved|moving|settled|grew\ up|housed|
    based)\ (?:\p{L}{1,12}\ )?(?:in|at|to|near|outside)|
        (?:works?|worked|working|employed|job|shifts?|volunteers?|volunteering)\ (?:\p{L}{1,12}\ )?(?:at|for|in)|
        (?:goes|go|going|went|attends?|attending|attended)(?:\ to|\ at)?)\ )" +
        ("((?:the\\ )?" + capital_word + "(?:" + joint + "[\\ \\-]" + capital_word + "){0,4})") + word_end};
    static const Pattern lived_small{
        R"(\b(?:lives?|living|lived|resid\w{1,4}|grew\ up)\ in\ ((?-i:\p{Ll})[\p{Ll}\p{M}'\-]{3,24})(?=[\ ,.;!?\n)]|
    $))"};
    lived.for_each(plain, [&](const auto& match) {
        return is_small_place(match[1].of(plain), *known) && add(match[1]);
    });
    if (known->has_dictionary())
        lived_small.for_each(plain, [&](const auto& match) {
            const auto word = lower_ascii(match[1].of(plain));
            return !known->is_word(word) && !known->is_proper(word) && add(match[1]);
        });
}

} // namespace guidepost::privacy
