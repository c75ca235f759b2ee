// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a source file are on its page, in the index and in the terminal: all of them, whatever they
// were written in. Folders given in GUIDEPOST_FOLDERS (parted by colons) are looked at too; of real ones no
// word that a reader would see may be missing.
#include "core/guidance/article.h"
#include "core/guidance/folder_files.h"
#include "core/guidance/hostile_text.h"
#include "core/guidance/plain_body.h"
#include "core/text/characters.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <regex>
#include <set>
#include <utility>

using namespace guidepost;
using namespace guidepost::guidance;

namespace {

using Words = std::set<std::string>;

/// Runs of letters and digits, in small letters.
Words words_in(std::string_view text)
{
    Words words;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        const auto here = code_point_at(text, at);
        at += std::max<std::size_t>(here.bytes, 1);
        if (is_word_character(here.value))
            append_utf8(word, small(here.value));
        else if (!word.empty())
            words.insert(std::exchange(word, {}));
    }
    if (!word.empty())
        words.insert(word);
    return words;
}

std::string without(const std::string& text, const char* pattern)
{
    return std::regex_replace(text, std::regex{pattern, std::regex::optimize}, " ");
}

/// What of a source nobody is to see: comments, scripts, tags, targets of links, names of boxes and of code.
/// Found by signs alone, not by the reader that is tested.
std::string visible(std::string text)
{
    text = without(text, "<!--[^]*?-->");
    text = without(text, "<(script|style)[^>]*>[^]*?</(script|style)>");
    text = without(text, "</?[A-Za-z][^<>]*>");
    text = without(text, "\\]\\([^()\\s]*(\\([^()\\s]*\\))?[^()]*\\)");
    text = without(text, "\\]\\[[^\\]\\n]*\\]");
    text = without(text, "(^|\\n) {0,3}\\[[^\\]\\n]+\\]:[^\\n]*");
    text = without(text, "\\[\\^[^\\]\\n]+\\]");
    text = without(text, "(^|\\n)[ >]*(```|~~~)[^\\n]*");
    text = without(text, "(^|\\n)[ >\\t]*[0-9]{1,9}[.)] ");
    text = without(text, "&[a-zA-Z#0-9]+;");
    text = without(text, "\\{:?\\s*#[^}\\n]*\\}");
    text = without(text, "\\[\\[[^\\]|\\n]*\\|");
    return text;
}

std::string without_tags(const std::string& html)
{
    auto text = without(html, "<[^>]*>");
    for (const auto& [entity, sign] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
            text.replace(at, std::string_view{entity}.size(), sign);
    return text;
}

/// Words of the source that stand nowhere else.
std::vector<std::string> missing(const Words& source, const Words& shown)
{
    std::vector<std::string> lost;
    for (const auto& word : source)
        if (!shown.contains(word))
            lost.push_back(word);
    return lost;
}

std::vector<std::string> lost_words(const std::string& text)
{
    const auto document = read_document(text);
    const auto wanted = words_in(visible(std::string{document.markdown}));
    std::string index;
    for (const auto& section : document.body.sections)
        index += section.heading + "\n" + section.text + "\n";
    auto lost = missing(wanted, words_in(without_tags(body_html(document.markdown, ""))));
    for (const auto& other : {index, plain_body(document.markdown, "", 100'000).text})
        for (auto& word : missing(wanted, words_in(other)))
            lost.push_back(std::move(word));
    std::sort(lost.begin(), lost.end());
    lost.erase(std::unique(lost.begin(), lost.end()), lost.end());
    return lost;
}

} // namespace

TEST_CASE("no word of a text is lost on its page, in the index or in the terminal", "[guidance]")
{
    for (const std::string text :
         {"# One\n\nRing<br>before <b>noon</b> <kbd>now</kbd>.\n\n<div class=\"x\">\nNever tell.\n</div>\n",
          "<details><summary>When</summary>\n\n- a "
          "*b*\n\n</details>\n\n<table>\n<tr><th>Head</th></tr>\n<tr><td>Cell"
          "</td></tr>\n</table>\n",
          "| a | b |\n|---|:-:|\n| c `d` | e \\| f |\n| g | h | i |\n\nafter[^1]\n\n[^1]: the note\n    goes "
          "on\n",
          "> [!NOTE] title\n> inside\n\n!!! tip \"Quoted\"\n    deep\n\n        "
          "code\n\n:::warn\nagain\n:::\nend\n",
          "---\n\nopening words\n\n---\n\nafter\n", "+++\ntitle = \"x\"\n+++\nbody words\n",
          "---\ntitle: a: b\nnested:\n  c: d\n---\nbody words\n", "line\rends\r\rof old\r",
          "Dear <name of the officer>, [[page|words]] ![[file]] {% include x.html %} {{ var }}\n",
          "<p align=center>\n  <a href=\"x\">in <i>raw</i></a>\n  <img alt=\"alt words\" "
          "src=y>\n</p>\n\n<hr>\nx\n",
          "<dl><dt>term</dt><dd>said</dd></dl>\n<ul><li>one<li>two</ul>\n<pre>\nkept  as is\n</pre>\n"}) {
        CAPTURE(text);
        CHECK(lost_words(text) == std::vector<std::string>{});
    }
}

TEST_CASE("no word of a real folder is lost", "[.folders]")
{
    const char* folders = std::getenv("GUIDEPOST_FOLDERS");
    for (const auto& folder : split(folders ? folders : "", ':')) {
        std::size_t files = 0, lost_files = 0;
        for (const auto& path : find_markdown_files(folder).paths) {
            std::string text;
            try {
                text = read_file(std::filesystem::path{folder} / path, 512 * 1024);
            } catch (const Error&) {
                continue;
            }
            if (first_invalid_utf8(text) || why_too_costly(text))
                continue;
            ++files;
            const auto lost = lost_words(text);
            if (lost.empty())
                continue;
            ++lost_files;
            std::cerr << path << ": " << join(lost, " ").substr(0, 300) << "\n";
        }
        std::cerr << folder << ": " << lost_files << " of " << files << " files lose words\n";
        CHECK(lost_files * 100 <= files + 99);
    }
}
