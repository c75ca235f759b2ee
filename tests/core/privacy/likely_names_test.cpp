// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/likely_names.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/core/privacy/identifier_lines.h"
#include "tests/core/privacy/name_lines.h"
#include "tests/support/catch.h"
#include "tests/support/growth.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <map>

using namespace guidepost;
using namespace guidepost::privacy;

namespace {

std::vector<LikelyName> names_in(std::string_view text)
{
    return find_likely_names(text, test::shipped_roles(), test::shipped_words());
}

/// "Sarah=partner A", in the order of the text.
std::vector<std::string> found_in(std::string_view text)
{
    std::vector<std::string> found;
    for (const auto& name : names_in(text))
        found.push_back(std::string{text.substr(name.start, name.end - name.start)} + "=" + name.role);
    return found;
}

using Found = std::vector<std::string>;

} // namespace

TEST_CASE("the dictionary that tells names from words is installed", "[privacy]")
{
    REQUIRE(test::shipped_words().has_dictionary());
}

TEST_CASE("likely names are found by every clue, and how many is printed", "[privacy]")
{
    struct Rate {
        int lines = 0, found = 0;
    };
    std::map<NameClue, Rate> rates;
    std::string missed;
    for (const auto& line : test::name_lines(3000)) {
        auto& rate = rates[line.clue];
        ++rate.lines;
        const auto at = line.text.find(line.name);
        bool is_found = false;
        for (const auto& name : names_in(line.text))
            is_found |= name.start <= at && name.end >= at + line.name.size();
        rate.found += is_found;
        if (!is_found)
            missed += std::string{word_of(line.clue)} + ": " + line.text + '\n';
    }
    for (const auto& [clue, rate] : rates)
        std::cout << fmt::format("likely names: {} of {} found by clue \"{}\"\n", rate.found, rate.lines,
                                 word_of(clue));

    INFO(missed);
    REQUIRE(rates.size() == 5);
    CHECK(rates[NameClue::title].found * 100 >= rates[NameClue::title].lines * 99);
    CHECK(rates[NameClue::relation].found * 100 >= rates[NameClue::relation].lines * 97);
    CHECK(rates[NameClue::naming].found * 100 >= rates[NameClue::naming].lines * 99);
    CHECK(rates[NameClue::unknown].found * 100 >= rates[NameClue::unknown].lines * 95);
    CHECK(rates[NameClue::given].found * 100 >= rates[NameClue::given].lines * 90);
}

TEST_CASE("few lines without a name raise an alarm, and how many is printed", "[privacy]")
{
    std::string alarms;
    const auto count = [&](const char* what, const std::vector<std::string>& lines) {
        std::size_t with_alarm = 0;
        for (const auto& line : lines)
            if (const auto found = found_in(line); !found.empty()) {
                ++with_alarm;
                alarms += fmt::format("{}: {} <- {}\n", what, join(found, ", "), line);
            }
        std::cout << fmt::format("likely names: {} of {} lines of {} raise an alarm\n", with_alarm,
                                 lines.size(), what);
        return with_alarm;
    };
    const auto lines_of = [](const std::filesystem::path& file) {
        std::vector<std::string> lines;
        for (const auto& line : split(read_file(file, 1 << 20), '\n'))
            if (line.front() != '#' || line.starts_with("# ") == false)
                lines.push_back(line.substr(0, line.find('\t')));
        return lines;
    };
    const auto bodies_below = [&](const char* folder) {
        std::vector<std::string> lines;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{test::source_file(folder)}) {
            if (entry.path().extension() != ".md")
                continue;
            const auto text = read_file(entry.path(), 1 << 20);
            const auto body = text.find("\n---\n", 4);
            for (const auto& line :
                 split(std::string_view{text}.substr(body == std::string::npos ? 0 : body + 5), '\n'))
                lines.push_back(line);
        }
        return lines;
    };
    const auto questions = lines_of(test::source_file("tests/data/ordinary-questions.txt"));
    const auto clean = test::clean_lines(2000);
    const auto guidance = bodies_below("content/guidance");
    const auto modules = bodies_below("plugins");

    const auto of_clean = count("invented lines full of numbers", clean);
    const auto of_questions = count("ordinary questions", questions);
    const auto of_guidance = count("guidance", guidance);
    const auto of_modules = count("programme modules", modules);

    INFO(alarms);
    CHECK(of_clean * 100 < clean.size() * 3);
    CHECK(of_questions * 100 < questions.size() * 3);
    CHECK(of_guidance * 100 < guidance.size() * 3);
    CHECK(of_modules * 100 < modules.size() * 3);
}

TEST_CASE("a name is found by what stands before it, and gets the role of that", "[privacy]")
{
    CHECK(found_in("Mr Smith rang") == Found{"Mr Smith=person A"});
    CHECK(found_in("Dr. A. Khan and PC O'Neill") ==
          Found{"Dr. A. Khan=clinician A", "PC O'Neill=police officer A"});
    CHECK(found_in("his girlfriend Sarah") == Found{"Sarah=partner A"});
    CHECK(found_in("his girlfriend sarah") == Found{"sarah=partner A"});
    CHECK(found_in("her ex, Dean, is back") == Found{"Dean=former partner A"});
    CHECK(found_in("her ex-partner Wayne Mc\u00c9vil") == Found{"Wayne Mc\u00c9vil=partner A"});
    CHECK(found_in("his son Tyler and daughter Grace") == Found{"Tyler=child A", "Grace=child B"});
    CHECK(found_in("a man called Steve") == Found{"Steve=person A"});
    CHECK(found_in("her friend called Jo") == Found{"Jo=friend A"});
    CHECK(found_in("his mrs is pregnant") == Found{});
    CHECK(found_in("Mark says no. Mark the date.") == Found{"Mark=person A"});
    CHECK(found_in("the victim Renée's flat") == Found{"Renée=victim A"});
}

TEST_CASE("one person keeps one role through the text", "[privacy]")
{
    CHECK(
        found_in("Kyle came. His brother Kyle left, and his sister Priya with Kyle's mate Jamal.") ==
        Found{"Kyle=relative A", "Kyle=relative A", "Priya=relative B", "Kyle=relative A", "Jamal=friend A"});
    // Grace is a word; after a relation gave it away it counts anywhere with a capital.
    CHECK(found_in("His wife Zoë Walker rang. I met Walker.") ==
          Found{"Zoë Walker=partner A", "Walker=partner A"});
}

TEST_CASE("what is written with a capital and names nobody is left alone", "[privacy]")
{
    for (const char* clean : {"He has moved in with partner A and child 8; officer 14 told MOSOVO.",
                              "Building Choices starts on Monday.",
                              "DC High and SARA Medium",
                              "Her IDVA and his GP",
                              "Clare's Law",
                              "He was on Facebook, Snapchat and Tinder.",
                              "the North West in December",
                              "## Ex Partner Programme",
                              "I think He",
                              "Don't. Won't. Shouldn't.",
                              "Self-harm and co-defendants",
                              "Partner Building work",
                              "SHPOs and APs",
                              "Will he? Hope so. Grace period.",
                              "",
                              "A B C",
                              "Kaizen or Horizon",
                              "9 Mr 9",
                              "Mr",
                              "his girlfriend",
                              "Miss the bus"}) {
        CAPTURE(clean);
        CHECK(found_in(clean) == Found{});
    }
}

TEST_CASE("without a dictionary, titles and relations still give names away", "[privacy]")
{
    KnownWords none;
    const auto names = find_likely_names("Sarah met his wife Priya", test::shipped_roles(), none);
    REQUIRE(names.size() == 1);
    CHECK(names[0].clue == NameClue::relation);
    CHECK(find_likely_names("his wife Priya", {}, none).empty());
}

TEST_CASE("one key puts role words and kinds of identifier in place of what was found", "[privacy]")
{
    const auto redact = [](std::string_view text) {
        return redacted(text, find_identifiers(text, *parse_date("2026-11-21")), names_in(text));
    };
    CHECK(redact("X123456 lives with his girlfriend Sarah at M1 1AE.") ==
          "[case reference number (CRN)] lives with his partner A at [postcode].");
    CHECK(redact("Sarah's son, Tyler, rang Mr Khan") == "person A's child A, rang person B");
    CHECK(redact("Nothing here") == "Nothing here");

    // What was redacted raises nothing again.
    for (const auto& line : test::name_lines(500)) {
        const auto once = redact(line.text);
        CAPTURE(line.text, once);
        CHECK(once.find(line.name) == std::string::npos);
        CHECK(redact(once) == once);
    }
    // Findings of another text change nothing.
    CHECK(redacted("ab", {{PersonalData::crn, 1, 9}}, {{NameClue::title, 5, 7, 5, "x"}}) == "ab");
}

TEST_CASE("a table of role words that does not read is refused with its line", "[privacy]")
{
    CHECK(RoleWords{"# none\n\n"}.roles().empty());
    for (const char* bad :
         {"relation\twife\tpartner\nwife\tpartner", "relation\twife\tpartner\nkin\twife\tpartner",
          "relation\twife\tpartner\nunknown\twife\tpartner"})
        try {
            RoleWords roles{bad};
            FAIL(bad);
        } catch (const Error& e) {
            CHECK(std::string_view{e.what()}.starts_with("line 2: "));
        }
    const auto& roles = test::shipped_roles().roles();
    for (const char* role : {"partner", "child", "victim", "officer", "person"})
        CHECK(std::find(roles.begin(), roles.end(), role) != roles.end());
}

TEST_CASE("any bytes at all are read for names without harm", "[privacy]")
{
    std::uint32_t seed = 9;
    const std::string_view likely{"AaBb. ,-'\xE2\x80\x99\xC3\x89\xC3\xA9\xFF\xC4\xB9Mr his wife \n\"(9"};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) {
            seed = seed * 1664525 + 1013904223;
            text += likely[(seed >> 16) % likely.size()];
        }
        std::size_t last = 0;
        for (const auto& name : names_in(text)) {
            REQUIRE(name.from >= last);
            REQUIRE(name.start >= name.from);
            REQUIRE(name.end > name.start);
            REQUIRE(name.end <= text.size());
            REQUIRE_FALSE(name.role.empty());
            last = name.end;
        }
    }
}

TEST_CASE("names cost in proportion to the text, whatever it is made of", "[privacy]")
{
    const std::string pattern =
        GENERATE(as<std::string>{}, "Sarah ", "Mr ", "his wife Kyle, ", "a-", "A'a", "Mr A. ", "\xC3\x89",
                 "called ", ".", "A. ", "SMITH, ", "his kids Kyle and ", "\u0410", "is ", "Chester and ");
    std::string text;
    while (text.size() < (1u << 18))
        text += pattern;
    const std::string_view part = std::string_view{text}.substr(0, text.size() / test::Growth::span);

    const auto cost = test::growth([&] { names_in(part); }, [&] { names_in(text); });

    CAPTURE(pattern, cost.once, cost.longer);
    REQUIRE(cost.is_in_proportion());
}
