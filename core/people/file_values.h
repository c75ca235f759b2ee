// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: single values of files that others wrote.
#pragma once

#include "core/text/yaml_tree.h"
#include "core/values/clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::people {

/// Why an entry is left out; caught by the reader of the file, entry by entry.
struct BadValue {
    std::size_t line = 0;
    std::string key = {};
    std::string what = {};
};

[[noreturn]] void bad(const YamlNode& node, std::string_view key, std::string what);

/// Each throws BadValue. An empty text is the number 0.
const std::string& text_of(const YamlNode& node, std::string_view key);
int number_of(const YamlNode& node, std::string_view key);

/// A list, or one text as a list of one; an empty text is an empty list.
std::vector<const YamlNode*> parts_of(const YamlNode& node, std::string_view key);

/// "2026-11-30" or, where a day is given to count from, "today", "today+5", "today-30".
Date date_of_text(const YamlNode& node, std::string_view text, std::string_view key,
                  std::optional<Date> today);

/// A file of version 1; throw Error{format}. `what` with its article: "a list of staff".
YamlNode read_list_file(std::string_view text, const char* what);
const YamlNode& list_under(const YamlNode& root, const char* key);

} // namespace guidepost::people
