// SPDX-License-Identifier: GPL-2.0-or-later
// What became of programmes that plans, licences and histories still name: a module's transition.yaml.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

struct Transition {
    std::string id = {};
    std::string name = {};
    std::string status = {};        ///< open | closing | closed | custody-only | withdrawn
    std::string successor = {};     ///< a module's id, "none" (none was named) or "keep" (it stays)
    bool is_equivalent = false;     ///< almost never: a successor is where to look, not a swap
    std::string mid_programme = {}; ///< what to do with somebody in the middle of it
    std::string note = {};
    std::vector<std::string> guidance = {};
    std::string source = {};

    bool has_successor() const { return successor != "none" && successor != "keep"; }
};

/// Empty when the module has no such file. Throws Error{format}; an entry without successor or without what
/// to do in the middle is such an error.
std::vector<Transition> read_transitions(const std::filesystem::path& module_folder);

/// By id, or by whole words of the name, capital or small letters: a short form in brackets is such a word.
/// More than one: all of them.
std::vector<Transition> find_transitions(const std::vector<Transition>& all, std::string_view words);

} // namespace guidepost::programme
