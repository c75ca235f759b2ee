// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/name_evidence.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

constexpr auto deeds = std::to_array<std::string_view>(
    {"says",      "said",       "told",       "tells",   "wants",   "wanted",  "rang",    "rings",
     "phoned",    "called",     "texted",     "asked",   "asks",    "thinks",  "denies",  "denied",
     "lives",     "lived",      "hit",        "hits",    "knows",   "knew",    "hates",   "loves",
     "loved",     "admits",     "admitted",   "claims",  "claimed", "refused", "refuses", "agreed",
     "agrees",    "replied",    "attended",   "attends", "missed",  "cried",   "shouted", "punched",
     "slapped",   "threatened", "assaulted",  "married", "drinks",  "drank",   "feels",   "felt",
     "goes",      "came",       "went",       "moved",   "drove",   "stayed",  "visited", "reported",
     "disclosed", "complained", "apologised", "seemed",  "looks",   "looked",  "wrote",   "turned",
     "doesn't",   "didn't",     "won't",      "isn't",   "wasn't",  "hasn't",  "threw",   "stole",
     "used",      "took",       "grabbed",    "kicked",  "walked",  "works",   "worked"});
constexpr auto states = std::to_array<std::string_view>(
    {"has", "had", "was", "is", "keeps", "left", "does", "did", "will", "can"});

/// What is done to people.
constexpr auto done_to = std::to_array<std::string_view>(
    {"hit",         "hits",       "hitting",    "saw",        "seen",      "met",        "meet",
     "meets",       "told",       "tell",       "rang",       "ring",      "phoned",     "phone",
     "texted",      "asked",      "ask",        "threatened", "threatens", "assaulted",  "punched",
     "slapped",     "kicked",     "pushed",     "stabbed",    "strangled", "choked",     "bit",
     "beat",        "raped",      "abused",     "hurt",       "killed",    "harmed",     "loves",
     "loved",       "hates",      "married",    "dating",     "visited",   "visit",      "visits",
     "contacted",   "contacting", "messaged",   "emailed",    "followed",  "stalked",    "harassed",
     "kissed",      "touched",    "groomed",    "blames",     "blamed",    "misses",     "missed",
     "supervise",   "supervised", "supervises", "knows",      "knew",      "introduced", "grabbed",
     "controlled",  "controls",   "frightened", "scared",     "thanked",   "arrested",   "cautioned",
     "interviewed", "tells",      "believes",   "believed",   "trusts",    "sees",       "dumped"});
/// What is said or written to somebody, or about them.
constexpr auto said_to = std::to_array<std::string_view>(
    {"spoke",   "speak",   "speaks",     "speaking",  "spoken",  "talk",       "talked",
     "talks",   "talking", "wrote",      "write",     "written", "listen",     "listened",
     "shouted", "shouts",  "apologised", "apologise", "lied",    "complained", "engaged",
     "married", "loyal",   "violent",    "rude",      "abusive", "texts",      "messages",
     "calls",   "kids",    "children",   "child",     "baby"});
/// What people do with each other.
constexpr auto done_with = std::to_array<std::string_view>(
    {"spoke",   "speak",   "speaking", "talked",      "talk",    "contact",      "living",
     "lives",   "live",    "lived",    "in",          "back",    "relationship", "stay",
     "stays",   "staying", "stayed",   "supervision", "meeting", "met",          "appointment",
     "session", "argued",  "argument", "row",         "fight",   "slept",        "friends",
     "worked",  "work",    "works",    "working",     "kids",    "children",     "child",
     "baby",    "left",    "out",      "off",         "up",      "home",         "seen"});

constexpr auto of_people = std::to_array<std::string_view>(
    {"mother",   "mum",       "mam",     "father",     "dad",        "parents",   "flat",      "house",
     "home",     "phone",     "kids",    "children",   "son",        "daughter",  "brother",   "sister",
     "partner",  "wife",      "husband", "girlfriend", "boyfriend",  "ex",        "behaviour", "drinking",
     "face",     "neck",      "arm",     "hair",       "bedroom",    "family",    "friend",    "friends",
     "mate",     "boss",      "car",     "dog",        "medication", "offending", "offence",   "risk",
     "plan",     "solicitor", "baby",    "nan",        "gran",       "aunt",      "uncle",     "cousin",
     "handbag",  "money",     "address", "door",       "room",       "bed",       "clothes",   "throat",
     "body",     "birthday",  "account", "file",       "case",       "mobile",    "number",    "licence",
     "sentence", "version",   "side"});

constexpr auto owners = std::to_array<std::string_view>({"his", "her", "their", "my", "the", "our", "your"});

const NameToken* token_at(const NameTokens& tokens, std::size_t at)
{
    return at < tokens.size() ? &tokens[at] : nullptr;
}

} // namespace

bool does_what_people_do(const NameTokens& tokens, std::size_t at)
{
    const auto* next = token_at(tokens, at + 1);
    if (!next || next->gap != ' ')
        return false;
    if (has(deeds, *next))
        return true;
    // "has not replied", "did not come", "will not talk"
    const auto* third = token_at(tokens, at + 2);
    return third && third->gap == ' ' && has(states, *next) &&
           (third->lower == "not" || third->lower == "never" || has(deeds, *third));
}

bool is_subject(const NameTokens& tokens, std::size_t at)
{
    const auto* next = token_at(tokens, at + 1);
    return does_what_people_do(tokens, at) || (next && next->gap == ' ' && has(states, *next));
}

bool has_people_before(const NameTokens& tokens, std::size_t at)
{
    if (at == 0 || tokens[at].gap != ' ' || tokens[at].starts_sentence)
        return false;
    const auto& before = tokens[at - 1];
    if (has(done_to, before))
        return true;
    if (at < 2 || before.gap != ' ')
        return false;
    if (before.lower == "with")
        return has(done_with, tokens[at - 2]);
    return (before.lower == "to" || before.lower == "about" || before.lower == "at" ||
            before.lower == "from") &&
           has(said_to, tokens[at - 2]);
}

bool has_people_behind(const NameTokens& tokens, std::size_t at, const NameWords& words)
{
    const auto* next = token_at(tokens, at + 1);
    if (!next)
        return false;
    if (tokens[at].is_possessive)
        return has(of_people, *next);
    const auto* third = token_at(tokens, at + 2);
    if (!third)
        return false;
    const auto is_relation = [&](const NameToken& word) {
        const auto* entry = words.clue_of(word);
        return entry && entry->clue == NameClue::relation;
    };
    if (next->gap == ',' && has(owners, *next) && third->gap == ' ')
        return is_relation(*third) || (at + 3 < tokens.size() && is_relation(tokens[at + 3]));
    return next->lower == "and" &&
           (third->lower == "her" || third->lower == "his" || third->lower == "their") &&
           at + 3 < tokens.size() && (is_relation(tokens[at + 3]) || has(of_people, tokens[at + 3]));
}

bool is_said_of_a_thing(const NameTokens& tokens, std::size_t at, const NameWords& words)
{
    static constexpr auto articles =
        std::to_array<std::string_view>({"the", "a", "an", "this", "each", "every", "any", "no", "some"});
    if (at == 0 || tokens[at].gap != ' ')
        return false;
    const auto& before = tokens[at - 1];
    const bool is_capital_word =
        before.is_capital && !before.starts_sentence && before.letters > 1 && !before.is_in_shouting &&
        (words.is_word(before) || words.is_known_capital(before)) && !words.is_given(before);
    return has(articles, before) || is_capital_word;
}

bool is_said_of_a_place(const NameTokens& tokens, std::size_t at, const NameWords& words)
{
    static constexpr auto where = std::to_array<std::string_view>(
        {"in", "near", "to", "from", "at", "around", "outside", "of", "via", "across", "between", "into",
         "through", "hmp", "yoi", "visiting", "yn", "i", "o"});
    const auto is_place = [&](const NameToken& word) {
        return word.is_capital && words.is_known_capital(word) && !words.is_given(word);
    };
    if (at > 0 && tokens[at].gap != '.' &&
        (has(where, tokens[at - 1]) || is_place(tokens[at - 1]) ||
         ((tokens[at - 1].lower == "and" || tokens[at - 1].lower == "or") && at > 1 &&
          is_place(tokens[at - 2]))))
        return true;
    const auto* next = token_at(tokens, at + 1);
    if (!next || next->gap == '.')
        return false;
    const auto* third = token_at(tokens, at + 2);
    const bool is_joined = (next->lower == "and" || next->lower == "or") && third && is_place(*third);
    return is_joined || (next->is_capital && next->gap == ' ' && !words.is_surname(*next)) ||
           (next->gap == ',' && is_place(*next));
}

bool is_of_an_institution(const NameTokens& tokens, std::size_t at, std::size_t end)
{
    static constexpr auto before = std::to_array<std::string_view>({"hmp", "hmyoi", "yoi", "hmpyoi", "hm"});
    static constexpr auto behind = std::to_array<std::string_view>(
        {"crown",     "magistrates", "magistrates'", "county",  "court",   "courts",       "hospital",
         "infirmary", "prison",      "prisons",      "police",  "council", "constabulary", "university",
         "borough",   "pdu",         "pdus",         "airport", "station", "probation",    "yoi",
         "hmp",       "ap",          "approved",     "local",   "city",    "town",         "cmht",
         "nhs",       "trust",       "valley",       "family",  "youth",   "coroner's",    "mosque",
         "league",    "act",         "team"});
    if (at > 0 && tokens[at].gap != '.' && has(before, tokens[at - 1]))
        return true;
    const auto* next = token_at(tokens, end);
    return next && next->gap == ' ' && next->is_capital && has(behind, *next);
}

bool is_of_a_law(const NameTokens& tokens, std::size_t at)
{
    return tokens[at].is_possessive && at + 1 < tokens.size() && tokens[at + 1].lower == "law";
}

} // namespace guidepost::privacy
