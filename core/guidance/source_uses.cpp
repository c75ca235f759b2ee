// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/source_uses.h"

#include "core/guidance/cited_sources.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"

#include <algorithm>
#include <tuple>

namespace guidepost::guidance {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = "# source records:";
constexpr YamlLimits limits{.bytes = 1024 * 1024, .values = 100'000, .depth = 16};

/// The ids of "act, code"; none when a part of it can be no id.
std::vector<std::string> ids_in(std::string_view text)
{
    std::vector<std::string> ids;
    for (const auto& part : split(text, ',')) {
        ids.emplace_back(trimmed(part));
        if (!is_slug(ids.back()))
            return {};
    }
    return ids;
}

/// What was found in one file.
class Finds {
public:
    Finds(std::string path, std::vector<RulesWithSources>& found) : path_{std::move(path)}, found_{found} {}

    void add(std::size_t line, std::vector<std::string> ids)
    {
        if (!ids.empty())
            found_.push_back({path_, line, std::move(ids)});
    }

    void add_keys(const YamlNode& node)
    {
        for (const auto& item : node.items)
            add_keys(item);
        for (const auto& [key, value] : node.members) {
            if (key == "source" || key == "sources")
                add_value(value);
            add_keys(value);
        }
    }

private:
    void add_value(const YamlNode& value)
    {
        add(value.line, ids_in(value.text));
        for (const auto& item : value.items)
            add(item.line, ids_in(item.text));
    }

    std::string path_;
    std::vector<RulesWithSources>& found_;
};

void read_comments(std::string_view text, Finds& finds)
{
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = trimmed(text.substr(at, end - at));
        at = end + 1;
        ++number;
        if (line.starts_with(mark))
            finds.add(number, ids_in(line.substr(mark.size())));
    }
}

void read_keys(std::string_view text, Finds& finds)
{
    try {
        finds.add_keys(read_yaml_value(text, "a data file", limits));
    } catch (const Error&) { // whoever uses the file says what is wrong with it
    }
}

bool is_data(const fs::directory_entry& entry)
{
    std::error_code error;
    const auto& file = entry.path();
    const auto kind = file.extension();
    return (kind == ".yaml" || kind == ".tsv") && file.filename() != "pack.yaml" && // it tells of articles
           entry.is_regular_file(error) && entry.file_size(error) <= limits.bytes;
}

} // namespace

std::vector<RulesWithSources> rules_with_sources(const fs::path& folder)
{
    std::vector<RulesWithSources> found;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator{folder, error}) {
        if (!is_data(entry))
            continue;
        const auto text = read_file(entry.path(), limits.bytes);
        Finds finds{entry.path().lexically_relative(folder).generic_string(), found};
        read_comments(text, finds);
        if (entry.path().extension() == ".yaml")
            read_keys(text, finds);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.path, a.line, a.sources) < std::tie(b.path, b.line, b.sources);
    });
    return found;
}

} // namespace guidepost::guidance
