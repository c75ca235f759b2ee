// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/index_folder.h"
#include "core/search/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace guidepost;
using Catch::Matchers::Contains;
using search::Facet;
using search::IndexState;
using search::Query;
using test::AnArticle;
using test::Bench;
using Ids = std::vector<std::string>;

namespace {

Query typing(std::string_view text)
{
    Query query;
    query.text = text;
    query.typing = search::Typing::going_on;
    return query;
}

} // namespace

TEST_CASE("the best section of an article is the hit, with its anchor and what matched", "[search]")
{
    Bench bench;
    bench.write({.id = "visits",
                 .title = "Home visits",
                 .body = "## Do now\n\nKnock twice.\n\n## When the dog barks\n\nAsk about the kennel before "
                         "you enter.\n"});
    bench.adopt();

    const auto page = bench.find("kennel");

    REQUIRE(page.hits.size() == 1);
    REQUIRE(page.total == 1);
    REQUIRE(page.hits[0].article.value() == "visits");
    REQUIRE(page.hits[0].section == "When the dog barks");
    REQUIRE(page.hits[0].anchor == "when-the-dog-barks");
    REQUIRE_THAT(page.hits[0].snippet, Contains("<b>kennel</b>"));
    REQUIRE(page.index.kind == IndexState::Kind::ready);
}

TEST_CASE("where an article came from is shown only when nothing else matches", "[search]")
{
    Bench bench;
    bench.write({.id = "visits",
                 .body = "## Do now\n\nAsk about the kennel.\n\n## Sources\n\n- Kennel register, kennel "
                         "rules, kennel letters\n- Gazette of dogs\n"});
    bench.adopt();

    CHECK(bench.find("kennel").hits[0].section == "Do now");
    CHECK(bench.find("gazette").hits[0].section == "Sources");
}

TEST_CASE("what officers ask for an article with brings it up, and is never shown", "[search]")
{
    Bench bench;
    const std::string filler = " Talk about work, home and money, and write it down.";
    bench.write({.id = "mentions", .body = "## Do now\n\nHe may be cross, and cross again." + filler + "\n"});
    bench.write({.id = "answers",
                 .body = "## Do now\n\nStay calm." + filler + filler + "\n",
                 .more = "asked_as: [he is cross with me]\n"});
    bench.adopt();

    const auto page = bench.find("cross");
    REQUIRE(page.hits.size() == 2);
    CHECK(page.hits[0].article.value() == "answers");
    CHECK(page.hits[0].snippet.find("cross") == std::string::npos);
}

TEST_CASE("other forms of a word are found, and a question needs only one word that is known", "[search]")
{
    Bench bench;
    bench.write({.id = "denial", .body = "## Do now\n\nShe denied the offence.\n"});
    bench.adopt();

    REQUIRE(bench.ids("denies") == Ids{"denial"});
    REQUIRE(bench.ids("what on earth do I do when somebody denying zzyzx") == Ids{"denial"});
}

TEST_CASE("each key pressed gives results", "[search]")
{
    Bench bench;
    bench.write(
        {.id = "supervision", .title = "Supervision", .body = "## Do now\n\nFamilies denied everything.\n"});
    bench.adopt();

    const std::string word = "supervision";
    for (std::size_t length = 1; length <= word.size(); ++length) {
        INFO(word.substr(0, length));
        REQUIRE(bench.find(typing(word.substr(0, length))).hits.size() == 1);
    }
    // Stems are shorter than what is typed on the way to them.
    for (const auto* start : {"den", "deni", "denie", "deny", "fami", "famil", "famili", "familie"}) {
        INFO(start);
        REQUIRE(bench.find(typing(start)).hits.size() == 1);
    }
    // Below three letters the text is not asked, only titles.
    REQUIRE(bench.find(typing("fa")).hits.empty());
}

TEST_CASE("a hit through another name says which term matched", "[search]")
{
    Bench bench;
    bench.write({.id = "predictors", .body = "## Do now\n\nRead the ARP first.\n"});
    bench.adopt();

    const auto page = bench.find("OGRS");

    REQUIRE(page.hits.size() == 1);
    REQUIRE(page.hits[0].why.size() == 1);
    REQUIRE_THAT(page.hits[0].why[0],
                 Contains("matched ARP") && Contains("newer") && Contains("not the same"));
}

TEST_CASE("a form that the stop list reduces to one word is met in a question and never looked for",
          "[search]")
{
    Bench bench;
    bench.write({.id = "absence", .body = "## Why\n\nA missed appointment is followed up.\n"});
    bench.write({.id = "maps", .body = "## Why\n\nThe maps show a road.\n"});
    bench.adopt();

    CHECK(bench.find("no show").total == 2);
    const auto page = bench.find("missed appointment");
    REQUIRE(page.total == 1);
    CHECK(page.hits[0].article.value() == "absence");
}

TEST_CASE("everyday words find what the guidance says, and not the other way round", "[search]")
{
    Bench bench;
    bench.write({.id = "assault", .body = "## Why\n\nAn assault is written down.\n"});
    bench.write({.id = "leather", .body = "## Why\n\nThe sofa is of leather.\n"});
    bench.adopt();

    const auto typed = bench.find("she was leathered");
    REQUIRE(typed.total == 2);
    const auto assault = std::find_if(typed.hits.begin(), typed.hits.end(),
                                      [](const auto& hit) { return hit.article.value() == "assault"; });
    REQUIRE_THAT(assault->why.at(0), Contains("matched assault: newer than or near to leathered"));
    CHECK(bench.find("assault").total == 1);
}

TEST_CASE("an exact hit comes before one through another name", "[search]")
{
    Bench bench;
    bench.write({.id = "long-form",
                 .body = "## Do now\n\nMulti-Agency Public Protection Arrangements meet today.\n"});
    bench.write({.id = "short-form", .body = "## Do now\n\nMAPPA meets today and plans.\n"});
    bench.adopt();

    REQUIRE(bench.ids("MAPPA") == Ids{"short-form", "long-form"});
}

TEST_CASE("an ambiguous form finds all its meanings and offers a choice", "[search]")
{
    Bench bench;
    bench.write({.id = "hostel", .body = "## Do now\n\nThe curfew of the approved premises.\n"});
    bench.write({.id = "course", .body = "## Do now\n\nThe accredited programme starts.\n"});
    bench.adopt();

    const auto page = bench.find("AP curfew");

    REQUIRE(page.choices.size() == 1);
    REQUIRE(page.choices[0].term == "AP");
    REQUIRE(page.choices[0].meanings == Ids{"approved premises", "accredited programme"});
    REQUIRE(bench.ids("AP").size() == 2);
}

TEST_CASE("a phrase must stand as written, and when it does not its words are shown and that is said",
          "[search]")
{
    Bench bench;
    bench.write({.id = "first", .body = "## Do now\n\nGroup work is hard.\n"});
    bench.write({.id = "second", .body = "## Do now\n\nWork in a small group.\n"});
    bench.adopt();

    REQUIRE(bench.ids("\"group work\"") == Ids{"first"});
    const auto page = bench.find("\"group picnic\"");
    REQUIRE(page.hits.size() == 2);
    REQUIRE_FALSE(page.notes.empty());
}

TEST_CASE("exclusions and fields narrow", "[search]")
{
    Bench bench;
    bench.write({.id = "recall",
                 .title = "Recall",
                 .body = "## Do now\n\nCurfew.\n",
                 .more = "topics: [enforcement]\n"});
    bench.write({.id = "curfew", .title = "Curfew", .body = "## Do now\n\nRecall.\n"});
    bench.adopt();

    REQUIRE(bench.ids("title:recall") == Ids{"recall"});
    REQUIRE(bench.ids("topic:enforcement") == Ids{"recall"});
    REQUIRE(bench.ids("curfew -title:curfew") == Ids{"recall"});
}

TEST_CASE("filters narrow, and counts are of articles", "[search]")
{
    Bench bench;
    for (const auto* id : {"one", "two", "three"})
        bench.write(
            {.id = id,
             .body = "## Do now\n\nCurfew.\n\n## Why\n\nCurfew again.\n",
             .more = std::string{id} == "three" ? "offence: [stalking]\n" : "offence: [sexual, online]\n"});
    bench.adopt();
    Query query;
    query.text = "curfew";

    auto counts = bench.own().searcher.count(query);
    REQUIRE(counts[Facet::offence].size() == 3);
    REQUIRE(counts[Facet::offence][0].articles == 2);
    REQUIRE(counts[Facet::state][0].articles == 3);

    query.filters[Facet::offence] = {"stalking"};
    REQUIRE(bench.find(query).total == 1);
    counts = bench.own().searcher.count(query);
    REQUIRE(counts[Facet::offence].size() == 3); // what else it could be
    REQUIRE(counts[Facet::state][0].articles == 1);

    query.text.clear();
    REQUIRE(bench.find(query).hits.size() == 1);
}

TEST_CASE("guidance for any offence stays when an offence is chosen, and is counted", "[search]")
{
    Bench bench;
    bench.write({.id = "for-any", .body = "## Do now\n\nCurfew.\n"});
    bench.write({.id = "for-one", .body = "## Do now\n\nCurfew.\n", .more = "offence: [stalking]\n"});
    bench.write({.id = "for-other", .body = "## Do now\n\nCurfew.\n", .more = "offence: [violence]\n"});
    bench.adopt();
    bench.import({{"untagged.md", "# Untagged\n\nCurfew.\n"}});
    Query query;
    query.text = "curfew";

    const auto counts = bench.own().searcher.count(query);
    REQUIRE(counts.at(Facet::offence).size() == 2);
    REQUIRE(counts.at(Facet::offence)[0].articles == 2);

    query.filters[Facet::offence] = {"stalking"};
    Ids ids;
    for (const auto& hit : bench.find(query).hits)
        ids.push_back(hit.article.value());
    std::sort(ids.begin(), ids.end());
    REQUIRE(ids == Ids{"for-any", "for-one"});
}

TEST_CASE("the case moves what fits up, says why, and hides nothing", "[search]")
{
    Bench bench;
    bench.write({.id = "a-general", .title = "Curfew", .body = "## Do now\n\nCurfew rules and more.\n"});
    bench.write({.id = "b-fits",
                 .title = "Curfew",
                 .body = "## Do now\n\nCurfew rules and more.\n",
                 .more = "offence: [stalking]\n"});
    bench.adopt();
    Query query;
    query.text = "curfew rules";
    query.profile.emplace().offence = {"stalking"};

    const auto page = bench.find(query);

    REQUIRE(page.hits.size() == 2);
    REQUIRE(page.hits[0].article.value() == "b-fits");
    REQUIRE(page.hits[0].why == Ids{"fits the case: stalking"});
}

TEST_CASE("text that nobody reviewed is found, marked and below guidance", "[search]")
{
    Bench bench;
    bench.write({.id = "guidance",
                 .title = "Something else",
                 .body = "## Do now\n\nA curfew is one thing to speak of when you plan the week.\n"});
    bench.adopt();
    bench.import({{"curfew.md", "# A page of notes\n\nThe curfew is a curfew.\n"}});

    const auto page = bench.find("curfew");

    REQUIRE(page.hits.size() == 2);
    REQUIRE(page.hits[0].article.value() == "guidance");
    REQUIRE(page.hits[1].state == guidance::ArticleState::imported);
}

TEST_CASE(
    "a copy that nobody reviewed stands behind the reviewed guidance of its title and what else answers",
    "[search]")
{
    Bench bench;
    bench.write({.id = "curfews",
                 .title = "Curfews at night",
                 .body = "## Do now\n\nA curfew is one thing to speak of when you plan the week ahead.\n"});
    bench.write({.id = "weeks",
                 .title = "The week ahead",
                 .body = "## Do now\n\nPlan the week with the person, their work, the home and money. A "
                         "curfew may matter.\n"});
    bench.adopt();
    bench.import({{"a.md", "# Curfews  at Night\n\nCurfew, curfews at night, night and curfew.\n"},
                  {"b.md", "# Night notes\n\nCurfew, curfews at night, night and curfew.\n"}});

    const auto page = bench.find("curfews at night");

    Ids titles;
    for (const auto& hit : page.hits)
        titles.push_back(hit.title);
    REQUIRE(titles.size() == 4);
    CHECK(titles.front() == "Curfews at night");
    CHECK(titles.back() == "Curfews  at Night");
    CHECK(page.hits.back().state == guidance::ArticleState::imported);

    const auto jumped = bench.own().searcher.jump("curfews", 10);
    REQUIRE(jumped.size() == 2);
    CHECK(jumped.front().article.value() == "curfews");
    const auto named = bench.own().searcher.jump(page.hits.back().article.value(), 10);
    REQUIRE_FALSE(named.empty());
}

TEST_CASE("guidance past its review date is marked and ranked down", "[search]")
{
    Bench bench;
    bench.write(
        {.id = "a-old", .title = "Curfew", .body = "## Do now\n\nCurfew.\n", .review_by = "2026-02-01"});
    bench.write({.id = "b-new", .title = "Curfew", .body = "## Do now\n\nCurfew.\n"});
    bench.adopt();
    Query query;
    query.text = "curfew";
    query.today = *parse_date("2026-11-21");

    const auto page = bench.find(query);

    REQUIRE(page.hits[0].article.value() == "b-new");
    REQUIRE(page.hits[1].is_expired);
    query.today = *parse_date("2026-02-01"); // the day itself still counts
    REQUIRE_FALSE(bench.find(query).hits[1].is_expired);
}

TEST_CASE("an officer's own words for an article find it", "[search]")
{
    Bench bench;
    bench.write({.id = "innocence",
                 .body = "## Do now\n\nListen.\n",
                 .more = "asked_as: [\"reckons he was stitched up\"]\n"});
    bench.adopt();

    REQUIRE(bench.ids("stitched up") == Ids{"innocence"});
}

TEST_CASE("a misspelt word is answered and the right spelling offered", "[search]")
{
    Bench bench;
    bench.write({.id = "polygraph", .body = "## Do now\n\nThe polygraph examiner calls.\n"});
    bench.adopt();

    const auto page = bench.find("polygarph test");

    REQUIRE(page.hits.size() == 1);
    REQUIRE(page.suggestion == "polygraph test");
}

TEST_CASE("a number, an identifier or an endless word is no slip for another", "[search]")
{
    Bench bench;
    const std::string endless(30, 'a');
    bench.write(
        {.id = "codes", .body = "## Do now\n\nForm b1234x, PSI41, tag_name_one and " + endless + ".\n"});
    bench.adopt();

    for (const auto& near :
         {std::string{"b1235x"}, std::string{"PSI42"}, std::string{"tag_name_ome"}, endless + "b"}) {
        INFO(near);
        REQUIRE(bench.find(near).suggestion.empty());
    }
}

TEST_CASE("nothing found is said only when it is true", "[search]")
{
    Bench bench;
    bench.write({.id = "curfew", .body = "## Do now\n\nCurfew, AT&T, foo_bar and C++.\n"});
    bench.adopt();

    for (const auto* absent : {"xylophone", "at", "\U0001F600", "ZZ9"}) {
        INFO(absent);
        const auto page = bench.find(absent);
        REQUIRE(page.hits.empty());
        REQUIRE(page.index.kind == IndexState::Kind::ready);
    }
}

TEST_CASE("what is still being typed is doubted as well before nothing is said of it", "[search]")
{
    Bench bench;
    bench.write({.id = "walruses", .title = "Sea life", .body = "## Do now\n\nFeed the walrus.\n"});
    bench.adopt();
    REQUIRE(bench.find(typing("walrus")).hits.size() == 1);

    // The index loses the words of the article, as damage does, and knows nothing of it.
    const auto generation = search::IndexFolder{bench.desk().index_folder()}.current();
    REQUIRE(generation);
    {
        Xapian::WritableDatabase index{search::database_of(*generation).string(), Xapian::DB_OPEN};
        Xapian::Document wordless;
        wordless.set_data(index.get_document(1).get_data());
        index.replace_document(1, wordless);
        index.commit();
    }
    search::seal(*generation);

    CHECK(bench.find(typing("walrus")).index.kind == IndexState::Kind::titles_only);
    CHECK(bench.own().searcher.is_unwell());
}

TEST_CASE("words still being typed that find nothing get the answer of the finished question", "[search]")
{
    Bench bench;
    bench.write({.id = "polygraph", .body = "## Do now\n\nThe polygraph examiner calls.\n"});
    bench.adopt();

    const auto page = bench.find(typing("pqlygraph"));
    CHECK(page.suggestion == "polygraph");
    CHECK(page.hits.size() == 1);
    CHECK(bench.find(typing("xylophon")).hits.empty());
    CHECK(bench.find(typing("xylophone")).hits.empty());
    CHECK_FALSE(bench.own().searcher.is_unwell());
}

TEST_CASE("without an index titles are searched and that is said", "[search]")
{
    Bench bench;
    bench.write({.id = "visits", .title = "Home visits", .body = "## Do now\n\nKnock.\n"});
    bench.desk().adopt_shipped();

    auto page = bench.find("a visit at home");
    REQUIRE(page.index.kind == IndexState::Kind::titles_only);
    REQUIRE(page.hits.size() == 1);
    REQUIRE(bench.own().searcher.is_unwell());

    bench.desk().catch_up();
    page = bench.find("knocking");
    REQUIRE(page.index.kind == IndexState::Kind::ready);
    REQUIRE(page.hits.size() == 1);
    REQUIRE_FALSE(bench.own().searcher.is_unwell());
}

TEST_CASE("markup in a text comes out as text", "[search]")
{
    Bench bench;
    bench.write({.id = "markup",
                 .title = "<script>alert(1)</script>",
                 .body = "## Do <b>now</b>\n\nA curfew `<img src=x onerror=alert(1)>` & more.\n"});
    bench.adopt();

    const auto page = bench.find("curfew");

    REQUIRE(page.hits.size() == 1);
    REQUIRE(page.hits[0].snippet.find("<img") == std::string::npos);
    REQUIRE_THAT(page.hits[0].snippet, Contains("&lt;img"));
}

TEST_CASE("related articles are those that share telling words, without the article itself", "[search]")
{
    Bench bench;
    bench.write({.id = "poly-one", .body = "## Do now\n\nThe polygraph examiner measures breathing.\n"});
    bench.write({.id = "poly-two", .body = "## Do now\n\nA polygraph examiner reports breathing.\n"});
    bench.write({.id = "other", .body = "## Do now\n\nTrains are late.\n"});
    bench.adopt();

    const auto related = bench.own().searcher.related(ArticleId{"poly-one"}, 3);

    REQUIRE_FALSE(related.empty());
    REQUIRE(related[0].article.value() == "poly-two");
    REQUIRE(bench.own().searcher.related(ArticleId{"nobody"}, 3).empty());
}

TEST_CASE("what nobody reviewed is not related to guidance, however alike it is", "[search]")
{
    Bench bench;
    bench.write({.id = "poly-one", .body = "## Do now\n\nThe polygraph examiner measures breathing.\n"});
    bench.write({.id = "poly-two", .body = "## Do now\n\nA polygraph examiner reports breathing.\n"});
    bench.adopt();
    // More copies than are looked at in one go.
    for (int i = 0; i < 20; ++i)
        bench.import({{"copy-" + std::to_string(i) + ".md",
                       "# A copy\n\nThe polygraph examiner measures breathing.\n"}});

    const auto related = bench.own().searcher.related(ArticleId{"poly-one"}, 3);

    REQUIRE(related.size() == 1);
    REQUIRE(related[0].article.value() == "poly-two");
}

TEST_CASE("jumping goes by words of the title or the whole id", "[search]")
{
    Bench bench;
    bench.write({.id = "home-visits", .title = "Going to someone's home", .body = "## Do now\n\nKnock.\n"});
    bench.adopt();

    REQUIRE(bench.own().searcher.jump("someone home", 5).size() == 1);
    REQUIRE(bench.own().searcher.jump("home-visits", 5).size() == 1);
    REQUIRE(bench.own().searcher.jump("50% _", 5).empty());
    REQUIRE(bench.own().searcher.jump("", 5).empty());
}

TEST_CASE("odd questions are answered without harm", "[search]")
{
    Bench bench;
    bench.write({.id = "curfew", .body = "## Do now\n\nCurfew.\n"});
    bench.adopt();

    for (const std::string& text :
         {std::string(100'000, 'a'), std::string("\"\"\""), std::string("title:"),
          std::string("* ? ( ) AND OR NOT"), std::string("a\0b", 3), std::string("-"),
          std::string("\xff\xfe broken"), std::string(5'000, '"')}) {
        REQUIRE_NOTHROW(bench.find(text));
        REQUIRE_NOTHROW(bench.find(typing(text)));
        REQUIRE_NOTHROW(bench.own().searcher.count(typing(text)));
    }
    REQUIRE(bench.ids("curfew AND ( OR") == Ids{"curfew"});
}

TEST_CASE("accents fold, composed or not, in what is asked and in what is found", "[search]")
{
    Bench bench;
    bench.write(
        {.id = "welsh",
         .title = "Gwaith ar Ynys M\u00F4n",
         .body =
             "## Do now\n\nGofynnwch i Si\u00E2n am y t\u0177 a\u2019r d\u0175r. The r\u00E9sum\u00E9 of a "
             "na\u00EFve plan.\n\nNFD: cafe\u0301 owners.\n"});
    bench.adopt();
    for (const char* asked : {"Sian", "Si\u00E2n", "SI\u00C2N", "dwr", "d\u0175r", "dw\u0302r", "ty",
                              "t\u0177", "Mon", "M\u00F4n", "resume", "r\u00E9sum\u00E9", "naive", "cafe",
                              "caf\u00E9", "cafe\u0301", "title:mon"}) {
        CAPTURE(asked);
        const auto page = bench.find(asked);
        CHECK(page.hits.size() == 1);
        CHECK(page.suggestion.empty());
    }
    CHECK_THAT(bench.find("sian").hits.at(0).snippet, Contains("<b>Si\u00E2n</b>"));
    CHECK(bench.find(typing("si\u00E2")).hits.size() == 1);
}

TEST_CASE("words joined by a low line are found by their parts and as a whole", "[search]")
{
    Bench bench;
    bench.write({.id = "form", .body = "## Do now\n\nFill in risk_assessment_form before noon.\n"});
    bench.write({.id = "other", .body = "## Do now\n\nNothing of the kind.\n"});
    bench.adopt();
    for (const char* asked : {"assessment", "risk_assessment_form", "\"risk assessment form\"", "form"}) {
        CAPTURE(asked);
        const auto page = bench.find(asked);
        REQUIRE(page.hits.size() == 1);
        CHECK(page.hits[0].article.value() == "form");
    }
}

TEST_CASE("a question of common words alone says so", "[search]")
{
    Bench bench;
    bench.write({.id = "who", .title = "The Who", .body = "## Do now\n\nPlay.\n"});
    bench.adopt();
    CHECK(bench.find("who").hits.size() == 1);
    for (const char* asked : {"who", "\"to be or not to be\"", "is it the"}) {
        CAPTURE(asked);
        REQUIRE_FALSE(bench.find(asked).notes.empty());
        CHECK_THAT(bench.find(asked).notes.front(), Contains("in nearly every text"));
    }
    CHECK(bench.find("who plays").notes.empty());
}

TEST_CASE("hits of one title say where they stand", "[search]")
{
    Bench bench;
    bench.write({.id = "one", .title = "Leave", .body = "## Do now\n\nAsk for leave.\n"});
    bench.write({.id = "two", .title = "Leave", .body = "## Do now\n\nAsk for leave.\n"});
    bench.write({.id = "three", .title = "Sick leave", .body = "## Do now\n\nRing.\n"});
    bench.adopt();
    const auto page = bench.find("leave");
    REQUIRE(page.hits.size() == 3);
    for (const auto& hit : page.hits)
        CHECK(hit.place.empty() == (hit.article.value() == "three"));
    CHECK(page.hits[0].place != page.hits[1].place);
}
