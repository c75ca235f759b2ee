// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/commands.h"
#include "core/consultation/danger/red_flags.h"
#include "core/consultation/rules.h"
#include "core/guidance/front_matter.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/error_of.h"
#include "tests/support/growth.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>
#include <set>

using namespace guidepost;
using namespace guidepost::consultation;

namespace {

const RedFlags& shipped()
{
    static const auto flags = read_red_flags(test::source_file("content"));
    return flags;
}

std::set<std::string> flags_in(std::string_view text, const RedFlags& flags = shipped())
{
    std::set<std::string> ids;
    for (const auto& finding : find_red_flags(text, flags))
        ids.insert(finding.flag->id);
    return ids;
}

using Ids = std::set<std::string>;

/// Lines of "flag TAB text".
std::vector<std::pair<std::string, std::string>> marked_lines(const char* file)
{
    std::vector<std::pair<std::string, std::string>> lines;
    for (const auto& line : split(read_file(test::source_file(file), 1 << 20), '\n'))
        if (line.front() != '#')
            lines.emplace_back(line.substr(0, line.find('\t')), line.substr(line.find('\t') + 1));
    return lines;
}

} // namespace

TEST_CASE("what must stop the form stops it, every line", "[consultation]")
{
    const auto lines = marked_lines("tests/data/red-flags-must.tsv");
    REQUIRE(lines.size() >= 60);
    Ids seen;
    for (const auto& [flag, text] : lines) {
        CAPTURE(text, flags_in(text));
        CHECK((flag == "any" ? !flags_in(text).empty() : flags_in(text).contains(flag)));
        seen.insert(flag);
    }
    for (const auto& flag : shipped().all())
        CHECK(seen.contains(flag.id));
    CHECK(seen.contains(std::string{danger_said})); // what a person says of danger is told by words, too
}

namespace {

struct Score {
    int dangerous = 0, flagged = 0, right_first = 0;
    int harmless = 0, alarms = 0;
    std::string told = {}; ///< what went wrong, line by line
};

/// Of lines "flag TAB text", where "none" is harmless and any other is the flag that must come first.
Score score_of(const char* file)
{
    Score score;
    for (const auto& [flag, text] : marked_lines(file)) {
        const auto found = find_red_flags(text, shipped());
        const auto first = found.empty() ? std::string{"nothing"} : found.front().flag->id;
        if (flag == "none") {
            ++score.harmless;
            score.alarms += !found.empty();
        } else {
            ++score.dangerous;
            score.flagged += !found.empty();
            score.right_first += first == flag;
        }
        if (flag == "none" ? !found.empty() : first != flag)
            score.told += fmt::format("{} came first, not {}: {}\n", first, flag, text);
    }
    std::cout << fmt::format(
        "red flags, {}: {} of {} stop the form, {} with the right one first; {} of {} harmless "
        "lines do\n",
        file, score.flagged, score.dangerous, score.right_first, score.alarms, score.harmless);
    return score;
}

struct Floor {
    const char* file;
    int dangerous, flagged, right_first, most_alarms;
};

} // namespace

TEST_CASE("the danger nearest to death is told first, and harmless lines near it stop nothing",
          "[consultation]")
{
    // The first two were written before the rules, the second kept apart until the rules stood; the others
    // afterwards, one by one. Rules and weights were made on all of these but the last four, which nothing
    // was made on: so well fares a sentence that nobody has written yet. Their heads say how they fared at
    // first sight; the floors of 3 to 5 are that, before the weights.
    const auto floor = GENERATE(Floor{"tests/data/red-flags-tuned.tsv", 100, 100, 96, 0},
                                Floor{"tests/data/red-flags-kept.tsv", 50, 50, 46, 0},
                                Floor{"tests/data/red-flags-fresh-1.tsv", 60, 58, 53, 4},
                                Floor{"tests/data/red-flags-fresh-2.tsv", 60, 58, 57, 6},
                                Floor{"tests/data/red-flags-fresh-3.tsv", 60, 48, 43, 6},
                                Floor{"tests/data/red-flags-fresh-4.tsv", 60, 36, 33, 8},
                                Floor{"tests/data/red-flags-fresh-5.tsv", 60, 38, 29, 2},
                                Floor{"tests/data/red-flags-fresh-6.tsv", 60, 56, 50, 2},
                                Floor{"tests/data/red-flags-fresh-7.tsv", 60, 56, 44, 9},
                                Floor{"tests/data/red-flags-fresh-8.tsv", 60, 56, 43, 2},
                                Floor{"tests/data/red-flags-fresh-9.tsv", 60, 58, 54, 2});
    const auto score = score_of(floor.file);
    INFO(score.told);
    REQUIRE(score.dangerous == floor.dangerous);
    REQUIRE(score.harmless == floor.dangerous);
    CHECK(score.flagged >= floor.flagged);
    CHECK(score.right_first >= floor.right_first);
    CHECK(score.alarms <= floor.most_alarms);
}

TEST_CASE("a threat to kill comes before what a family may do", "[consultation]")
{
    for (const char* text : {"He says he will kill her tonight, her brothers want to marry her off",
                             "he sed hes gna end her", "family will kill her for shaming them"}) {
        CAPTURE(text);
        const auto found = find_red_flags(text, shipped());
        REQUIRE_FALSE(found.empty());
        CHECK(found.front().flag->id == "threat-to-kill");
        CHECK(found.front().flag->number == "999");
    }
}

TEST_CASE("every number that is told is real, and says where and when it was read", "[consultation]")
{
    const auto yaml = read_file(test::source_file("content/red-flags.yaml"), 512 * 1024);
    REQUIRE(shipped().numbers().size() >= 8);
    for (const auto& number : shipped().numbers()) {
        CAPTURE(number.id);
        CHECK_FALSE(number.source.empty());
        CHECK(number.read.starts_with("20"));
        // Ofcom keeps these for drama; the practice desk has its numbers from there.
        CHECK(number.number.find("496 0") == std::string::npos);
        CHECK_FALSE(number.number.starts_with("01632"));
        CHECK_FALSE(number.number.starts_with("07700 900"));
    }
    // No flag writes a number by hand: all come from the table of numbers.
    std::string rest = yaml.substr(yaml.find("\nflags:"));
    for (const auto& flag : shipped().all())
        for (const auto& whom : flag.call)
            if (whom.find("0") != std::string::npos && whom != "999") {
                CAPTURE(whom);
                CHECK(rest.find(whom) == std::string::npos);
            }
}

namespace {

/// Texts of one kind, and how many of them stop the form.
struct Source {
    std::string name;
    int most_per_cent = 100;
    std::vector<std::string> lines = {};
    int alarms = 0;

    bool is_within() const { return alarms * 100 <= static_cast<int>(lines.size()) * most_per_cent; }
};

/// Articles whose readers ask because somebody is, or was, in danger.
bool is_about_danger(const guidance::FrontMatter& article)
{
    static const Ids topics{"suicide",  "domestic-abuse", "family-abuse", "stalking", "safeguarding",
                            "children", "extremism",      "staff-safety", "gangs",    "substance-use"};
    return std::any_of(article.topics.begin(), article.topics.end(),
                       [](const auto& topic) { return topics.contains(topic); });
}

} // namespace

TEST_CASE("few ordinary questions raise an alarm, and what the shipped ones raise is printed",
          "[consultation]")
{
    // Many searches and many phrasings of guidance about danger tell of it in plain words ("lips gone blue",
    // "took a load of paracetamol"): as searches they stop nothing, in a question to a specialist they
    // should. Read one by one, that was so of four in five that are flagged there. Whoever asks about the
    // other subjects seldom tells of danger, so that an alarm there is more often a false one.
    Source questions{"ordinary questions", 3}, searches{"searches", 14};
    Source of_danger{"asked_as of guidance about danger", 23}, of_the_rest{"asked_as of other guidance", 6};
    Source scenarios{"articles of kind scenario"};
    for (const auto& line :
         split(read_file(test::source_file("tests/data/ordinary-questions.txt"), 1 << 20), '\n'))
        if (line.front() != '#')
            questions.lines.push_back(line);
    for (const char* file : {"tests/data/searches.tsv", "tests/data/searches-frozen.tsv"})
        for (const auto& [query, articles] : marked_lines(file))
            searches.lines.push_back(query);
    for (const auto& entry : std::filesystem::directory_iterator{test::source_file("content/guidance")}) {
        if (entry.path().extension() != ".md")
            continue;
        const auto text = read_file(entry.path(), 1 << 20);
        const auto article = guidance::read_front_matter(guidance::split_front_matter(text)).values;
        if (article.kind == "scenario")
            scenarios.lines.push_back(text);
        auto& asked = is_about_danger(article) ? of_danger.lines : of_the_rest.lines;
        asked.insert(asked.end(), article.asked_as.begin(), article.asked_as.end());
    }
    REQUIRE(questions.lines.size() >= 100);
    REQUIRE(of_danger.lines.size() > 500);
    REQUIRE(of_the_rest.lines.size() > 500);

    std::string alarms;
    for (auto* source : {&questions, &searches, &of_danger, &of_the_rest, &scenarios}) {
        for (const auto& line : source->lines)
            if (const auto found = flags_in(line); !found.empty()) {
                ++source->alarms;
                if (source != &scenarios)
                    alarms += fmt::format("{}: {} ({})\n", source->name, line, *found.begin());
            }
        std::cout << fmt::format("red flags: {} of {} {}\n", source->alarms, source->lines.size(),
                                 source->name);
    }

    INFO(alarms);
    for (const auto* source : {&questions, &searches, &of_danger, &of_the_rest}) {
        CAPTURE(source->name, source->alarms);
        CHECK(source->is_within());
    }
}

TEST_CASE("what officers ask every day stops nothing", "[consultation]")
{
    for (const char* calm : {"He drinks six cans a night and says it helps him sleep",
                             "He works with children's charity shop donations, is that a breach?",
                             "He got a bomb of a car and drives to work, is he insured?",
                             "She says she'd die of embarrassment if her boss found out",
                             "He laughed and said his gaffer would murder him for being late",
                             "He denies it and his sister has kids. What now?"}) {
        CAPTURE(calm);
        CHECK(flags_in(calm) == Ids{});
    }
}

TEST_CASE("a negation or a thing of the past is no danger, unless it is again", "[consultation]")
{
    for (const char* calm :
         {"He denies any plan to kill himself.", "He has never threatened to kill her.",
          "No thoughts of ending her life", "He was convicted of threats to kill his wife.",
          "Index offence: he strangled his partner.", "In 2014 he stabbed a man and carried a knife.",
          "He had a history of suicidal thoughts.", "There is no knife in the flat.", "She is not suicidal.",
          ""}) {
        CAPTURE(calm);
        CHECK(flags_in(calm) == Ids{});
    }
    for (const char* danger :
         {"Not sure, I think he is going to kill himself.", "No answer, and he said he would kill her.",
          "He was convicted of threats to kill and says he will kill her tonight.",
          "History of strangulation and he strangled her again last night.",
          "He does not stop threatening to kill her.", "He has never been this bad, he has got a knife.",
          "No idea where she is, he said he'll kill her."}) {
        CAPTURE(danger);
        CHECK(flags_in(danger) != Ids{});
    }
}

TEST_CASE("words are read as people type them", "[consultation]")
{
    for (const char* text :
         {"he's going to kill himself", "HE'S GOING TO KILL HIMSELF", "hes going to kill himself",
          "he\u2019s going to kill himself", "he\u2019ll kill himself", "He'll   kill\nhimself",
          "\u201Che will kill himself\u201D", "he will kill himself\u2026", "(kill himself)",
          "kill-himself"}) {
        CAPTURE(text);
        CHECK(flags_in(text).contains("suicide"));
    }
    // A sentence ends a match of a rule, a line alone does not.
    const RedFlags rules{read_file(test::source_file("content/red-flags.yaml"), 512 * 1024)};
    CHECK(flags_in("kill\nhimself", rules).contains("suicide"));
    CHECK_FALSE(flags_in("Whom did he kill? Himself he cannot say.", rules).contains("suicide"));
    CHECK_FALSE(flags_in("kill\n\nhimself", rules).contains("suicide"));
}

TEST_CASE("each flag says what it is, whom to call, and who owns it", "[consultation]")
{
    REQUIRE(shipped().all().size() >= 12);
    for (const auto& flag : shipped().all()) {
        CAPTURE(flag.id);
        CHECK(flag.call.front() == "999");
        CHECK(flag.headline == "Call 999 now");
        CHECK(flag.number == "999");
        CHECK(std::count(flag.says.begin(), flag.says.end(), '.') == 1); // one sentence
        CHECK(flag.call.size() >= 2);
        CHECK(flag.says.ends_with("."));
        CHECK_FALSE(flag.says.empty());
        CHECK_FALSE(flag.title.ends_with("."));
    }
}

namespace {

RedFlags table(const std::string& rest, const std::string& general = "")
{
    return RedFlags{"version: 2\n"
                    "numbers: [{id: n, whom: \"999\", number: \"999\", source: S, read: 2026-11-30}]\n" +
                    general +
                    "flags:\n  - id: a\n    title: A\n    owner: risk\n    near: 5\n    headline: Call\n"
                    "    number: \"{n}\"\n    says: Call.\n    call: [999]\n" +
                    rest};
}

} // namespace

TEST_CASE("patterns mean what their file says", "[consultation]")
{
    const auto hits = [](const std::string& pattern, std::string_view text) {
        return !find_red_flags(text, table("    sure: [\"" + pattern + "\"]\n",
                                           "classes: {x: [red, blue], y: [\"{x} sky\", sea]}\n"
                                           "context: {denial: [never, \"not\"]}\n"))
                    .empty();
    };
    CHECK(hits("one|two + three", "two three"));
    CHECK_FALSE(hits("one|two + three", "one two"));
    CHECK(hits("one|two three", "one"));
    CHECK(hits("one|two three", "two three"));
    CHECK_FALSE(hits("one|two three", "two"));
    CHECK(hits("strangl* her", "strangling her"));
    CHECK_FALSE(hits("strangl* her", "strangle him"));
    CHECK(hits("a + {x}|green + c", "a blue c"));
    CHECK(hits("a {y}", "a red sky"));
    CHECK(hits("a .. b", "a b"));
    CHECK(hits("a .. b", "a 1 2 3 4 b"));
    CHECK_FALSE(hits("a .. b", "a 1 2 3 4 5 b"));
    CHECK(hits("a ... b", "a 1 2 3 4 5 6 7 8 b"));
    CHECK_FALSE(hits("a ... b", "a. b"));
    CHECK(hits("a + maybe? + b", "a b"));
    CHECK(hits("a + maybe? + b", "a maybe b"));
    CHECK(hits("a .. maybe? + b", "a 1 2 b")); // the gap before what is left out stays open
    CHECK_FALSE(hits("kill", "skill"));
    CHECK_FALSE(hits("a .. b", "a never b")); // "he would never touch a child"
    CHECK(hits("never .. b", "never b"));
    // Parts of a rule stand in one sentence, in any order; what is unwanted does not.
    CHECK(hits("a & b c", "b c then a"));
    CHECK_FALSE(hits("a & b", "a. b"));
    CHECK_FALSE(hits("a & b", "a"));
    CHECK(hits("a & !b", "a c"));
    CHECK_FALSE(hits("a & !b", "a c b"));
    CHECK_FALSE(hits("a & b", "a but not b")); // each part may be denied

    // The longest match is told, in bytes of the text.
    const auto flags = table("    sure: [\"a .. b\"]\n");
    const auto found = find_red_flags("\u00e9 a b b, a b", flags);
    REQUIRE(found.size() == 1);
    CHECK(found[0].start == 3);
    CHECK(found[0].end == 13);
}

TEST_CASE("now counts in the sentence, the one before and the one after", "[consultation]")
{
    const auto flags = table("    with_now: [fire]\n    unless: [drill]\n", "context: {now: [tonight]}\n");
    CHECK(find_red_flags("A fire.", flags).empty());
    CHECK(find_red_flags("A fire tonight.", flags).size() == 1);
    CHECK(find_red_flags("A fire. It was tonight.", flags).size() == 1);
    CHECK(find_red_flags("Tonight it is. A fire.", flags).size() == 1);
    CHECK(find_red_flags("Tonight. Then nothing. A fire.", flags).empty());
    CHECK(find_red_flags("A fire drill tonight.", flags).empty());
    CHECK(find_red_flags("A drill. A fire tonight.", flags).size() == 1);
}

TEST_CASE("the net under the others is told only when none of them is found", "[consultation]")
{
    const auto flags =
        table("    sure: [knife]\n  - id: b\n    title: B\n    owner: risk\n    near: 1\n    headline: Call\n"
              "    number: \"{n}\"\n    says: Call.\n    call: [999]\n    net: yes\n    sure: [blood]\n");
    CHECK(flags_in("a knife and blood", flags) == Ids{"a"});
    CHECK(flags_in("some blood", flags) == Ids{"b"});
}

TEST_CASE("a table that does not read is refused with its line", "[consultation]")
{
    for (const char* bad :
         {"    sure: [\"{nobody} here\"]\n", "    sure: [\".. a\"]\n", "    sure: [\"a ..\"]\n",
          "    sure: [\"a? + b\"]\n", "    sure: [\"a + b?\"]\n", "    sure: [\"He\"]\n",
          "    sure: [\"x*\"]\n", "    sure: [\"a .. b .. c .. d .. e .. f\"]\n", "    sure: text\n",
          "    sure: [\"\"]\n", "    sure: [\"!a\"]\n", "    mood: x\n", "    call: [\"{nobody}\"]\n"}) {
        CAPTURE(bad);
        CHECK(test::error_of([&] { table(bad); }).starts_with("line "));
    }
    CHECK(test::error_of([] { RedFlags{"version: 2\nflags: [{id: a}]"}; }) ==
          "line 2: a red flag has id, title, owner, headline, number, says and call.");
    CHECK_FALSE(test::error_of([] { RedFlags{""}; }).empty());
    CHECK(find_red_flags("he will kill himself", RedFlags{}).empty());
}

TEST_CASE("red flags cost in proportion to the text, whatever it is made of", "[consultation]")
{
    const std::string pattern =
        GENERATE(as<std::string>{}, "will kill ", "no not no not ", "a", "he's ", ". now ",
                 "says put her in the ", "\xE2\x80\x99", "he will wait ", "knife, ");
    std::string text;
    while (text.size() < (1u << 20))
        text += pattern;
    const std::string_view part = std::string_view{text}.substr(0, text.size() / test::Growth::span);
    const auto& flags = shipped();

    const auto cost =
        test::growth([&] { find_red_flags(part, flags); }, [&] { find_red_flags(text, flags); });

    CAPTURE(pattern, cost.once, cost.longer);
    REQUIRE(cost.is_in_proportion());
}
