// SPDX-License-Identifier: GPL-2.0-or-later
// What other programs write beyond CommonMark: nothing of it is dropped.
#include "core/guidance/markdown.h"
#include "core/guidance/plain_body.h"
#include "core/text/text.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::guidance;
using Strings = std::vector<std::string>;

namespace {

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::string html(std::string_view markdown)
{
    return body_html(markdown, "no such title");
}

/// Without tags and line feeds, blanks as one: what is read on the page.
std::string words_of(std::string_view page)
{
    std::string words;
    bool in_tag = false;
    for (const char c : page) {
        if (c == '<')
            in_tag = true;
        const bool is_blank = in_tag || c == '\n' || c == ' ';
        if (is_blank && !words.empty() && words.back() != ' ')
            words += ' ';
        else if (!is_blank)
            words += c;
        if (c == '>')
            in_tag = false;
    }
    return std::string{trimmed(words)};
}

std::string text_of(std::string_view markdown)
{
    std::string text;
    for (const auto& section : read_body(markdown).sections)
        text += section.heading + "\n" + section.text;
    return text;
}

std::string plain(std::string_view markdown, std::size_t width = 60)
{
    return plain_body(markdown, "", width).text;
}

Strings lines_not_shown(std::string_view markdown)
{
    Strings lines;
    for (const auto& part : read_body(markdown).not_shown)
        lines.push_back(std::to_string(part.line) + ": " + part.what);
    return lines;
}

} // namespace

TEST_CASE("a break and a block tag part words, in page, index and terminal", "[guidance]")
{
    const auto* const markdown = "Ring the duty desk<br>before noon<br/>every weekday.\n";
    REQUIRE(html(markdown) == "<p>Ring the duty desk<br />\nbefore noon<br />\nevery weekday.</p>\n");
    REQUIRE(text_of(markdown) == "\nRing the duty desk before noon every weekday.\n");
    REQUIRE(plain(markdown) == "Ring the duty desk\nbefore noon\nevery weekday.\n");
    REQUIRE(words_of(html("a <p>b</p> c\n")) == "a b c");
}

TEST_CASE("the words of raw HTML stay on the page", "[guidance]")
{
    REQUIRE(html("<div class=\"warning\">\nDo not tell the partner.\n</div>\n") ==
            "<p>Do not tell the partner.</p>\n");
    REQUIRE(html("<p>One.</p><p>Two &amp; <b>three</b>.</p>") == "<p>One.</p>\n<p>Two &amp; three.</p>\n");
    REQUIRE(words_of(html("<details>\n<summary>When to ring</summary>\n\nRing at *once*.\n\n</details>\n")) ==
            "When to ring Ring at once .");
    REQUIRE(words_of(html("<table><tr><td>Ring</td><td>the desk</td></tr><tr><td>Write</td></tr></table>")) ==
            "Ring \u00B7 the desk Write");
    REQUIRE(words_of(html("<ul><li>One</li><li>Two</li></ul>")) == "\u2022 One \u2022 Two");
    REQUIRE(html("<h2 align=\"center\">Do now</h2>") == "<h2 id=\"do-now\">\nDo now\n</h2>\n");
    REQUIRE(html("<pre>\na  b\n  c &lt;d&gt;\n</pre>\n") ==
            "<pre><code>a  b\n  c &lt;d&gt;\n</code></pre>\n");
    REQUIRE(html("<a href=\"https://e.org/?a=1&amp;b=2\">the page</a>, <a name=x>here</a>\n") ==
            "<p><a href=\"https://e.org/?a=1&amp;b=2\">the page</a>, here</p>\n");
    REQUIRE(html("<div><a href=\"https://e.org\">in a\nblock</a></div>\n") ==
            "<p><a href=\"https://e.org\">in a block</a></p>\n");
    REQUIRE(html("<p><img src=\"a.png\" alt=\"a map\"></p>\n") == "<p>[picture not shown: a map]</p>\n");
    REQUIRE(html("> <div>\n> quoted\n> </div>\n") == "<blockquote>\n<p>quoted</p>\n</blockquote>\n");
}

TEST_CASE("what is to be filled in is words, not a tag", "[guidance]")
{
    REQUIRE(words_of(html("Dear <name of the officer>, on <date> you said\n")) ==
            "Dear &lt;name of the officer&gt;, on &lt;date&gt; you said");
    REQUIRE(words_of(html("<name>\n")) == "&lt;name&gt;");
    REQUIRE(words_of(html("<Tabs><TabItem value=\"a\">words</TabItem></Tabs>\n")) == "words");
}

TEST_CASE("scripts, styles, comments and declarations show nothing and are told where they hide words",
          "[guidance]")
{
    REQUIRE(
        words_of(html("<script>\nalert(1)\n</script>\n\n<style>a{}</style>\n\n<!-- secret -->\n\nkept\n")) ==
        "kept");
    REQUIRE(lines_not_shown("a\n\n<script>\nx\n</script>\n\n![map](a.png) <iframe src=x></iframe>\n") ==
            Strings{"3: <script> is not shown", "7: a picture is not shown; its words are",
                    "7: <iframe> is not shown"});
    REQUIRE(lines_not_shown("plain *words*\n").empty());
}

TEST_CASE("a table of pipes is a table with header cells, in the page, the index and the terminal",
          "[guidance]")
{
    const auto* const markdown =
        "Before\n\n| Step | Who | By when |\n|------|:---:|--------:|\n"
        "| Call | **Duty** manager | same day |\n| Write | Officer<br>Lead | |\n\nAfter\n";
    REQUIRE(
        html(markdown) ==
        "<p>Before</p>\n<table>\n<thead><tr>\n<th scope=\"col\">\nStep\n</th>\n<th scope=\"col\" "
        "class=\"centre\">\nWho\n</th>\n<th scope=\"col\" class=\"end\">\nBy "
        "when\n</th>\n</tr></thead>\n<tr>\n"
        "<td>\nCall\n</td>\n<td class=\"centre\">\n<strong>Duty</strong> manager\n</td>\n<td class=\"end\">\n"
        "same day\n</td>\n</tr>\n<tr>\n<td>\nWrite\n</td>\n<td class=\"centre\">\nOfficer<br "
        "/>\nLead\n</td>\n"
        "<td class=\"end\">\n</td>\n</tr>\n</table>\n<p>After</p>\n");
    REQUIRE(text_of(markdown) ==
            "\nBefore\nStep \u00B7 Who \u00B7 By when\nCall \u00B7 Duty manager \u00B7 same day\n"
            "Write \u00B7 Officer Lead \u00B7 \nAfter\n");
    REQUIRE(plain(markdown) == "Before\n\nStep   Who           By when\n-----  ------------  --------\n"
                               "Call   Duty manager  same day\nWrite  Officer\n       Lead\n\nAfter\n");
}

TEST_CASE("tables follow the published rules", "[guidance]")
{
    const auto cells = [](std::string_view markdown) {
        return words_of(html(markdown));
    };
    const auto is_table = [](std::string_view markdown) {
        return holds(html(markdown), "<table>");
    };
    CHECK(cells("| a | b |\n|---|---|\n| c \\| d | `e \\| f` |\n") == "a b c | d e | f");
    CHECK(is_table("a | b\n--|--\nc | d\n"));
    CHECK(is_table("| a |\n|---|\n"));
    CHECK(is_table("> | a | b |\n> |---|---|\n> | c | d |\n"));
    CHECK(is_table("- | a | b |\n  |---|---|\n  | c | d |\n"));
    CHECK(is_table("words\n| a | b |\n|---|---|\n"));
    CHECK(cells("words\n| a | b |\n|---|---|\n") == "words a b");
    CHECK(is_table("| a | b |\r\n|---|---|\r\n| c | d |\r\n"));
    CHECK_FALSE(is_table("| a | b |\n|---|\n| c | d |\n"));
    CHECK_FALSE(is_table("| a | b |\n| - x |\n"));
    CHECK_FALSE(is_table("```\n| a | b |\n|---|---|\n```\n"));
    CHECK_FALSE(is_table("    | a | b |\n    |---|---|\n"));
    CHECK_FALSE(is_table("a\n---\n"));
    // A cell starts no list and no heading, its emphasis ends with it, its references are those of the text.
    CHECK(html("| a |\n|---|\n| - b |\n| # c |\n| _d_ |\n| [e][r] |\n\n[r]: https://e.org\n") ==
          "<table>\n<thead><tr>\n<th scope=\"col\">\na\n</th>\n</tr></thead>\n<tr>\n<td>\n- "
          "b\n</td>\n</tr>\n<tr>\n"
          "<td>\n# c\n</td>\n</tr>\n<tr>\n<td>\n<em>d</em>\n</td>\n</tr>\n<tr>\n<td>\n<a "
          "href=\"https://e.org\">e</a>\n</td>\n</tr>\n</table>\n");
    CHECK(cells("| a *b | c* d |\n|---|---|\n") == "a *b c* d");
    // The rules drop what stands beyond the last column; here it stays.
    CHECK(cells("| a | b |\n|---|---|\n| c | d | e | f |\n") == "a b c d \u00B7 e \u00B7 f");
    CHECK(cells("| a | b |\n|---|---|\n| c |\n") == "a b c");
    CHECK(cells("| | |\n|---|---|\n| c | d |\n") == "c d");
}

TEST_CASE("a table too wide for the terminal is told row by row", "[guidance]")
{
    const auto text =
        plain("| Step | Who rings | By when |\n|---|---|---|\n| Call the manager | Officer | today |\n", 20);
    REQUIRE(text == "- Step: Call the\n  manager\n  Who rings: Officer\n  By when: today\n");
    REQUIRE(
        plain("| Step | Who |\n|---|---|\n| Call the manager of the desk | Officer |\n", 24) ==
        "Step             Who\n---------------  -------\nCall the         Officer\nmanager of the\ndesk\n");
}

TEST_CASE("lines keep their numbers below tables and boxes", "[guidance]")
{
    const auto body =
        read_body("| a | b |\n|---|---|\n| [x](kb:x) | d |\n\n!!! note\n    words\n\n# Here\n\n[y](kb:y)\n");
    REQUIRE(body.sections.back().line == 8);
    REQUIRE(body.links.size() == 2);
    CHECK(body.links[0].line == 3);
    CHECK(body.links[1].line == 10);
}

TEST_CASE("footnotes become notes at the end, with a way there", "[guidance]")
{
    const auto* const markdown = "Most need sign-off.[^1] Some do not.[^note]\n\n[^note]: See the *list*.\n"
                                 "[^1]: https://example.org/rules\n[^other]: Nothing names it.\n";
    const auto page = html(markdown);
    CAPTURE(page);
    CHECK(holds(
        page, "sign-off.<sup id=\"note-mark.1\"><a href=\"#note.1\" aria-label=\"Note 1\">1</a></sup> Some"));
    CHECK(holds(page,
                "<h2 id=\"notes\">\nNotes\n</h2>\n<ol class=\"notes\">\n<li id=\"note.1\" value=\"1\">\n"
                "<p>https://example.org/rules</p>\n</li>\n<li id=\"note.2\" value=\"2\">\n<p>See the "
                "<em>list</em>.</p>\n</li>\n<li id=\"note.3\" value=\"3\">\n<p>Nothing names it.</p>"));
    CHECK(holds(plain(markdown), "sign-off. (note 1) Some do not. (note 2)"));
    CHECK(holds(plain(markdown), "(2) See the list.\n"));
    CHECK(read_body(markdown).sections.back().heading == "Notes");
    CHECK(words_of(html("`[^1]` stays\n\n```\n[^1]: code\n```\n")) == "[^1] stays [^1]: code");
    CHECK(words_of(html("no such [^1]\n")) == "no such [^1]");
    CHECK(words_of(html("a[^x]\n\n[^x]: first\n\n    second\n")) == "a 1 Notes first second");
}

TEST_CASE("boxes of the common kinds are boxes with their label", "[guidance]")
{
    const auto box = [](std::string_view markdown) {
        const auto page = html(markdown);
        CAPTURE(page);
        CHECK(holds(page, "<div class=\"note\" role=\"note\">"));
        return words_of(page);
    };
    CHECK(box("> [!WARNING]\n> Ring first.\n") == "Warning Ring first.");
    CHECK(box("> [!note] Read this\n> Ring first.\n") == "Note: Read this Ring first.");
    CHECK(box("> [!tip]-\n> Ring first.\n") == "Tip Ring first.");
    CHECK(box("!!! note \"Admonition\"\n    Ring first.\n\n    And then.\n\nafter\n") ==
          "Note: Admonition Ring first. And then. after");
    CHECK(box("??? warning\n    Ring first.\n") == "Warning Ring first.");
    CHECK(box(":::info\nRing first.\n:::\nafter\n") == "Info Ring first. after");
    CHECK(box(":::note Read this\n\nRing *first*.\n\n:::\n") == "Note: Read this Ring first .");
    CHECK(box("::: {.caution}\nRing first.\n:::\n") == "Caution Ring first.");
    CHECK(box("{% hint style=\"info\" %}\nRing first.\n{% endhint %}\n") == "Info Ring first.");
    CHECK(box("{{< note >}}\nRing first.\n{{< /note >}}\n") == "Note Ring first.");
    CHECK(box(":::note\n:::tip\ninner\n:::\nouter\n:::\n") == "Note Tip inner outer");
    CHECK(holds(plain("> [!WARNING]\n> Ring first.\n"), "| Warning\n|\n| Ring first.\n"));
    // What is not closed, and what stands in code, stays as it is written.
    CHECK(words_of(html(":::note\nno end\n")) == ":::note no end");
    CHECK(words_of(html("```\n!!! note\n    code\n```\n")) == "!!! note code");
    CHECK(holds(html("!!! note\n    | a | b |\n    |---|---|\n    | c | d |\n"), "<table>"));
}

TEST_CASE("commands of other programs stay and are told with their line", "[guidance]")
{
    REQUIRE(words_of(html("a\n\n{% include thing.html %}\n\n{{< ref x >}}\n")) ==
            "a {% include thing.html %} {{&lt; ref x &gt;}}");
    REQUIRE(
        lines_not_shown("a\n\n{% include thing.html %}\n") ==
        Strings{
            "3: \"{% include thing.html %}\" is a command of another program and is shown as it is written"});
}

TEST_CASE("wikilinks show their words and lead where they are told", "[guidance]")
{
    REQUIRE(words_of(html("See [[second]] and [[second#Steps|the steps]], `[[code]]`.\n")) ==
            "See second and the steps, [[code]] .");
    REQUIRE(body_html("[[second|words]]\n", "t", {{"wiki:second", "kb:notes-second"}}) ==
            "<p><a href=\"guidepost://article/notes-second\">words</a></p>\n");
    REQUIRE(html("![[map.png]]\n") == "<p>[picture not shown: map.png]</p>\n");
    REQUIRE(lines_not_shown("\n![[second]]\n").size() == 1);
}

TEST_CASE("headings have the names that GitHub and authors give them", "[guidance]")
{
    const auto anchor_of = [](std::string_view markdown, std::string_view wanted) {
        for (const auto& [name, anchor] : read_body(markdown).names)
            if (name == wanted)
                return anchor;
        return std::string{"(none)"};
    };
    CHECK(anchor_of("## Setup\n## Setup\n## Setup\n", "setup-2") == "setup-3");
    CHECK(anchor_of("## Risk & needs\n", "risk--needs") == "risk-needs");
    CHECK(anchor_of("## risk_plan\n", "risk_plan") == "risk-plan");
    CHECK(anchor_of("## D\u0174r a th\u0177\n", "d\u0175r-a-th\u0177") != "(none)");
    CHECK(anchor_of("## What's new?\n", "whats-new") == "whats-new");
    CHECK(anchor_of("## Steps {#my-steps}\n", "my-steps") == "steps");
    CHECK(words_of(html("## Steps {#my-steps}\n")) == "Steps");
    CHECK(anchor_of("<a name=\"here\"></a>\n\n## Steps\n", "here") == "steps");
    CHECK(anchor_of("## Steps\n\nwords\n\n<a id=\"there\"></a>words\n\n## Next\n", "there") == "steps");
    CHECK(anchor_of("<h2 id=\"own\">Steps</h2>\n", "own") == "steps");
}
