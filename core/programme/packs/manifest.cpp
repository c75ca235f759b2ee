// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/packs/manifest.h"

#include "core/programme/packs/yaml_file.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "plugins/api/guidepost_module.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::programme {

static_assert(module_api == GUIDEPOST_ABI);

namespace {

constexpr std::string_view file_name = "module.yaml";

/// In the module's own folder and nowhere else.
bool is_library_name(std::string_view name)
{
    return name.starts_with("lib") && name.ends_with(".so") && is_slug(name.substr(3, name.size() - 6));
}

std::string slug_of(const YamlFile& file, const YamlNode& map, std::string_view key)
{
    auto value = file.required_text(map, key);
    if (!is_slug(value))
        file.fail(*map.find(key), key, "takes a-z, 0-9 and single hyphens");
    return value;
}

Requirement read_requirement(const YamlFile& file, const YamlNode& map)
{
    Requirement requirement;
    if (const auto session = file.text(map, "session"); !session.empty())
        requirement.session = session;
    if (!is_slug(requirement.session))
        file.fail(*map.find("session"), "session", "takes a-z, 0-9 and single hyphens");
    std::vector<std::string> words;
    for (const auto rung : all_rungs())
        words.emplace_back(guidepost::word_of(rung));
    if (const auto word = file.word(map, "level", words); !word.empty())
        requirement.rung = *parse_rung(word);
    requirement.training = slug_of(file, map, "training");
    requirement.basis = file.text(map, "basis");
    requirement.note = file.text(map, "note");
    return requirement;
}

} // namespace

bool is_module_version(std::string_view text)
{
    const auto parts = split(text, '.');
    return !parts.empty() && parts.size() <= 4 && join(parts, ".") == text &&
           std::all_of(parts.begin(), parts.end(), [](const auto& part) {
               return part.size() <= 6 &&
                      std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
           });
}

ModuleManifest parse_module_manifest(std::string_view text)
{
    const YamlFile file{std::string{file_name}, text};
    const auto& top = file.top();
    if (top.kind != YamlNode::Kind::map)
        throw Error{Errc::format, fmt::format("{}: lines of \"key: value\" are expected.", file_name)};
    ModuleManifest manifest;
    manifest.id = slug_of(file, top, "id");
    manifest.name = file.required_text(top, "name");
    manifest.version = file.required_text(top, "version");
    if (!is_module_version(manifest.version))
        file.fail(*top.find("version"), "version", "takes numbers with points between them, as 1.4.0");
    const auto api = file.whole(top, "api", 1, 1'000'000);
    if (!api)
        file.fail(top, "api", "is required");
    manifest.api = *api;
    if (const auto kind = file.word(top, "kind", {"programme", "toolkits"}); !kind.empty())
        manifest.kind = kind;
    if (const auto status = file.word(top, "status", {"open", "closing", "closed"}); !status.empty())
        manifest.status = status;
    manifest.is_read_only = file.yes_no(top, "read_only").value_or(false);
    manifest.banner = file.text(top, "banner");
    manifest.summary = file.text(top, "summary");
    manifest.approved_by = file.text(top, "approved_by");
    manifest.approved_on = file.date(top, "approved_on");
    manifest.valid_from = file.date(top, "valid_from");
    manifest.valid_until = file.date(top, "valid_until");
    if (manifest.valid_from && manifest.valid_until && *manifest.valid_until < *manifest.valid_from)
        file.fail(*top.find("valid_until"), "valid_until", "is before valid_from");
    manifest.specialisms = file.texts(top, "specialisms");
    for (const auto& specialism : manifest.specialisms)
        if (!is_slug(specialism))
            file.fail(*top.find("specialisms"), "specialisms", "takes a-z, 0-9 and single hyphens");
    manifest.code_file = file.text(top, "library");
    if (!manifest.code_file.empty() && !is_library_name(manifest.code_file))
        file.fail(*top.find("library"), "library", "takes the name of a file in this folder, as libsteps.so");
    if (const auto* delivery = top.find("delivery")) {
        for (const auto& map : file.maps(*delivery, "requirements"))
            manifest.requirements.push_back(read_requirement(file, map));
        manifest.delivery_notes = file.texts(*delivery, "notes");
    }
    for (const auto& map : file.maps(top, "vocabulary")) {
        ShortForm form{file.required_text(map, "short"), file.required_text(map, "long"),
                       file.word(map, "kind", {"same", "ambiguous", "old-new"})};
        if (form.relation.empty())
            form.relation = "same";
        manifest.vocabulary.push_back(std::move(form));
    }
    manifest.sources = file.texts(top, "sources");
    return manifest;
}

ModuleManifest read_module_manifest(const std::filesystem::path& folder)
{
    return parse_module_manifest(read_file(folder / file_name, largest_yaml));
}

} // namespace guidepost::programme
