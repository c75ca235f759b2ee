// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers to ring, sections of Acts, spans of time and dates that stand in an article have a row among the
// figures, so that somebody has said where they come from.
#include "core/guidance/article.h"
#include "core/guidance/figures.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>

using namespace guidepost;
using namespace guidepost::guidance;
using test::source_file;

namespace {

constexpr std::array number_words{"one",   "two",   "three", "four", "five",   "six",
                                  "seven", "eight", "nine",  "ten",  "eleven", "twelve"};

/// Small letters, with the numbers up to twelve as digits.
std::string plain(std::string_view text)
{
    std::string made, word;
    const auto end_word = [&] {
        const auto number = std::find(number_words.begin(), number_words.end(), word);
        made += number == number_words.end() ? word : std::to_string(number - number_words.begin() + 1);
        word.clear();
    };
    for (const char c : lower_ascii(text)) {
        if (c >= 'a' && c <= 'z') {
            word += c;
            continue;
        }
        end_word();
        made += c;
    }
    end_word();
    return made;
}

enum class Kind { phone, section, span, date };

const std::vector<std::pair<Kind, std::regex>>& patterns()
{
    static const std::string months = "january|february|march|april|may|june|july|august|september|october|"
                                      "november|december";
    static const std::vector<std::pair<Kind, std::regex>> table{
        {Kind::phone, std::regex{"\\b(0\\d{2,4} ?\\d{2,4} ?\\d{2,4}( ?\\d{2,4})?|116 \\d{3})\\b"}},
        {Kind::section, std::regex{"\\b(sections?|s\\.) ?\\d+[a-z]{0,2}\\b"}},
        {Kind::span, std::regex{"\\b\\d+ (working )?(day|week|month)s?\\b"}},
        {Kind::date, std::regex{"\\b\\d{1,2} (" + months + ")( \\d{4})?\\b"}},
    };
    return table;
}

bool holds_word(const std::string& text, const std::string& word)
{
    const auto is_part = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    };
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        if ((at == 0 || !is_part(text[at - 1])) &&
            (at + word.size() == text.size() || !is_part(text[at + word.size()])))
            return true;
    return false;
}

/// Whether a row says it. "56 days" is also said by "56, 14 and 28 days".
bool says(const std::string& row, Kind kind, const std::string& found)
{
    if (kind == Kind::section)
        return holds_word(row, found.substr(found.find_first_of("0123456789")));
    if (kind != Kind::span)
        return holds_word(row, found);
    const auto unit = found.substr(found.rfind(' ') + 1);
    return holds_word(row, found.substr(0, found.find(' '))) &&
           row.find(unit.substr(0, unit.find_last_not_of('s') + 1)) != std::string::npos;
}

struct Found {
    Kind kind;
    std::string words; ///< plain
};

std::vector<Found> figures_in(std::string_view text)
{
    std::vector<Found> found;
    const auto in_digits = plain(text), as_written = lower_ascii(text);
    for (const auto& [kind, pattern] : patterns()) {
        const auto& said = kind == Kind::date ? as_written : in_digits; // "one may" is no date
        for (std::sregex_iterator at{said.begin(), said.end(), pattern}, end; at != end; ++at)
            if (at->position() == 0 || said[static_cast<std::size_t>(at->position()) - 1] != '-')
                found.push_back({kind, at->str()});
    }
    return found;
}

/// What officers read of an article: all but its list of sources.
std::string words_of(const Document& document)
{
    auto words = document.meta.title + "\n" + document.meta.summary + "\n";
    for (const auto& section : document.body.sections)
        if (section.anchor != "sources")
            words += section.heading + "\n" + section.text + "\n";
    return words;
}

using Exempt = std::set<std::pair<std::string, std::string>>;

Exempt exempt_figures()
{
    Exempt exempt;
    const auto table = read_file(source_file("tests/data/no-figures.tsv"), 1 << 16);
    for (const auto& line : data_lines(table)) {
        const auto columns = split(line.text, '\t');
        INFO("tests/data/no-figures.tsv:" << line.number);
        REQUIRE(columns.size() == 3);
        exempt.emplace(columns[0], plain(columns[1]));
    }
    return exempt;
}

std::vector<std::filesystem::path> shipped_articles()
{
    std::vector<std::filesystem::path> files;
    for (const auto* folder : {"content", "plugins"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator{source_file(folder)})
            if (entry.path().extension() == ".md" && entry.path().parent_path().filename() == "guidance" &&
                entry.path().string().find("/template/") == std::string::npos)
                files.push_back(entry.path());
    return files;
}

} // namespace

TEST_CASE("numbers to ring, sections, spans and dates are seen in a text, written either way", "[guidance]")
{
    const auto words = [](std::string_view text) {
        std::vector<std::string> list;
        for (const auto& found : figures_in(text))
            list.push_back(found.words);
        return list;
    };
    CHECK(words("Ring **116 123** or 0808 2000 247.") ==
          std::vector<std::string>{"116 123", "0808 2000 247"});
    CHECK(words("Under section 75A, three Weeks after 11 May 2026") ==
          std::vector<std::string>{"section 75a", "3 weeks", "11 may 2026"});
    CHECK(words("Section B, a few weeks; no one may go; fifty-six days") == std::vector<std::string>{});
    CHECK(says("56, 14 and 28 days", Kind::span, "56 days"));
    CHECK_FALSE(says("156, 14 and 28 days", Kind::span, "56 days"));
    CHECK_FALSE(says("56 sessions", Kind::span, "56 days"));
    CHECK_FALSE(says("section 7", Kind::section, "section 75a"));
}

TEST_CASE("every number to ring, section, span and date of a shipped article has a row among the figures",
          "[guidance]")
{
    std::map<std::string, std::string> rows;
    for (const auto& row : read_figures(source_file("content")))
        for (const auto& article : row.articles)
            rows[article] += plain(row.figure + " " + row.says + " " + row.note) + "\n";
    const auto exempt = exempt_figures();
    Exempt unused = exempt;

    std::size_t seen = 0;
    for (const auto& file : shipped_articles()) {
        const auto text = read_file(file, 1 << 20);
        const auto document = read_document(text);
        const auto& id = document.meta.id;
        for (const auto& found : figures_in(words_of(document))) {
            ++seen;
            if (says(rows[id], found.kind, found.words))
                continue;
            INFO(id << " says \"" << found.words
                    << "\"; content/figures.tsv has no row with it for this article");
            CHECK(exempt.contains({id, found.words}));
            unused.erase({id, found.words});
        }
    }
    CHECK(seen > 100);
    for (const auto& [id, words] : unused) {
        INFO("tests/data/no-figures.tsv: " << id << " has no need of \"" << words << "\"");
        CHECK(false);
    }
}
