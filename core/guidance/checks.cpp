// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/checks.h"

#include "core/guidance/article.h"
#include "core/guidance/flat_yaml.h"
#include "core/guidance/folder_files.h"
#include "core/guidance/import.h"
#include "core/guidance/judge.h"
#include "core/guidance/pack.h"
#include "core/guidance/reading_age.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace guidepost::guidance {
namespace {

namespace fs = std::filesystem;

/// The headings an officer looks for first, by anchor.
constexpr std::array first_headings{std::pair{"do-now", "Do now"}, std::pair{"why", "Why"},
                                    std::pair{"what-to-say", "What to say"},
                                    std::pair{"stop-and-ask", "Stop and ask"}};

struct ReadFile {
    std::string path = {};
    std::string text = {};
    Judged judged = {};
};

/// Where links may lead: the anchors of each article.
using Places = std::map<std::string, std::set<std::string>, std::less<>>;

std::vector<ReadFile> read_folder(const fs::path& folder)
{
    std::vector<ReadFile> files;
    for (const auto& path : find_markdown_files(folder).paths) {
        ReadFile file{path};
        try {
            file.text = read_text(folder, path, largest_guidance);
            file.judged = judge_text(file.text, path, Standard::pack);
        } catch (const Error& e) {
            file.judged.problems.push_back({Severity::error, 0, {}, e.what()});
        }
        files.push_back(std::move(file));
    }
    return files;
}

void add_places(Places& places, const std::vector<ReadFile>& files)
{
    for (const auto& file : files) {
        if (!file.judged.is_readable || file.judged.id.empty())
            continue;
        auto& anchors = places[file.judged.id];
        for (const auto& section : read_document(file.text).body.sections)
            anchors.insert(section.anchor);
    }
}

/// What is wrong with a link into guidance, "" for nothing. `id` is "" for a link within the article.
std::string why_broken(std::string_view id, std::string_view anchor, const std::string& own_id,
                       const Places& places)
{
    const auto place = places.find(id.empty() ? std::string_view{own_id} : id);
    if (place == places.end())
        return id.empty() ? "" : fmt::format("there is no article \"{}\" to link to", id);
    if (anchor.empty() || place->second.contains(std::string{anchor}))
        return {};
    return fmt::format("the article \"{}\" has no heading \"{}\"", place->first, shortened(anchor, 60));
}

void check_link(const Link& link, std::size_t line, const std::string& own_id, const Places& places,
                std::vector<Problem>& problems)
{
    const std::string_view target = link.target;
    const auto shown = shortened(target, 60);
    std::string broken;
    if (target.starts_with('#')) {
        broken = why_broken({}, target.substr(1), own_id, places);
    } else if (!article_url(target).empty()) {
        const auto parts = split(target.substr(3), '#');
        broken = why_broken(parts[0], parts.size() > 1 ? parts[1] : "", own_id, places);
    } else if (target.starts_with("kb:")) {
        broken = fmt::format("the link to \"{}\" does not name an article; write kb:id#heading", shown);
    } else if (!is_shown_link(target)) {
        problems.push_back({Severity::warning,
                            line,
                            {},
                            fmt::format("the link to \"{}\" is not shown as one; write kb:id#heading, "
                                        "https:// or mailto:",
                                        shown)});
    }
    if (!broken.empty())
        problems.push_back({Severity::error, line, {}, std::move(broken)});
}

void check_headings(const Document& document, std::vector<Problem>& problems)
{
    if (document.meta.kind != "topic" && document.meta.kind != "scenario")
        return;
    const auto& sections = document.body.sections;
    for (const auto& [anchor, heading] : first_headings)
        if (std::none_of(sections.begin(), sections.end(),
                         [name = std::string_view{anchor}](const Section& s) { return s.anchor == name; }))
            problems.push_back({Severity::warning, 0, {}, fmt::format("has no heading \"{}\"", heading)});
}

void check_length(std::size_t words, std::vector<Problem>& problems)
{
    if (words < fewest_words || words > most_words)
        problems.push_back(
            {Severity::warning,
             0,
             {},
             fmt::format("has {} words; {} to {} are read to the end", words, fewest_words, most_words)});
}

/// The line on which a key of the front matter stands.
std::size_t line_of_key(std::string_view text, std::string_view key)
{
    for (const auto& [name, entry] : read_flat_yaml(split_front_matter(text).raw).entries)
        if (name == key)
            return entry.line + 1;
    return 1;
}

void check_sources(const std::vector<std::string>& written, std::size_t line, bool names_records,
                   const Surroundings& around, std::vector<Problem>& problems)
{
    const auto add = [&](Severity severity, std::string message) {
        problems.push_back({severity, line, "sources", std::move(message)});
    };
    for (const auto& name : written) {
        const auto shown = shortened(name, 60);
        if (const auto* source = around.sources.find(name)) {
            if (const auto why = why_look_again(*source, around.sources, around.today); !why.empty())
                add(Severity::warning,
                    fmt::format("names \"{}\", which {}; read it again, and the article", shown, why));
        } else if (is_slug(name)) {
            add(names_records ? Severity::error : Severity::warning,
                fmt::format("names \"{}\", which is no source; guidepostctl source list has them all",
                            shown));
        } else if (names_records) {
            add(Severity::error,
                fmt::format("has the text \"{}\"; this pack names the id of a record in content/sources.yaml",
                            shown));
        }
    }
}

CheckedArticle check(ReadFile& file, const Places& places, bool names_records, const Surroundings& around)
{
    CheckedArticle article{file.path, file.judged.id, file.judged.title};
    article.problems = std::move(file.judged.problems);
    if (!file.judged.is_readable)
        return article;
    const auto document = read_document(file.text);
    article.sources = document.meta.sources.size();
    article.links = document.body.links.size();
    TextCounts counts;
    for (const auto& section : document.body.sections) {
        article.words += word_count(section.heading) + word_count(section.text);
        // Sources are names and titles: they say nothing of how the guidance reads.
        if (section.anchor == "sources")
            continue;
        const auto of_section = count_text(section.text);
        counts.words += of_section.words;
        counts.sentences += of_section.sentences;
        counts.syllables += of_section.syllables;
    }
    if (document.meta.language != "cy")
        article.reading_age = reading_age(counts);
    for (const auto& link : document.body.links)
        check_link(link, link.line + document.body_line - 1, article.id, places, article.problems);
    check_sources(document.meta.sources, line_of_key(file.text, "sources"), names_records, around,
                  article.problems);
    check_headings(document, article.problems);
    check_length(article.words, article.problems);
    return article;
}

/// The first file keeps an id, the others hear of it.
void check_ids(std::vector<CheckedArticle>& articles)
{
    std::map<std::string, std::string> owner;
    for (auto& article : articles) {
        if (article.id.empty())
            continue;
        const auto [first, is_new] = owner.try_emplace(article.id, article.path);
        if (!is_new)
            article.problems.push_back(
                {Severity::error, 1, "id",
                 fmt::format("\"{}\" already belongs to {}", shortened(article.id, 60), first->second)});
    }
}

std::vector<Problem> check_manifest(const fs::path& folder, bool& names_records)
{
    try {
        if (const auto manifest = read_manifest(folder)) {
            names_records = manifest->names_records;
            return {};
        }
        return {{Severity::warning,
                 0,
                 {},
                 "has no pack.yaml: it would be imported as texts that nobody reviewed"}};
    } catch (const Error& e) {
        return {{Severity::error, 0, {}, e.what()}};
    }
}

std::size_t count(const CheckedFolder& folder, Severity severity)
{
    const auto in = [&](const std::vector<Problem>& problems) {
        return static_cast<std::size_t>(std::count_if(
            problems.begin(), problems.end(), [&](const Problem& p) { return p.severity == severity; }));
    };
    auto total = in(folder.problems);
    for (const auto& article : folder.articles)
        total += in(article.problems);
    return total;
}

} // namespace

std::size_t CheckedFolder::errors() const
{
    return count(*this, Severity::error);
}

std::size_t CheckedFolder::warnings() const
{
    return count(*this, Severity::warning);
}

CheckedFolder check_folder(const fs::path& folder, const Surroundings& surroundings)
{
    if (std::error_code error; !fs::is_directory(folder, error))
        throw Error{Errc::not_found, fmt::format("{} is no folder that can be read.", folder.string())};
    CheckedFolder checked;
    bool names_records = false;
    checked.problems = check_manifest(folder, names_records);
    auto files = read_folder(folder);
    Places places;
    for (const auto& other : surroundings.others)
        add_places(places, read_folder(other));
    add_places(places, files);
    for (auto& file : files)
        checked.articles.push_back(check(file, places, names_records, surroundings));
    for (auto& skipped : find_markdown_files(folder).skipped)
        checked.articles.push_back({skipped.path, {}, {}, 0, 0, 0, {}, std::move(skipped.problems)});
    std::sort(checked.articles.begin(), checked.articles.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    check_ids(checked.articles);
    for (auto& article : checked.articles)
        std::stable_sort(article.problems.begin(), article.problems.end(),
                         [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return checked;
}

} // namespace guidepost::guidance
