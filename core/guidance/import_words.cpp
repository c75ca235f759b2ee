// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/import.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guidepost::guidance {
namespace {

/// What would read files of this ending.
std::string_view reader_of(std::string_view ending)
{
    constexpr std::array readers{
        std::pair{std::string_view{".docx .odt .html .htm"}, "pandoc reads them; it is not installed here"},
        std::pair{std::string_view{".doc .rtf .odp .pages"}, "save them as .docx first"},
        std::pair{std::string_view{".txt .text .mdx .qmd .rmd"}, "name them .md to have them read"},
        std::pair{std::string_view{".rst .adoc .asciidoc .org .tex .textile"}, "pandoc turns them into .md"},
        std::pair{std::string_view{".pdf .pptx .ppt .epub"},
                  "nothing here reads them; keep the words as .md"},
        std::pair{std::string_view{".xlsx .xls .ods .csv .tsv"}, "a spreadsheet reads them"},
        std::pair{std::string_view{".png .jpg .jpeg .gif .svg .webp .bmp .ico .avif"},
                  "no picture is shown"}};
    for (const auto& [endings, reader] : readers) {
        const auto all = split(endings, ' ');
        if (std::find(all.begin(), all.end(), ending) != all.end())
            return reader;
    }
    return {};
}

} // namespace

std::vector<std::string> import_notes(const ImportReport& report)
{
    constexpr std::size_t few = 20;
    std::vector<std::string> notes;
    if (!report.came_from.empty())
        notes.push_back(fmt::format("These texts are here already, from {}: they now follow this folder.",
                                    report.came_from));
    for (const auto& [from, to] : report.moved)
        if (notes.size() < few)
            notes.push_back(fmt::format("{} is now {}.", from, to));
    if (report.moved.size() > few)
        notes.push_back(fmt::format("{} files were moved or renamed in all.", report.moved.size()));
    if (report.dead_links > 0)
        notes.push_back(fmt::format("{} link{} nowhere; each is listed with its file and line.",
                                    report.dead_links, report.dead_links == 1 ? " leads" : "s lead"));
    if (!report.folders_passed.empty()) {
        const auto shown = std::min(report.folders_passed.size(), few);
        const std::vector<std::string> names{report.folders_passed.begin(),
                                             report.folders_passed.begin() +
                                                 static_cast<std::ptrdiff_t>(shown)};
        notes.push_back(fmt::format("Not looked into: {}{}.", join(names, ", "),
                                    shown < report.folders_passed.size()
                                        ? fmt::format(" and {} more", report.folders_passed.size() - shown)
                                        : ""));
    }
    for (const auto& [ending, count] : report.other_kinds) {
        const auto reader = reader_of(ending);
        notes.push_back(fmt::format(
            "Not read: {} {}{}{}.", count, ending.empty() ? "without an ending in the name" : ending,
            count == 1 ? " file" : " files", reader.empty() ? "" : fmt::format(" ({})", reader)));
    }
    return notes;
}

} // namespace guidepost::guidance
