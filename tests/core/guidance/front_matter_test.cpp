// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/article.h"
#include "core/guidance/flat_yaml.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::guidance;
using Strings = std::vector<std::string>;

namespace {

ReadFrontMatter read(const std::string& yaml)
{
    const auto text = "---\n" + yaml + "---\nbody\n";
    return read_front_matter(split_front_matter(text));
}

/// "4: review_by is required", one a line.
std::string said(const std::vector<Problem>& problems)
{
    std::string text;
    for (const auto& problem : problems)
        text += std::to_string(problem.line) + (problem.severity == Severity::error ? ": " : "? ") +
                problem.key + (problem.key.empty() ? "" : " ") + problem.message + '\n';
    return text;
}

} // namespace

TEST_CASE("every key of the front matter is read", "[guidance]")
{
    const auto [values, problems] = read("id: a-slug\ntitle: \"A: title\"\nsummary: >\n  One\n  "
                                         "two.\nasked_as: [he says no]\nkind: scenario\nowner: risk\n"
                                         "effective: 2026-11-21\nreview_by: 2027-01-02\nsources: [\"One, "
                                         "2019\", Two]\nlanguage: cy\nprogramme: [p-one]\n"
                                         "offence: [sexual, online]\nrosh: [very-high]\naudience: "
                                         "[band-3]\ntopics:\n  - first\n  - second\nregions: [North West]\n"
                                         "setting: [remand]\nevidence: some\nsupersedes: [old-one]\n");

    REQUIRE(said(problems).empty());
    REQUIRE(values.id == "a-slug");
    REQUIRE(values.title == "A: title");
    REQUIRE(values.summary == "One two.\n");
    REQUIRE(values.asked_as == Strings{"he says no"});
    REQUIRE(values.kind == "scenario");
    REQUIRE(values.owner == "risk");
    REQUIRE(values.effective == parse_date("2026-11-21"));
    REQUIRE(values.review_by == parse_date("2027-01-02"));
    REQUIRE(values.sources == Strings{"One, 2019", "Two"});
    REQUIRE(values.language == "cy");
    REQUIRE(values.programme == Strings{"p-one"});
    REQUIRE(values.offence == Strings{"sexual", "online"});
    REQUIRE(values.rosh == Strings{"very-high"});
    REQUIRE(values.audience == Strings{"band-3"});
    REQUIRE(values.topics == Strings{"first", "second"});
    REQUIRE(values.regions == Strings{"North West"});
    REQUIRE(values.setting == Strings{"remand"});
    REQUIRE(values.evidence == "some");
    REQUIRE(values.supersedes == Strings{"old-one"});
}

TEST_CASE("the fences are found with any line ends, a byte order mark and nothing after them", "[guidance]")
{
    using Fence = SplitText::Fence;
    const auto check = [](std::string_view text, Fence fence, std::string_view raw, std::string_view body,
                          std::size_t line) {
        CAPTURE(text);
        const auto split = split_front_matter(text);
        CHECK((split.fence == fence));
        CHECK(split.raw == raw);
        CHECK(split.body == body);
        CHECK(split.body_line == line);
    };
    check("---\na: b\n---\nbody", Fence::closed, "a: b\n", "body", 4);
    check("---\r\na: b\r\n---\r\nbody\r\n", Fence::closed, "a: b\r\n", "body\r\n", 4);
    check("\xEF\xBB\xBF---\na: b\n---\nbody", Fence::closed, "a: b\n", "body", 4);
    check("---\na: b\n...\nbody", Fence::closed, "a: b\n", "body", 4);
    check("---\n---\n", Fence::closed, "", "", 3);
    check("---\n---", Fence::closed, "", "", 3);
    check("---\na: b\n---\n---\nbody", Fence::closed, "a: b\n", "---\nbody", 4);
    check("body\n---\na: b\n---\n", Fence::none, "", "body\n---\na: b\n---\n", 1);
    check("\xEF\xBB\xBF"
          "body",
          Fence::none, "", "body", 1);
    check("---  \na: b\n--- \t\nbody", Fence::closed, "a: b\n", "body", 4);
    check("\n \n---\na: b\n---\nbody", Fence::closed, "a: b\n", "body", 6);
    check("---\ra: b\r---\rbody\r", Fence::closed, "a: b\r", "body\r", 4);
    check("+++\na = 1\n+++\nbody", Fence::closed, "a = 1\n", "body", 4);
    check(" ---\na: b\n---\n", Fence::none, "", " ---\na: b\n---\n", 1);
    check("----\na: b\n---\n", Fence::none, "", "----\na: b\n---\n", 1);
    check("---\na: b\nbody", Fence::unclosed, "", "---\na: b\nbody", 1);
    check("---", Fence::none, "", "---", 1);
    check("---\n", Fence::none, "", "---\n", 1);
    check("", Fence::none, "", "", 1);
    check("\xEF\xBB\xBF", Fence::none, "", "", 1);
}

TEST_CASE("CRLF values carry no carriage return", "[guidance]")
{
    const std::string text =
        "---\r\nid: a\r\ntopics:\r\n- x\r\n- y\r\nreview_by: 2027-01-02\r\n---\r\nbody\r\n";
    const auto [values, problems] = read_front_matter(split_front_matter(text));

    REQUIRE(said(problems).empty());
    REQUIRE(values.id == "a");
    REQUIRE(values.topics == Strings{"x", "y"});
    REQUIRE(values.review_by == parse_date("2027-01-02"));
}

TEST_CASE("a front matter without an end is an error of its first line", "[guidance]")
{
    REQUIRE(said(read_front_matter(split_front_matter("---\nid: a\n")).problems) ==
            "1: the front matter has no closing line of ---\n");
}

TEST_CASE("unknown keys are warned about with their line", "[guidance]")
{
    const auto [values, problems] = read("id: a\nauthor: nobody\nodd: {a: b}\n");

    REQUIRE(said(problems) == "4: a value may be text or a list of texts, nothing deeper\n"
                              "3? author is not a key we know; it is kept\n"
                              "4? odd is not a key we know; it is kept\n");
    REQUIRE(values.id == "a");
}

TEST_CASE("a key given twice is an error and the first counts", "[guidance]")
{
    const auto [values, problems] = read("id: a\ntitle: T\nid: b\n");

    REQUIRE(said(problems) == "4: id is given twice\n");
    REQUIRE(values.id == "a");
}

TEST_CASE("values of the wrong form are errors that name line and key", "[guidance]")
{
    REQUIRE(said(read("id: [a, b]\n").problems) == "2: id takes one value, not a list\n");
    REQUIRE(said(read("review_by: soon\n").problems) ==
            "2: review_by \"soon\" is no date; write it as 2026-11-21\n");
    REQUIRE(said(read("review_by: 2027-02-30\n").problems) ==
            "2: review_by \"2027-02-30\" is no date; write it as 2026-11-21\n");
    REQUIRE(said(read("a: b\nkind: story\n").problems) ==
            "2? a is not a key we know; it is kept\n3: kind does not know \"story\"; it takes topic, "
            "scenario, session, toolkit, notice\n");
    REQUIRE(said(read("rosh: [high, severe]\n").problems) ==
            "2: rosh does not know \"severe\"; it takes low, medium, high, very-high\n");
    REQUIRE(said(read("evidence: weak\n").problems).starts_with("2: evidence does not know \"weak\""));
    REQUIRE(said(read("setting: [prison]\n").problems).starts_with("2: setting does not know \"prison\""));
    REQUIRE(said(read("offence: [fraud]\n").problems).starts_with("2: offence does not know \"fraud\""));
    REQUIRE(said(read("language: fr\n").problems).starts_with("2: language does not know \"fr\""));
}

TEST_CASE("what is no plain map of texts stops the reading with its line", "[guidance]")
{
    REQUIRE(said(read("id: a\ntitle: &x 1\n").problems) == "3: anchors (&name) are not allowed\n");
    REQUIRE(said(read("id: a\nb: *x\n").problems).starts_with("3: "));
    REQUIRE(said(read("id: &x b\ntitle: *x\n").problems) == "2: anchors (&name) are not allowed\n");
    REQUIRE(said(read("topics: [[a]]\n").problems) == "2: a list may only hold plain text\n");
    REQUIRE(said(read("topics: [{a: b}]\n").problems) ==
            "2: a value may be text or a list of texts, nothing deeper\n");
    REQUIRE(said(read("id: a\n\tb: c\n").problems).starts_with("3: this is not readable YAML"));
    REQUIRE(said(read("? [a]\n: b\n").problems).starts_with("2: "));
}

TEST_CASE("values are read as their authors meant them", "[guidance]")
{
    const auto title = [](const std::string& line) {
        const auto [values, problems] = read(line + "\nkind: topic # topic | scenario\n");
        CAPTURE(line, said(problems));
        CHECK(values.kind == "topic");
        return values.title;
    };
    CHECK(title("title: Recall: what to do first") == "Recall: what to do first");
    CHECK(title("title: What first:") == "What first:");
    CHECK(title("title: Unit #4") == "Unit #4");
    CHECK(title("title: Words # a remark") == "Words");
    CHECK(title("title: [Draft] Recall") == "[Draft] Recall");
    CHECK(title("title: \"Home\" and after") == "\"Home\" and after");
    CHECK(title("title: 'It's late'") == "It's late");
    CHECK(title("title: 'It''s late'") == "It's late");
    CHECK(title("title: @home") == "@home");
    CHECK(title("title: %percent") == "%percent");
    CHECK(title("title: > 5 days") == "> 5 days");
    CHECK(title("title: - a dash") == "- a dash");
    CHECK(title("title:\ttab") == "tab");
    CHECK(title("title: \"a: b\"") == "a: b");
    CHECK(title("title: >\n  Two\n  lines") == "Two lines\n");
    CHECK(title("summary: @x\ntitle: after") == "after");
    CHECK(title("head:\n  - tag: meta\n    name: x\ntitle: after") == "after");
    CHECK(title("odd: {a: [b, {c: d}]}\ntitle: after") == "after");
    CHECK(title("title: https://example.org/a") == "https://example.org/a");
    CHECK(title("title: \"Home\"") == "Home");
}

TEST_CASE("TOML between lines of +++ is front matter", "[guidance]")
{
    const std::string text =
        "+++\r\ntitle = \"Fourth: \\\"it\\\"\" # remark\r\ndraft = false\r\ntopics = [\n  'one', # "
        "two\n  \"two\",\n]\r\n[params]\r\nsummary = \"not this\"\r\n+++\r\nbody\r\n";
    const auto parts = split_front_matter(text);
    const auto [values, problems] = read_front_matter(parts);
    CHECK(values.title == "Fourth: \"it\"");
    CHECK(values.topics == Strings{"one", "two"});
    CHECK(values.summary.empty());
    CHECK(parts.body == "body\r\n");
    CHECK(said(problems) == "8: a table is passed over\n3? draft is not a key we know; it is kept\n");
}

TEST_CASE("a rule at the top is no front matter, and nothing of the text is lost", "[guidance]")
{
    for (const std::string text :
         {"---\n\nOpening words that matter.\n\n---\n\nSecond part.\n", "---\nOpening words.\n---\nmore\n",
          "---\nNote: read this first.\n---\nmore\n", "---\n\nnote: read this first.\n\n---\nmore\n",
          "---\n# Heading\n---\nmore\n", "---\n- a\n- b\n---\nmore\n", "---\n| a | b |\n---\n",
          "---\n\nopening words\n", "+++\nwords\n+++\n", "---\n[a](b)\n---\n",
          "---\nsee: this\nand then words\n---\n"}) {
        CAPTURE(text);
        CHECK(split_front_matter(text).body == text);
        CHECK(read_document(text).problems.empty());
    }
}

TEST_CASE("an empty front matter has no values and no problems", "[guidance]")
{
    for (const char* yaml : {"", "\n\n", "id:\ntopics: []\ntitle: \"\"\n"}) {
        CAPTURE(yaml);
        const auto [values, problems] = read(yaml);
        REQUIRE(said(problems).empty());
        REQUIRE(values.id.empty());
    }
}

TEST_CASE("each required key that is missing is named once", "[guidance]")
{
    auto [values, problems] = read("id: a\nreview_by: never\n");
    check_required(values, problems);

    REQUIRE(said(problems) ==
            "3: review_by \"never\" is no date; write it as 2026-11-21\n1: title is required\n1: summary is "
            "required\n"
            "1: kind is required\n1: owner is required\n1: effective is required\n1: sources is required\n"
            "1: language is required\n");
}

TEST_CASE("an id that is no slug and dates that turn round are errors", "[guidance]")
{
    const std::string rest = "title: T\nsummary: S\nkind: topic\nowner: risk\nsources: [x]\nlanguage: en\n";
    for (const char* id : {"A-Slug", "a--b c", "../up", "a/b", "-a", "a_b"}) {
        CAPTURE(id);
        auto [values, problems] =
            read(rest + "effective: 2026-01-01\nreview_by: 2027-01-01\nid: \"" + id + "\"\n");
        check_required(values, problems);
        REQUIRE(has_error(problems));
    }
}

TEST_CASE("deep nesting of YAML is refused before it costs anything", "[guidance]")
{
    for (const std::string_view pattern : {"[", "{", "- ", "? ", "[a, ", "{a: ", "a:\n "}) {
        std::string yaml;
        while (yaml.size() < 15'000)
            yaml += pattern;
        CAPTURE(pattern);
        REQUIRE(has_error(read("id: a\n" + yaml + "\n").problems));
        if (pattern != "- ") // behind a key that is text
            REQUIRE(has_error(read("topics: " + yaml + "\n").problems));
    }
}

TEST_CASE("a front matter longer than 16 KB is not read", "[guidance]")
{
    REQUIRE(said(read("id: a\n" + std::string(16 * 1024, '#') + "\n").problems) ==
            "1: the front matter is longer than 16 KB\n");
}

TEST_CASE("a list takes two hundred values and no more", "[guidance]")
{
    const auto list = [](int count) {
        std::string yaml = "topics:\n";
        for (int i = 0; i < count; ++i)
            yaml += "- t" + std::to_string(i) + "\n";
        return read(yaml);
    };

    REQUIRE(list(200).values.topics.size() == 200);
    REQUIRE(list(200).problems.empty());
    REQUIRE(has_error(list(201).problems));
}

TEST_CASE("a title is one line without control characters, from the best place there is", "[guidance]")
{
    const auto title = [](const std::string& text, std::string_view path) {
        return title_of(read_document(text), path);
    };

    REQUIRE(title("---\ntitle: |\n  Two\n  lines\n---\n# Heading\n", "a.md") == "Two lines");
    REQUIRE(title("text\n\n# First *heading*\n", "a.md") == "First heading");
    REQUIRE(title("#\n\n# Second\n", "a.md") == "Second");
    REQUIRE(title("intro\n\n## Details\n\n# Real title\n", "h-levels.md") == "Real title");
    REQUIRE(title("## Details\n", "en/Callouts.md") == "Callouts");
    REQUIRE(title("words\n", "handbook/annual-leave/README.md") == "annual leave");
    REQUIRE(title("words\n", "handbook/_index.md") == "handbook");
    REQUIRE(title("words\n", "index.md") == "index");
    REQUIRE(title("text\n", "deep/some_old-note.v2.md") == "some old note.v2");
    REQUIRE(title("---\ntitle: \"a\\e[31mb\"\n---\n", "a.md") == "a[31mb");
    REQUIRE(title("# " + std::string(100'000, 'x') + "\n", "a.md").size() <= 303);
    REQUIRE(title("", ".md").empty());
}

TEST_CASE("a summary comes from the front matter or the first words", "[guidance]")
{
    const auto summary = [](const std::string& text) {
        return summary_of(read_document(text));
    };

    REQUIRE(summary("---\nsummary: Short.\n---\ntext\n") == "Short.");
    REQUIRE(summary("# Heading\n\nFirst *words*.\n\nSecond.\n") == "First words.");
    REQUIRE(summary("# Heading\n").empty());
    REQUIRE(summary(std::string(1000, 'x')).size() <= 203);
}
