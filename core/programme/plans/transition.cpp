// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/plans/transition.h"

#include "core/programme/packs/yaml_file.h"
#include "core/text/text.h"

#include <algorithm>

namespace guidepost::programme {
namespace {

/// Both as slugs, so that brackets and capitals do not matter.
bool holds_words(std::string_view text, std::string_view words)
{
    const auto wanted = slug(words);
    return !wanted.empty() && ("-" + slug(text) + "-").find("-" + wanted + "-") != std::string::npos;
}

Transition read_transition(const YamlFile& file, const YamlNode& map)
{
    Transition transition;
    transition.id = file.required_text(map, "id");
    transition.name = file.required_text(map, "name");
    transition.status = file.word(map, "status", {"open", "closing", "closed", "custody-only", "withdrawn"});
    transition.successor = file.required_text(map, "successor");
    for (const char* key : {"id", "successor"})
        if (!is_slug(file.text(map, key)))
            file.fail(*map.find(key), key, "takes a-z, 0-9 and single hyphens");
    transition.is_equivalent = !file.yes_no(map, "not_equivalent").value_or(true);
    transition.mid_programme = file.required_text(map, "mid_programme");
    transition.note = file.text(map, "note");
    transition.guidance = file.texts(map, "guidance");
    transition.source = file.required_text(map, "source");
    return transition;
}

} // namespace

std::vector<Transition> read_transitions(const std::filesystem::path& module_folder)
{
    std::vector<Transition> transitions;
    const auto path = module_folder / "transition.yaml";
    if (!std::filesystem::exists(path))
        return transitions;
    const auto file = read_yaml_file(path);
    if (!file.top().find("entries"))
        file.fail(file.top(), "entries", "is required");
    for (const auto& item : file.maps(file.top(), "entries")) {
        auto transition = read_transition(file, item);
        if (std::any_of(transitions.begin(), transitions.end(),
                        [&](const auto& one) { return one.id == transition.id; }))
            file.fail(item, "id", "stands here a second time");
        transitions.push_back(std::move(transition));
    }
    return transitions;
}

std::vector<Transition> find_transitions(const std::vector<Transition>& all, std::string_view words)
{
    std::vector<Transition> found;
    for (const auto& one : all)
        if (one.id == words)
            return {one};
        else if (holds_words(one.name, words) || holds_words(one.id, words))
            found.push_back(one);
    return found;
}

} // namespace guidepost::programme
