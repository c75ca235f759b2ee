// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/danger/red_flags.h"
#include "core/consultation/rules.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>

using namespace guidepost;
using namespace guidepost::consultation;

namespace {

std::string content_file(const char* name)
{
    return read_file(test::source_file(fmt::format("content/{}", name)), 4 << 20);
}

/// Two flags of the program's and a net, known by rules for "knife" alone.
RedFlags rules()
{
    const auto flag = [](const char* id, const char* rest) {
        return fmt::format("  - {{id: {}, title: T, owner: risk, near: 5, headline: Call, number: \"{{n}}\", "
                           "says: Call., call: [999]{}}}\n",
                           id, rest);
    };
    return RedFlags{"version: 2\n"
                    "numbers: [{id: n, whom: \"999\", number: \"999\", source: S, read: 2026-11-30}]\n"
                    "classes: {edge: [knife, sabre]}\n"
                    "flags:\n" +
                    flag("a", ", sure: [knife]") + flag("b", "") + flag("net", ", net: yes")};
}

const std::string head =
    "(learned_from)\tabc\n(alarm)\t50\n(flags)\tharmless\ta\tb\tnet\n(bias)\t300\t0\t0\t0\n";

RedFlags with(const std::string& weights)
{
    return {rules(), DangerWeights{head + weights}};
}

std::vector<std::string> found(std::string_view text, const RedFlags& flags)
{
    std::vector<std::string> ids;
    for (const auto& finding : find_red_flags(text, flags))
        ids.push_back(finding.flag->id);
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("a stem is what forms of a word share", "[consultation]")
{
    for (const char* word : {"threatens", "threatened", "threatening", "threaten"})
        CHECK(danger_stem(word) == "threaten");
    CHECK(danger_stem("stabbed") == "stab");
    CHECK(danger_stem("knives") == danger_stem("knive"));
    CHECK(danger_stem("carries") == "carry");
    CHECK(danger_stem("is") == "is");
    CHECK(danger_stem("") == "");
}

TEST_CASE("a text is seen as stems, pairs, letters and classes of the rules", "[consultation]")
{
    const auto text = danger_text("He waves. A sabre \xC2\xA3", rules());

    const auto [stems, pairs, letters, classes] = danger_features(text, 0, text.words.size());

    CHECK(stems == DangerFeatures{"a", "he", "sabr", "wav", "\xC2\xA3"});
    CHECK(pairs == DangerFeatures{"a_sabr", "he_wav", "sabr_\xC2\xA3"}); // none crosses a sentence
    CHECK(classes == DangerFeatures{"{edge}"});
    for (const auto& run : letters)
        CHECK_FALSE(first_invalid_utf8(run)); // no letter is cut in two
    CHECK(std::count(letters.begin(), letters.end(), "/^sab") == 1);
}

TEST_CASE("what reads like danger is told where no rule knows it", "[consultation]")
{
    const auto flags = with("sabr\t0\t0\t900\t0\n");
    CHECK(found("He has a sabre.", flags) == Ids{"b"});
    CHECK(found("He has a sabre.", rules()).empty());
    CHECK(found("He has a cake.", flags).empty());
    CHECK(found("", flags).empty());
}

TEST_CASE("a rule counts beside the reading, unless all the rest is surely harmless", "[consultation]")
{
    CHECK(found("a knife", with("x\t0\t0\t0\t0\n")) == Ids{"a"});        // likelier harmless, and yet
    CHECK(found("a butter knife", with("but\t900\t0\t0\t0\n")).empty()); // "butter" says enough
    // The reading orders what is found; what a rule says counts twice.
    CHECK(found("a knife in a sabre", with("sabr\t0\t300\t900\t0\n")).front() == "b");
    CHECK(found("a knife in a sabre", with("sabr\t0\t880\t900\t0\n")).front() == "a");
    CHECK(found("a knife in a sabre", with("sabr\t0\t0\t0\t900\n")) == Ids{"net", "a"}); // it comes first
    CHECK(found("a knife in a sabre", with("sabr\t0\t900\t0\t0\n")) == Ids{"a"});
}

TEST_CASE("danger in one sentence of a long text is not thinned out", "[consultation]")
{
    const auto& flags = with("sabr\t0\t0\t1900\t0\ncak\t900\t0\t0\t0\n");
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "He baked a cake and it was good. ";
    const auto at = text.size();
    text += "He has a sabre. He went home.";
    for (int i = 0; i < 40; ++i)
        text += " He baked a cake and it was good.";

    const auto findings = find_red_flags(text, flags);

    REQUIRE(findings.size() == 1);
    CHECK(findings.front().start <= at);
    CHECK(findings.front().end > at);
    CHECK(findings.front().end - findings.front().start < 150);
    CHECK(found(std::string(9000, 'x') + " and a sabre", flags) == Ids{"b"});
}

TEST_CASE("a table of weights that does not read is refused with its line", "[consultation]")
{
    const auto refused = [](const std::string& tsv) {
        return test::error_of([&] { DangerWeights{tsv}; });
    };
    CHECK(refused(head + "kill\t1\t2\t3\n").starts_with("line 5: a feature and a weight"));
    CHECK(refused(head + "kill\t1\t2\t3\tmuch\n").starts_with("line 5: a weight is a whole number"));
    CHECK(refused(head + "kill\t1\t2\t3\t99999\n").starts_with("line 5: "));
    CHECK(refused(head + "kill\t1\t2\t3\t4\nkill\t1\t2\t3\t4\n").starts_with("line 6: kill stands here"));
    CHECK(refused("(flags)\ta\tb\n").starts_with("line 1: "));
    CHECK(refused("(alarm)\t100\n").starts_with("line 1: alarm"));
    CHECK(refused("kill\t1\t2\n").starts_with("line 1: "));
    CHECK(refused(head).starts_with("line 4: a table of weights has"));
    CHECK_FALSE(refused("").empty());
    CHECK(test::error_of([] {
              RedFlags{RedFlags{}, DangerWeights{head + "kill\t1\t2\t3\t4\n"}};
          }).find("weights for a, which is no red flag") != std::string::npos);
}

TEST_CASE("weights that are missing or broken are told with the name of their file", "[consultation]")
{
    test::TempDir dir;
    std::filesystem::copy(test::source_file("content/red-flags.yaml"), dir.path() / "red-flags.yaml");
    CHECK(test::error_of([&] { read_red_flags(dir.path()); }).find("danger-weights.tsv") !=
          std::string::npos);
    write_private_file(dir.path() / "danger-weights.tsv", "(alarm)\tloud\n");
    CHECK(test::error_of([&] { read_red_flags(dir.path()); }).starts_with("danger-weights.tsv: line 1"));
}

TEST_CASE("the shipped weights were learned from the shipped sentences, and know every flag",
          "[consultation]")
{
    const auto told = content_file("danger-told.tsv");
    const auto flags = read_red_flags(test::source_file("content"));
    CHECK(flags.weights().learned_from() == sha256(told));
    CHECK(flags.weights().flags().size() == flags.all().size());
    CHECK(content_file("danger-weights.tsv").size() < (3u << 19));

    std::size_t sentences = 0;
    for (const auto& line : split(told, '\n')) {
        if (line.starts_with('#'))
            continue;
        ++sentences;
        const auto flag = line.substr(0, line.find('\t'));
        const auto known = std::any_of(flags.all().begin(), flags.all().end(),
                                       [&](const auto& one) { return one.id == flag; });
        if (!known && flag != "harmless")
            FAIL(line);
    }
    CHECK(sentences > 4000);
}

TEST_CASE("the program reads a sentence as the script that learned the weights did", "[consultation]")
{
    // "flag TAB likelihood TAB sentence", written by script/danger-weights with the weights as they were
    // learned, before they were rounded and the smallest left out.
    const auto flags = read_red_flags(test::source_file("content"));
    std::size_t sentences = 0;
    for (const auto& line :
         split(read_file(test::source_file("tests/data/danger-read.tsv"), 1 << 20), '\n')) {
        if (line.starts_with('#'))
            continue;
        const auto columns = split(line, '\t');
        REQUIRE(columns.size() == 3);
        const auto text = danger_text(columns[2], flags);
        const auto stretch = flags.weights().read_whole(text);
        const auto& ids = flags.weights().flags();
        const auto at = std::find(ids.begin(), ids.end(), columns[0]) - ids.begin();
        const auto likelihood =
            columns[0] == "harmless" ? stretch.harmless : stretch.flags.at(static_cast<std::size_t>(at));
        CAPTURE(line, likelihood);
        CHECK(std::abs(likelihood - std::stod(columns[1])) < 0.1);
        ++sentences;
    }
    CHECK(sentences == 60);
}
