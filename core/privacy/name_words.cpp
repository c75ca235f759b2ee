// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/name_words.h"

#include "core/text/text.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

constexpr std::size_t shortest_unknown = 3;

template <class Words>
bool has(const Words& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_short_form(std::string_view word)
{
    constexpr auto endings = std::to_array<std::string_view>({"n't", "'ll", "'ve", "'re", "'d", "'m", "s'"});
    return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return word.ends_with(ending); });
}

/// New medicines are named by rule; a list of them is never whole.
bool is_named_like_medicine(std::string_view word)
{
    constexpr auto endings = std::to_array<std::string_view>(
        {"zepam",   "zolam",    "zapine",   "tiapine",  "methadone", "peridone", "triptyline", "xetine",
         "prazole", "statin",   "olol",     "gabalin",  "bapentin",  "mycin",    "cillin",     "conazole",
         "profen",  "barbital", "phylline", "gliptin",  "orphine",   "codone",   "traline",    "cetamol",
         "azepine", "idone",    "sartan",   "morphine", "etamine"});
    constexpr std::size_t shortest = 7;
    return word.size() >= shortest &&
           std::any_of(endings.begin(), endings.end(), [&](auto ending) { return word.ends_with(ending); });
}

} // namespace

const RoleWords::Entry* NameWords::clue_of(const NameToken& word) const
{
    const auto* entry = roles_.find(word.lower);
    const auto hyphen = word.lower.rfind('-');
    return entry || hyphen == std::string::npos
               ? entry
               : roles_.find(std::string_view{word.lower}.substr(hyphen + 1));
}

bool NameWords::is_listed(const NameToken& word) const
{
    return is_given(word) || is_surname(word) || known_.is_name_and_rather_a_word(word.lower);
}

bool NameWords::is_known_capital(const NameToken& word) const
{
    return known_.is_proper(word.lower) || (word.is_shouted && known_.is_word(word.lower));
}

bool NameWords::is_unknown(const NameToken& word) const
{
    return known_.has_dictionary() && word.lower.size() >= shortest_unknown && !word.is_number &&
           !is_known_capital(word) && !is_made_of_words(word.lower) && !is_named_like_medicine(word.lower);
}

bool NameWords::looks_like_name(const NameToken& word) const
{
    return word.is_capital && !word.is_shouted && !word.is_mixed && !word.is_number && word.letters >= 2 &&
           !is_known_capital(word) && !is_named_like_medicine(word.lower);
}

/// "self-harm", "didn't", "co-defendant", "pre-cons": each part a word, or nearly none of one; "unspent",
/// "resettlement": a word with something before it.
bool NameWords::is_made_of_words(std::string_view word) const
{
    if (known_.is_word(word) || word.find('\'') != std::string_view::npos)
        return known_.is_word(word) || is_short_form(word);
    if (word.find_first_of("0123456789") != std::string_view::npos)
        return true;
    const auto is_or_many = [&](std::string_view part) {
        return known_.is_word(part) || known_.is_proper(part) ||
               (part.ends_with('s') && known_.is_word(part.substr(0, part.size() - 1)));
    };
    constexpr auto prefixes = std::to_array<std::string_view>(
        {"un", "re", "de", "non", "pre", "anti", "mis", "multi", "post", "sub", "self", "cyber"});
    if (word.find('-') != std::string_view::npos) {
        const auto parts = split(word, '-');
        return std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
            return part.size() <= 2 || is_or_many(part) || has(prefixes, part);
        });
    }
    constexpr std::size_t shortest_rest = 4;
    const bool has_prefix = std::any_of(prefixes.begin(), prefixes.end(), [&](auto prefix) {
        return word.starts_with(prefix) && word.size() >= prefix.size() + shortest_rest &&
               known_.is_word(word.substr(prefix.size()));
    });
    return is_or_many(word) || (has_prefix && !known_.is_given_name(word) && !known_.is_surname(word));
}

bool NameWords::is_particle(const NameToken& word)
{
    static constexpr auto particles = std::to_array<std::string_view>(
        {"van", "de", "der", "den",   "von",    "bin",     "ibn", "bint", "binti", "al",  "el",      "ul",
         "ur",  "ap", "ab",  "ferch", "\u00F3", "n\u00ED", "ni",  "mac",  "mc",    "nic", "u\u00ED", "da",
         "dos", "di", "la",  "le",    "du",     "st",      "abu", "o",    "y",     "te"});
    return has(particles, word.lower);
}

bool NameWords::is_never_a_name(const NameToken& word)
{
    static constexpr auto words = std::to_array<std::string_view>(
        {"high",    "medium",   "low",       "very",     "i",       "he",      "she",      "they",
         "we",      "you",      "it",        "the",      "this",    "that",    "who",      "said",
         "and",     "or",       "but",       "not",      "no",      "yes",     "is",       "was",
         "has",     "had",      "does",      "did",      "liaison", "contact", "offender", "support",
         "service", "training", "programme", "building", "safety"});
    return has(words, word.lower);
}

bool NameWords::is_day(const NameToken& word)
{
    static constexpr auto days = std::to_array<std::string_view>(
        {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
         "march", "july", "september", "october", "november", "december", "christmas", "easter"});
    return has(days, word.lower);
}

bool NameWords::is_month(const NameToken& word)
{
    return word.lower == "april" || word.lower == "may" || word.lower == "june" || word.lower == "august";
}

bool NameWords::reads_as_verb(const NameToken& word)
{
    static constexpr auto verbs = std::to_array<std::string_view>(
        {"will",   "may",    "can",   "sue",    "rob",    "chase", "mark",  "pat",    "drew",   "wade",
         "hope",   "bill",   "jack",  "ray",    "rose",   "dean",  "art",   "grace",  "faith",  "joy",
         "summer", "dawn",   "frank", "pierce", "guy",    "carol", "drake", "miles",  "gene",   "young",
         "long",   "best",   "good",  "strong", "king",   "price", "page",  "read",   "hand",   "cross",
         "waters", "wild",   "power", "case",   "may",    "april", "june",  "august", "hunter", "little",
         "short",  "bright", "sharp", "hall",   "hill",   "wood",  "may",   "earl",   "love",   "black",
         "white",  "brown",  "green", "gray",   "grey",   "rush",  "cook",  "bond",   "ward",   "judge",
         "pike",   "pope",   "major", "bush",   "forest", "miss",  "max"});
    return has(verbs, word.lower);
}

bool NameWords::is_feeling(const NameToken& word)
{
    static constexpr auto feelings = std::to_array<std::string_view>(
        {"hope",  "faith", "joy",   "grace", "summer", "dawn",  "amber", "crystal", "ginger", "rusty",
         "sandy", "will",  "bill",  "may",   "jade",   "pearl", "ruby",  "ivy",     "violet", "rose",
         "olive", "heath", "hazel", "holly", "poppy",  "daisy", "lily",  "miles",   "mark",   "chase"});
    return has(feelings, word.lower);
}

} // namespace guidepost::privacy
