// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/privacy/name_lines.h"

#include "core/privacy/guard.h"
#include "core/text/text.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <random>

namespace guidepost::test {

using privacy::NameClue;

namespace {

const std::vector<std::string> given{
    "Sarah",   "Kyle",   "Aisha",      "Mohammed", "Siobhan",  "Wayne",      "Chantelle", "Dariusz",
    "Priya",   "Tyrone", "Kayleigh",   "Gareth",   "Nkechi",   "Jamal",      "Ewa",       "Callum",
    "Shanice", "Rhys",   "Fatima",     "Leanne",   "Zo\u00eb", "Ren\u00e9e", "Ahmed",     "Declan",
    "Bethany", "Kieran", "Anna-Marie", "Nadia",    "Ethan",    "Sinead"};
const std::vector<std::string> given_words{"Mark", "Grace", "Jack", "Dean",  "Rose",
                                           "Will", "Dawn",  "Lee",  "Terry", "Hope"};
const std::vector<std::string> surnames{"Smith",     "Walker",     "O'Neill", "Okafor",   "Khan",
                                        "Evans",     "Kowalski",   "McBride", "Patel",    "Jones",
                                        "Al-Hassan", "Fitzgerald", "Hughes",  "Baker",    "Singh",
                                        "Nowak",     "Wilkinson",  "Abdi",    "Thompson", "Gill"};
const std::vector<std::string> titles{"Mr", "Mrs", "Ms", "Miss", "Dr", "Mr.", "PC", "DS", "Judge"};
const std::vector<std::string> relations{"his girlfriend", "her ex",        "his wife",   "her partner",
                                         "the victim",     "his daughter",  "her son",    "his mum",
                                         "my colleague",   "his brother",   "ex-partner", "his new partner",
                                         "her uncle",      "the neighbour", "his bird",   "our officer",
                                         "his cellmate",   "her stepdad",   "the baby",   "his mate"};
const std::vector<std::string> namings{"a man called", "someone named", "a lad called", "known by the name",
                                       "her friend called"};

const privacy::GuardWords& shipped()
{
    static const auto words = privacy::read_guard_words(source_file("content"));
    return words;
}

} // namespace

std::vector<NameLine> name_lines(std::size_t count)
{
    std::mt19937 chance{20261122};
    const auto pick = [&](const std::vector<std::string>& from) {
        return from[chance() % from.size()];
    };
    static const std::vector<std::string> before{
        "He went to see ",  "I spoke to ", "She lives with ", "We heard that ",
        "No contact with ", "Last week ",  "He says ",        "Does "};
    static const std::vector<std::string> after{" at the weekend.",
                                                ", who has two children.",
                                                " and wants advice.",
                                                " on Friday",
                                                " again.",
                                                "'s house is near.",
                                                "?",
                                                " (age 30)."};
    std::vector<NameLine> lines;
    while (lines.size() < count) {
        const auto full = chance() % 3 == 0;
        switch (chance() % 6) {
        case 0: {
            const auto name = (full ? pick(given) + " " : "") + pick(surnames);
            lines.push_back({NameClue::title, name, pick(before) + pick(titles) + " " + name + pick(after)});
            break;
        }
        case 1: {
            const auto name =
                (chance() % 4 == 0 ? pick(given_words) : pick(given)) + (full ? " " + pick(surnames) : "");
            const auto* gap = chance() % 6 == 0 ? ", " : " ";
            lines.push_back(
                {NameClue::relation, name, pick(before) + pick(relations) + gap + name + pick(after)});
            break;
        }
        case 2: { // typed in a hurry
            const auto name = lower_ascii(pick(given));
            lines.push_back(
                {NameClue::relation, name,
                 lower_ascii(pick(before)) + pick(relations) + " " + name + lower_ascii(pick(after))});
            break;
        }
        case 3: {
            const auto name = chance() % 4 == 0 ? pick(given_words) : pick(given);
            lines.push_back(
                {NameClue::naming, name, pick(before) + pick(namings) + " " + name + pick(after)});
            break;
        }
        case 4: {
            const auto name = pick(given) + (full ? " " + pick(surnames) : "");
            lines.push_back(
                {NameClue::unknown, name,
                 chance() % 3 == 0 ? name + " says he will not come." : pick(before) + name + pick(after)});
            break;
        }
        default: {
            const auto name = pick(given_words);
            lines.push_back(
                {NameClue::given, name,
                 chance() % 3 == 0 ? name + " says he will not come." : pick(before) + name + pick(after)});
        }
        }
    }
    return lines;
}

const privacy::KnownWords& shipped_words()
{
    return shipped().known;
}

const privacy::RoleWords& shipped_roles()
{
    return shipped().roles;
}

} // namespace guidepost::test
