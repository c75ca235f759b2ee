// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/identifier_finders.h"
#include "core/privacy/pattern.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

/// Words that stand for a street wherever they follow a number, and others that need capitals or "lives at".
const std::string street =
    R"((?:street|road|rd|avenue|ave|lane|crescent|cres|terrace|gardens|gdns|grove|mews))";
const std::string perhaps_street =
    R"((?:st|ln|drive|dr|close|cl|place|pl|square|sq|court|ct|way|walk|row|hill|park|parade|
    rise|view|green|gate|yard|mount|croft|fold|bank|common|wharf|quay|villas|mansions|buildings|house|cottages?|
    estate|
    heights|meadows?|fields?|end|side|drove|broadway|circus|esplanade|promenade|embankment|approach|ridge|vale|dene|
    chase|
    brow|garth|lea|wood|woods|orchard|bridge|spinney|copse|loke|wynd|ginnel|passage|precinct|tower|towers|point|
    lodge))";
const std::string house_number =
    R"((?:(?:flat|apartment|apt|unit|room|house|plot|caravan)\ ?(?:\d{1,4}[a-z]?|[a-z]),?\ )?
    (?:(?:no\.?|number)\ ?)?\d{1,4}\ ?[a-d]?(?:\ ?[\-/]\ ?\d{1,4}[a-d]?)?,?\ )";
const std::string capital_word = R"((?:(?-i:\p{Lu})[\p{L}\p{M}'.\-]{0,24}))";
/// Not a word that would make the street something else: "12 weeks on the road".
const std::string plain_word =
    R"((?:(?!(?:on|in|at|of|to|the|and|or|a|an|by|from|for|with|per|is|was|were|are|be|his|her|their|
    my|our|your|this|that|these|those|more|less|mile|mph|metre|meter|way|lane|year|month|week|day|hour|minute|men|
    women|
    people|times?|years|months|weeks|days|hours|minutes|sessions|crown|magistrates'?|county|high\ court|youth|family|
    if|he|
    she|they|it|as|up|down|off|out|into|over|across|along)\b)[\p{L}][\p{L}\p{M}'.\-]{0,24}))";
/// The town and what else belongs to the address.
const std::string rest =
    R"((?:,\ )" + capital_word + R"((?:\ )" + capital_word + R"(){0,2}(?=[,;.)\n]|$|\ [A-Z]{1,2}\d)){0,2})";
const std::string at_home =
    R"((?:\b(?:lives?|living|lived|stays?|staying|resid\w{1,4}|moved|moving|released|bailed|tagged|based|
    visit\w{0,3}|house|home|flat|place|works?|working)\ (?:[\p{L}]{1,12}\ ){0,2}?(?:at|to|in|on|near|off)\ |
    \baddress\b[\ :,]{0,3}(?:is|was|of|in|at)?[\ :]{0,2}|\bis\ at\ |\bis\ now\ at\ ))";

} // namespace

void find_addresses(std::string_view plain, Findings& findings)
{
    const std::string not_a_court =
        R"((?!(?:Crown|Magistrates'?|County|High|Family|Youth|Coroner'?s)\ (?:Court|Centre)\b))";
    static const std::array forms{
        // 12 High Street
        Pattern{R"((?<![\p{L}\p{N}.]))"
                "(" +
                house_number + "(?:" + plain_word + R"(\ ){1,3})" + street + R"(\b\.?)" + rest + ")"},
        // 12 Priory Close
        Pattern{R"((?<![\p{L}\p{N}.]))"
                "(" +
                house_number + not_a_court + "(?:" + capital_word + R"(\ ){1,3}(?-i:(?=\p{Lu})))" +
                perhaps_street + R"(\b)" + rest + ")"},
        // lives at 12 priory close, at 3 The Green, on Acacia Avenue
        Pattern{at_home + "((?:" + house_number + "(?:(?:the\\ )?" + plain_word +
                R"(\ ){0,3}(?:the\ )?|(?:)" + capital_word + R"(\ ){1,3}(?-i:(?=\p{Lu})))(?:)" + street +
                "|" + perhaps_street + R"()\b)" + rest + ")"},
        // flat 4, 12 Anything: a number of a number
        Pattern{R"(\b((?:flat|apartment|apt)\ ?\d{1,4}[a-z]?,?\ \d{1,4}[a-d]?,?\ )" + capital_word +
                "(?:\\ " + capital_word + "){0,3}" + rest + ")"},
        // 3 Heol y Bryn
        Pattern{
            R"((?<![\p{L}\p{N}.])(\d{1,4}\ ?[a-d]?,?\ (?:Heol|Stryd|Ffordd|L(?:o|\x{F4})n|Rhodfa|Maes|Cwrt|Clos|Rhes|
    Parc|Cae|
            Trem|Bryn|Pen|Lon)(?:\ (?:yr?|y|'r|[\p{L}][\p{L}\p{M}'\-]{2,24}(?<!\bis|\bwas|\band|\bhas)))(?:\ )" +
            capital_word + "){0,2}" + rest + ")"},
    };
    for (const auto& form : forms)
        form.for_each(plain, [&](const Pattern::Match& match) {
            findings.push_back({PersonalData::address, match[1].start, match[1].end});
            return true;
        });
}

} // namespace guidepost::privacy
