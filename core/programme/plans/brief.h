// SPDX-License-Identifier: GPL-2.0-or-later
// The five-minute brief of a toolkit: one page to read before the meeting.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

struct BriefSheet {
    std::string option = {};
    std::string name = {};
    std::string summary = {};
    std::string aim = {};
    std::vector<std::string> steps = {};
    std::vector<std::string> challenge = {}; ///< lines to say
    std::vector<std::string> red_flags = {};
    std::vector<std::string> stop_and_call = {};
    std::vector<std::string> limits = {}; ///< of the toolkit
    std::vector<std::string> guidance = {};
    bool is_suggestion = false; ///< of this library, no part of the toolkit
    std::string source = {};
};

/// More than this, the limits of the toolkit included, does not stand on one printed page.
inline constexpr std::size_t most_brief_bytes = 1600;
inline constexpr std::size_t most_brief_lines = 20;

/// None when there is no such toolkit or it has no brief. Throws Error{format}: also for a brief without
/// aim, steps, lines to say, red flags or whom to call, and for one that is longer than a page.
std::optional<BriefSheet> read_brief(const std::filesystem::path& module_folder, std::string_view option);

/// The options that have one.
std::vector<std::string> options_with_brief(const std::filesystem::path& module_folder);

} // namespace guidepost::programme
