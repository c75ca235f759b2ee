// SPDX-License-Identifier: GPL-2.0-or-later
// Branching paths: a module's paths/*.yaml. Each step is a question with answers that lead on, or an action
// that ends the path and names whom to call.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

struct PathAnswer {
    std::string text = {};
    std::string leads_to = {}; ///< a step's id
};

struct PathStep {
    std::string id = {};
    std::string question = {}; ///< "" for an action
    std::string help = {};
    std::vector<PathAnswer> answers = {};
    std::string action = {}; ///< its title; "" for a question
    std::string text = {};
    std::vector<std::string> guidance = {};
    std::string call = {}; ///< a role; "" when nobody needs to be rung

    bool is_action() const { return question.empty(); }
};

struct Path {
    std::string id = {};
    std::string title = {};
    std::string summary = {};
    std::string source = {};
    std::string start = {};
    std::vector<PathStep> steps = {};

    /// None: no such step.
    const PathStep* find(std::string_view id) const;
};

/// What is wrong with a path, a sentence each: a step that is missing or stands twice or cannot be reached,
/// an answer that leads nowhere, a way that comes back to where it was. Empty: every branch ends in an
/// action.
std::vector<std::string> path_problems(const Path& path);

/// By file name. Throws Error{format} for a file that cannot be read and for a path with problems: half a
/// path is worse than none.
std::vector<Path> read_paths(const std::filesystem::path& module_folder);

/// The answers that lead to the step, the first first; empty for the start and for what cannot be reached.
/// Where several ways lead there, the shortest.
std::vector<PathAnswer> way_to(const Path& path, std::string_view step);

} // namespace guidepost::programme
