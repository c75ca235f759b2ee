// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/plans/paths.h"

#include "core/programme/packs/yaml_file.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace guidepost::programme {
namespace {

PathStep read_step(const YamlFile& file, const YamlNode& map)
{
    PathStep step;
    step.id = file.required_text(map, "id");
    if (!is_slug(step.id))
        file.fail(*map.find("id"), "id", "takes a-z, 0-9 and single hyphens");
    const auto* action = map.find("action");
    if ((action != nullptr) == (map.find("question") != nullptr))
        file.fail(map, "id", "needs either a question or an action");
    if (action) {
        step.action = file.required_text(*action, "title");
        step.text = file.required_text(*action, "text");
        step.guidance = file.texts(*action, "guidance");
        // It must be said, so that nobody forgot it.
        step.call = file.required_text(*action, "call");
        if (step.call == "none")
            step.call.clear();
        return step;
    }
    step.question = file.required_text(map, "question");
    step.help = file.text(map, "help");
    for (const auto& answer : file.maps(map, "answers"))
        step.answers.push_back({file.required_text(answer, "text"), file.required_text(answer, "goto")});
    if (step.answers.size() < 2)
        file.fail(map, "answers", "are two at least");
    return step;
}

Path read_path(const std::filesystem::path& from)
{
    const auto file = read_yaml_file(from);
    const auto& top = file.top();
    Path path;
    path.id = file.required_text(top, "id");
    if (!is_slug(path.id))
        file.fail(*top.find("id"), "id", "takes a-z, 0-9 and single hyphens");
    path.title = file.required_text(top, "title");
    path.summary = file.text(top, "summary");
    path.source = file.required_text(top, "source");
    path.start = file.required_text(top, "start");
    for (const auto& step : file.maps(top, "nodes"))
        path.steps.push_back(read_step(file, step));
    if (const auto problems = path_problems(path); !problems.empty())
        throw Error{Errc::format, fmt::format("{}: {}", file.name(), problems.front())};
    return path;
}

/// Whether a way from the step comes back to one it passed; `done` holds what was gone through.
bool comes_back(const Path& path, const PathStep& step, std::set<std::string>& passed,
                std::set<std::string>& done)
{
    if (done.contains(step.id))
        return false;
    if (!passed.insert(step.id).second)
        return true;
    for (const auto& answer : step.answers)
        if (const auto* next = path.find(answer.leads_to); next && comes_back(path, *next, passed, done))
            return true;
    passed.erase(step.id);
    done.insert(step.id);
    return false;
}

} // namespace

const PathStep* Path::find(std::string_view wanted) const
{
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const auto& step) { return step.id == wanted; });
    return found == steps.end() ? nullptr : &*found;
}

std::vector<std::string> path_problems(const Path& path)
{
    std::vector<std::string> problems;
    const auto* start = path.find(path.start);
    if (!start) {
        problems.push_back(
            fmt::format("the path starts at {}, which is not there.", shortened(path.start, 40)));
        return problems;
    }
    std::set<std::string> ids;
    for (const auto& step : path.steps) {
        if (!ids.insert(step.id).second)
            problems.push_back(fmt::format("{} stands here a second time.", step.id));
        if (!step.is_action() && step.answers.empty())
            problems.push_back(fmt::format("{} has no answer and no action.", step.id));
        for (const auto& answer : step.answers)
            if (!path.find(answer.leads_to))
                problems.push_back(fmt::format("an answer of {} leads to {}, which is not there.", step.id,
                                               shortened(answer.leads_to, 40)));
    }
    std::set<std::string> passed;
    std::set<std::string> done;
    if (comes_back(path, *start, passed, done))
        problems.emplace_back("a way comes back to where it was, so it need not end.");
    else
        for (const auto& step : path.steps)
            if (!done.contains(step.id))
                problems.push_back(fmt::format("no answer leads to {}.", step.id));
    return problems;
}

std::vector<Path> read_paths(const std::filesystem::path& module_folder)
{
    std::vector<Path> paths;
    for (const auto& file : yaml_files_in(module_folder / "paths"))
        paths.push_back(read_path(file));
    return paths;
}

std::vector<PathAnswer> way_to(const Path& path, std::string_view wanted)
{
    struct Came {
        const PathStep* from;
        const PathAnswer* by;
    };
    std::map<std::string, Came> came;
    std::deque<const PathStep*> next;
    if (const auto* start = path.find(path.start))
        next.push_back(start);
    while (!next.empty()) {
        const auto* step = next.front();
        next.pop_front();
        for (const auto& answer : step->answers)
            if (const auto* to = path.find(answer.leads_to);
                to && to->id != path.start && came.try_emplace(to->id, Came{step, &answer}).second)
                next.push_back(to);
    }
    std::vector<PathAnswer> way;
    for (auto at = came.find(std::string{wanted}); at != came.end(); at = came.find(at->second.from->id))
        way.push_back(*at->second.by);
    std::reverse(way.begin(), way.end());
    return way;
}

} // namespace guidepost::programme
