// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

#include <fstream>
#include <set>

using namespace guidepost;
using test::has;
using Json = nlohmann::json;

TEST_CASE("the first search stocks the library, says so on stderr, and answers", "[terminal]")
{
    const test::Terminal terminal;
    const auto first = terminal({"search", "he says he didnt do it and group starts monday"});
    CHECK(first.exit_code == 0);
    CHECK(has(first.err, "The library is new"));
    CHECK_FALSE(has(first.out, "The library is new"));
    CHECK(has(first.out, "maintaining-innocence"));
    CHECK(has(first.out, "  1. "));

    const auto second = terminal({"search", "he says he didnt do it and group starts monday"});
    CHECK(second.exit_code == 0);
    CHECK(second.err.empty());
    CHECK(second.out == first.out);
}

TEST_CASE("the JSON of a search has the fields that other programs rely on", "[terminal]")
{
    const test::Terminal terminal;
    const auto page = terminal.json({"search", "AP curfew", "--json", "--limit", "3"});

    CHECK(page.at("version") == 1);
    CHECK(page.at("query") == "AP curfew");
    CHECK(page.at("read_as").is_string());
    CHECK(page.at("suggestion").is_string());
    REQUIRE(page.at("choices").size() == 1);
    CHECK(page["choices"][0].at("term") == "AP");
    CHECK(page["choices"][0].at("meanings").size() >= 2);
    CHECK(page.at("total").is_number_unsigned());
    CHECK(page.at("index").at("state") == "ready");
    CHECK(page["index"].at("behind") == 0);
    CHECK(page.at("microseconds").is_number_integer());
    REQUIRE(page.at("facets").is_object());
    REQUIRE_FALSE(page["facets"].at("source").empty());
    CHECK(page["facets"]["source"][0].at("value") == "guidance");
    CHECK(page["facets"]["source"][0].at("articles").is_number_unsigned());
    REQUIRE(page.at("hits").size() == 3);
    for (const auto& hit : page["hits"]) {
        for (const char* text : {"article", "title", "section", "anchor", "snippet", "module", "status"})
            CHECK(hit.at(text).is_string());
        CHECK(hit.at("score").is_number());
        CHECK(hit.at("why").is_array());
        CHECK((hit.at("review_by").is_string() || hit.at("review_by").is_null()));
    }
}

TEST_CASE("nothing found is an answer, not a failure", "[terminal]")
{
    const test::Terminal terminal;
    CHECK(terminal.json({"search", "xqzvbn", "--json"}).at("total") == 0);
    const auto outcome = terminal({"search", "xqzvbn"});
    CHECK(outcome.exit_code == 0);
    CHECK(has(outcome.out, "Nothing found"));
}

TEST_CASE("hits are paged, narrowed and counted", "[terminal]")
{
    const test::Terminal terminal;
    const auto ids = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"search", "curfew", "licence", "--json"});
        const auto page = terminal.json(words);
        std::vector<std::string> found;
        for (const auto& hit : page.at("hits"))
            found.push_back(hit.at("article"));
        return found;
    };
    const auto all = ids({"--limit", "6"});
    REQUIRE(all.size() == 6);
    CHECK(ids({"--limit", "3", "--offset", "3"}) == std::vector<std::string>{all.begin() + 3, all.end()});
    CHECK(ids({"--limit", "0"}).empty());
    CHECK(ids({"--offset", "100000"}).empty());

    const auto narrowed = terminal.json({"search", "licence", "--json", "--topic", "recall"});
    for (const auto& hit : narrowed.at("hits"))
        CHECK(hit.at("topics").dump().find("recall") != std::string::npos);
    const auto total = [&](const std::vector<std::string>& words) {
        return terminal.json(words).at("total").get<int>();
    };
    const auto one = total({"search", "licence", "--json", "--topic", "recall"});
    const auto other = total({"search", "licence", "--json", "--topic", "curfew"});
    CHECK(one > 0);
    CHECK(total({"search", "licence", "--json", "--topic", "recall,curfew"}) >= std::max(one, other));
    CHECK(total({"search", "licence", "--json", "--topic", "recall", "--topic", "curfew"}) >=
          std::max(one, other));
    CHECK(total({"search", "licence", "--json", "--source", "no-such-pack"}) == 0);

    const auto text = terminal({"search", "licence", "--facets"});
    CHECK(has(text.out, "Narrow by"));
    CHECK(has(text.out, "--setting"));
}

TEST_CASE("a case moves what fits up, says why and hides nothing", "[terminal]")
{
    const test::Terminal terminal;
    const auto file = terminal.dir().write("case.yaml", "version: 1\noffence: [sexual]\n").string();
    const auto plain = terminal.json({"search", "new partner", "--json"});
    const auto cased =
        terminal.json({"search", "new partner", "--json", "--case", file, "--case", "setting=community"});
    CHECK(cased.at("total") == plain.at("total"));
    CHECK(has(cased.at("hits").dump(), "fits the case"));
    CHECK_FALSE(has(plain.at("hits").dump(), "fits the case"));

    SECTION("and a mistake in it is named")
    {
        const auto word = terminal({"search", "x", "--case", "setting=prison"});
        CHECK(word.exit_code == 2);
        CHECK(has(word.err, "setting takes community, custody or remand"));
        CHECK(word.out.empty());

        const auto in_file = terminal(
            {"search", "x", "--case", terminal.dir().write("bad.yaml", "version: 1\nrosk: 1\n").string()});
        CHECK(in_file.exit_code == 1);
        CHECK(has(in_file.err, "line 2: unknown key rosk"));

        CHECK(terminal({"search", "x", "--case", "no-such-file.yaml"}).exit_code == 3);
        CHECK(terminal({"search", "x", "--case", file, "--case", file}).exit_code == 2);
    }
}

TEST_CASE("any words are a question", "[terminal]")
{
    const test::Terminal terminal;
    terminal({"search", "a"});
    for (const std::string words : {"\"unclosed", "(", "AND OR NOT", "title:", "topic:nothing curfew", "***",
                                    "-", "'", "caf\xC3\xA9 \xF0\x9F\x98\x80", "%s%n", "a\nb"}) {
        const auto outcome = terminal({"search", "--json", "--", words});
        INFO(words);
        INFO(outcome.err);
        CHECK(outcome.exit_code == 0);
        CHECK(Json::parse(outcome.out).at("query") == words);
    }
    CHECK(terminal({"search", std::string(100'000, 'x')}).exit_code == 0);
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "word" + std::to_string(i) + " ";
    CHECK(terminal({"search", many}).exit_code == 0);
    CHECK(terminal({"search", "--", "group", "-innocence"}).exit_code == 0);
}

TEST_CASE("a damaged index is built anew and the question still answered", "[terminal]")
{
    const test::Terminal terminal;
    const auto before = terminal.json({"search", "curfew", "--json"});
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{terminal.profile() / "index"})
        if (entry.path().filename() == "postlist.glass" || entry.path().filename() == "iamglass")
            files.insert(entry.path());
    REQUIRE_FALSE(files.empty());
    for (const auto& file : files)
        std::ofstream{file, std::ios::trunc} << "broken";

    CHECK(terminal({"index", "status"}).exit_code == 6);
    const auto outcome = terminal({"search", "curfew", "--json"});
    CHECK(outcome.exit_code == 0);
    CHECK(Json::parse(outcome.out).at("total") == before.at("total"));
    CHECK(terminal({"index", "status"}).exit_code == 0);
}

TEST_CASE("an index that cannot be made leaves titles to search, and says so", "[terminal]")
{
    const test::Terminal terminal;
    terminal({"article", "list"});
    std::filesystem::remove_all(terminal.profile() / "index");
    std::ofstream{terminal.profile() / "index"} << "a file where the folder should be";

    const auto outcome = terminal({"search", "curfew", "--json"});
    CHECK(outcome.exit_code == 6);
    const auto page = Json::parse(outcome.out);
    CHECK(page.at("index").at("state") == "titles-only");
    CHECK_FALSE(page.at("hits").empty());
    CHECK(has(outcome.err, "titles"));
}
