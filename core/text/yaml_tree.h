// SPDX-License-Identifier: GPL-2.0-or-later
// YAML from a stranger's file as a small tree that knows its lines. No anchors, no aliases, no second
// document, no key twice; size, depth and number of values are bounded while reading, so that a
// hostile file ends the reading before it costs anything.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost {

struct YamlNode {
    enum class Kind { text, list, map };

    Kind kind = Kind::text;
    std::size_t line = 0;             ///< from 1
    std::string text = {};            ///< of a text; "" also for null and for nothing at all
    std::vector<YamlNode> items = {}; ///< of a list
    std::vector<std::pair<std::string, YamlNode>> members = {}; ///< of a map, in order

    /// None when this is no map or has no such key.
    const YamlNode* find(std::string_view key) const;

    bool is_empty() const { return text.empty() && items.empty() && members.empty(); }
};

struct YamlLimits {
    std::size_t bytes = 64 * 1024;
    std::size_t values = 2000;
    std::size_t depth = 4; ///< of maps and lists within each other
};

/// A map. Throws Error{format} that names the line; `what` is what the file should be, with its
/// article: "a consultation request".
YamlNode read_yaml(std::string_view yaml, std::string_view what, const YamlLimits& limits = {});
/// The same for whatever stands there; an empty text of line 0 when nothing does.
YamlNode read_yaml_value(std::string_view yaml, std::string_view what, const YamlLimits& limits = {});

/// Throws Error{format}: "line 3: priority takes routine, soon or urgent." Line 0 is left out.
[[noreturn]] void fail_at(std::size_t line, std::string_view what);

/// A key or value from the file, short and without control characters: fit to be shown.
std::string shown_in_error(std::string_view text);

/// A text as YAML reads it back whole: plain where that is safe, else quoted. One line.
std::string yaml_scalar(std::string_view text);

} // namespace guidepost
