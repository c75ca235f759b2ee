// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/pack.h"

#include "core/guidance/flat_yaml.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "core/values/clock.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

namespace guidepost::guidance {
namespace {

constexpr std::uintmax_t largest_manifest = 16 * 1024;

constexpr std::array keys{
    std::pair{"id", &Manifest::id},
    std::pair{"title", &Manifest::title},
    std::pair{"version", &Manifest::version},
    std::pair{"approved_by", &Manifest::approved_by},
    std::pair{"approved_on", &Manifest::approved_on},
};

} // namespace

std::optional<Manifest> read_manifest(const std::filesystem::path& folder)
{
    const auto file = folder / "pack.yaml";
    if (!std::filesystem::exists(std::filesystem::symlink_status(file)))
        return std::nullopt;
    const auto fail = [&](const std::string& why) -> Manifest {
        throw Error{Errc::format,
                    fmt::format("{}: {}. Mend the manifest and import again.", file.string(), why)};
    };
    const auto text = read_file(file, largest_manifest);
    const auto yaml = read_flat_yaml(text);
    if (yaml.problem)
        return fail(fmt::format("line {}: {}", yaml.problem->line, yaml.problem->message));
    if (!yaml.nested.empty())
        return fail(fmt::format("line {}: {}", yaml.nested.front().line, yaml.nested.front().message));
    Manifest manifest;
    for (const auto& [name, entry] : yaml.entries)
        for (const auto& [key, member] : keys)
            if (name == key && !entry.values.empty())
                manifest.*member = entry.values.front();
    for (const auto& [name, entry] : yaml.entries) {
        if (name != "sources")
            continue;
        if (entry.values != std::vector<std::string>{"records"})
            return fail(fmt::format("line {}: sources takes records, or is left out", entry.line));
        manifest.names_records = true;
    }
    for (const auto& [key, member] : keys)
        if ((manifest.*member).empty())
            return fail(fmt::format("{} is required", key));
    if (!is_slug(manifest.id))
        return fail("id takes a-z, 0-9 and single hyphens");
    if (!parse_date(manifest.approved_on))
        return fail("approved_on is no date; write it as 2026-11-21");
    return manifest;
}

bool is_older_version(std::string_view version, std::string_view than)
{
    const auto numbers = [](std::string_view text) {
        std::vector<long> parts;
        for (const auto& part : split(text, '.'))
            parts.push_back(std::strtol(part.c_str(), nullptr, 10));
        return parts;
    };
    return numbers(version) < numbers(than);
}

} // namespace guidepost::guidance
