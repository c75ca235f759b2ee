// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/plans/brief.h"

#include "core/programme/packs/yaml_file.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <numeric>

namespace guidepost::programme {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> required_texts(const YamlFile& file, const YamlNode& map, std::string_view key)
{
    auto texts = file.texts(map, key);
    if (texts.empty())
        file.fail(map, key, "is required: a brief leaves nothing out");
    return texts;
}

std::size_t size_of(const std::vector<std::string>& texts)
{
    return std::accumulate(texts.begin(), texts.end(), std::size_t{0},
                           [](std::size_t sum, const auto& text) { return sum + text.size(); });
}

} // namespace

std::optional<BriefSheet> read_brief(const fs::path& module_folder, std::string_view option)
{
    const auto path = module_folder / "toolkits" / (std::string{option} + ".yaml");
    if (!is_slug(option) || !fs::exists(path))
        return std::nullopt;
    const auto file = read_yaml_file(path);
    const auto& top = file.top();
    const auto* brief = top.find("brief");
    if (!brief || brief->is_empty())
        return std::nullopt;
    BriefSheet sheet;
    sheet.option = option;
    sheet.name = file.required_text(top, "name");
    sheet.summary = file.text(top, "summary");
    sheet.aim = file.required_text(*brief, "aim");
    sheet.steps = required_texts(file, *brief, "steps");
    sheet.challenge = required_texts(file, *brief, "challenges");
    sheet.red_flags = required_texts(file, *brief, "red_flags");
    sheet.stop_and_call = required_texts(file, *brief, "stop_and_call");
    sheet.limits = file.texts(top, "limits");
    sheet.guidance = file.texts(top, "guidance");
    sheet.is_suggestion = file.text(*brief, "basis") == "suggestion";
    sheet.source = file.required_text(top, "source");
    std::size_t bytes = sheet.aim.size();
    std::size_t lines = 1;
    for (const auto* list :
         {&sheet.steps, &sheet.challenge, &sheet.red_flags, &sheet.stop_and_call, &sheet.limits}) {
        bytes += size_of(*list);
        lines += list->size();
    }
    if (bytes > most_brief_bytes || lines > most_brief_lines)
        file.fail(*brief, "brief",
                  fmt::format("has {} lines and {} bytes with the limits; one page takes {} and {}", lines,
                              bytes, most_brief_lines, most_brief_bytes));
    return sheet;
}

std::vector<std::string> options_with_brief(const fs::path& module_folder)
{
    std::vector<std::string> options;
    for (const auto& path : yaml_files_in(module_folder / "toolkits"))
        if (const auto name = path.stem().string(); read_brief(module_folder, name))
            options.push_back(name);
    return options;
}

} // namespace guidepost::programme
