// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/vocabulary.h"
#include "core/text/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <set>

using namespace guidepost;
using search::Relation;
using search::Vocabulary;

namespace {

bool leads_to(const Vocabulary& vocabulary, std::string_view from, std::string_view to)
{
    const auto found = vocabulary.expand(from);
    return std::any_of(found.begin(), found.end(), [&](const auto& e) { return e.text == to; });
}

Vocabulary read(std::string_view text)
{
    const test::TempDir dir;
    return Vocabulary::read(dir.write("v.tsv", text));
}

} // namespace

TEST_CASE("a short form and its long form lead to each other, whatever the case", "[search]")
{
    const auto vocabulary = read("# a comment\nMAPPA\tMulti-Agency Public Protection Arrangements\tsame\r\n");

    REQUIRE(leads_to(vocabulary, "mappa", "Multi-Agency Public Protection Arrangements"));
    REQUIRE(leads_to(vocabulary, "multi agency public protection arrangements", "MAPPA"));
    REQUIRE(vocabulary.expand("marac").empty());
}

TEST_CASE("an old name leads to the new one and on to the new one's short form, marked as newer", "[search]")
{
    const auto vocabulary =
        read("OGRS\tall reoffending predictor\told-new\nARP\tall reoffending predictor\tsame\n");

    const auto found = vocabulary.expand("OGRS");
    REQUIRE(found.size() == 2);
    REQUIRE(std::all_of(found.begin(), found.end(),
                        [](const auto& e) { return e.relation == Relation::old_new && e.is_newer; }));
    REQUIRE(leads_to(vocabulary, "OGRS", "ARP"));

    const auto back = vocabulary.expand("ARP");
    const auto old = std::find_if(back.begin(), back.end(), [](const auto& e) { return e.text == "OGRS"; });
    REQUIRE(old == back.end()); // a second step goes through names of one thing only
    REQUIRE_FALSE(vocabulary.expand("all reoffending predictor").front().is_newer);
}

TEST_CASE("an ambiguous form gives all its meanings, and a meaning leads back to it without being ambiguous",
          "[search]")
{
    const auto vocabulary = read("AP\tapproved premises\tambiguous\nAP\taccredited programme\tambiguous\n");

    REQUIRE(vocabulary.meanings("ap") ==
            std::vector<std::string>{"approved premises", "accredited programme"});
    REQUIRE(vocabulary.meanings("approved premises").empty());
    REQUIRE(leads_to(vocabulary, "approved premises", "AP"));
    REQUIRE_FALSE(leads_to(vocabulary, "approved premises", "accredited programme"));
}

TEST_CASE("a form that is an ordinary word otherwise counts only as it is written", "[search]")
{
    const auto vocabulary = read("=SO\tsexual offence\tsame\n");

    REQUIRE(leads_to(vocabulary, "SO", "sexual offence"));
    REQUIRE(vocabulary.expand("so").empty());
    REQUIRE(leads_to(vocabulary, "sexual offence", "SO"));
}

TEST_CASE("apostrophes, straight, curly or left out, make no difference", "[search]")
{
    const auto vocabulary = read("Clare's Law\tDVDS\tsame\n");

    REQUIRE(leads_to(vocabulary, "clares law", "DVDS"));
    REQUIRE(leads_to(vocabulary, "Clare\u2019s law", "DVDS"));
}

TEST_CASE("a line that cannot be used is refused with its number", "[search]")
{
    REQUIRE_THROWS_WITH(read("A\tb\tsame\nonly two\tfields\n"), Catch::Matchers::Contains("Line 2"));
    REQUIRE_THROWS_WITH(read("A\tb\tperhaps\n"), Catch::Matchers::Contains("Line 1"));
}

TEST_CASE("the vocabulary that ships can be used and no form has only one ambiguous meaning", "[search]")
{
    const auto vocabulary = Vocabulary::read(test::source_file("content/vocabulary.tsv"));

    REQUIRE(vocabulary.pairs().size() > 400);
    std::set<std::string> seen;
    for (const auto& pair : vocabulary.pairs()) {
        INFO(pair.short_form << " -> " << pair.expansion);
        if (pair.relation == Relation::ambiguous)
            REQUIRE(vocabulary.meanings(pair.short_form).size() > 1);
        REQUIRE(seen.insert(pair.short_form + "\t" + pair.expansion).second);
    }
    REQUIRE(leads_to(vocabulary, "OGRS", "ARP"));
    REQUIRE(vocabulary.meanings("AP").size() == 2);
}

TEST_CASE("everyday words lead to what the guidance says and never back, and name nothing", "[search]")
{
    const Vocabulary vocabulary{{{"missus", "partner", Relation::old_new, false, 0, true},
                                 {"bird", "partner", Relation::ambiguous, false, 0, true},
                                 {"bird", "prison", Relation::ambiguous, false, 0, true},
                                 {"husband", "partner", Relation::same}}};

    CHECK(leads_to(vocabulary, "missus", "partner"));
    CHECK(leads_to(vocabulary, "missus", "husband")); // on through names of one thing
    CHECK_FALSE(leads_to(vocabulary, "partner", "missus"));
    CHECK_FALSE(leads_to(vocabulary, "husband", "missus"));
    CHECK(vocabulary.meanings("bird").size() == 2);
    CHECK(vocabulary.written("missus").empty());
    CHECK(vocabulary.written("prison").empty());
    CHECK(vocabulary.written("partner") == "partner");
}

TEST_CASE("the everyday words that ship can be used, repeat nothing and agree with the vocabulary",
          "[search]")
{
    const auto everyday = Vocabulary::read(test::source_file("content/everyday-words.tsv"));
    const auto field = Vocabulary::read(test::source_file("content/vocabulary.tsv"));

    REQUIRE(everyday.pairs().size() >= 500);
    std::set<std::string> seen;
    for (const auto& pair : everyday.pairs()) {
        INFO(pair.short_form << " -> " << pair.expansion);
        const auto is_ambiguous = pair.relation == Relation::ambiguous;
        CHECK(is_ambiguous == (everyday.meanings(pair.short_form).size() > 1));
        CHECK(field.meanings(pair.short_form).empty());
        CHECK(Vocabulary::key(pair.short_form) != Vocabulary::key(pair.expansion));
        CHECK(seen.insert(Vocabulary::key(pair.short_form) + "\t" + Vocabulary::key(pair.expansion)).second);
        CHECK_FALSE(leads_to(field, pair.short_form, pair.expansion));
    }
}

TEST_CASE("a form is written as the vocabulary has it, whatever the capitals and hyphens", "[search]")
{
    const auto vocabulary =
        read("RoSH\trisk of serious harm\tsame\nrosh\tRisk Of Harm\tsame\n=SO\tone-to-one\tsame\n");

    CHECK(vocabulary.written("rosh") == "RoSH"); // the first line counts
    CHECK(vocabulary.written("risk-of-harm") == "Risk Of Harm");
    CHECK(vocabulary.written("One to one") == "one-to-one");
    CHECK(vocabulary.written("so").empty());
    CHECK(vocabulary.written("mappa").empty());
    CHECK(vocabulary.written("").empty());
}
