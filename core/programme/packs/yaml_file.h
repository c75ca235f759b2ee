// SPDX-License-Identifier: GPL-2.0-or-later
// The YAML of a module's files, by name: every scalar is text until somebody asks for a number. How it is
// read and what it may not hold stands in core/text/yaml_tree.h.
#pragma once

#include "core/text/yaml_tree.h"
#include "core/values/clock.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

inline constexpr std::uintmax_t largest_yaml = 256 * 1024;

/// A file's values as its reader wants them. Every `throws` is Error{format}: file, line, key, and what it
/// takes. A key that is not asked for is no mistake: a newer file may have more.
class YamlFile {
public:
    /// `name` is how messages call it. Throws when the text is no such YAML.
    YamlFile(std::string name, std::string_view text);

    const YamlNode& top() const { return top_; }
    const std::string& name() const { return name_; }

    /// "" when there is no such key or nothing after it. Throws when it is a list or a map.
    std::string text(const YamlNode& map, std::string_view key) const;
    /// Throws also when it is missing or empty.
    std::string required_text(const YamlNode& map, std::string_view key) const;
    /// One of `words`; "" when left out. Throws for another word.
    std::string word(const YamlNode& map, std::string_view key, const std::vector<std::string>& words) const;
    std::optional<Date> date(const YamlNode& map, std::string_view key) const;
    /// None when left out, empty or "unknown". Throws when it is no whole number from `least` to `most`.
    std::optional<int> whole(const YamlNode& map, std::string_view key, int least, int most) const;
    /// "true", "yes", "false", "no"; none when left out.
    std::optional<bool> yes_no(const YamlNode& map, std::string_view key) const;
    /// A list of texts, empty ones left out; a single text counts as a list of one.
    std::vector<std::string> texts(const YamlNode& map, std::string_view key) const;
    /// The maps of a list; empty when left out.
    const std::vector<YamlNode>& maps(const YamlNode& map, std::string_view key) const;

    [[noreturn]] void fail(const YamlNode& node, std::string_view key, std::string_view what) const;

private:
    const YamlNode* scalar(const YamlNode& map, std::string_view key) const;

    std::string name_;
    YamlNode top_;
};

/// Reads a file of at most largest_yaml bytes; it is called by its file name. Throws Error{not_found} or
/// Error{format}.
YamlFile read_yaml_file(const std::filesystem::path& file);

/// The *.yaml of a folder by name; none when there is no such folder.
std::vector<std::filesystem::path> yaml_files_in(const std::filesystem::path& folder);

} // namespace guidepost::programme
