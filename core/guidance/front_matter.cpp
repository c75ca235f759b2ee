// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/front_matter.h"

#include "core/guidance/flat_toml.h"
#include "core/guidance/flat_yaml.h"
#include "core/guidance/yaml_as_meant.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace guidepost::guidance {
namespace {

constexpr std::size_t longest_front_matter = 16 * 1024;

/// Where each key of the front matter goes. One table: reading, unknown keys and required keys all
/// ask it.
struct Key {
    std::string_view name;
    bool required = false;
    std::string FrontMatter::*text = nullptr;
    std::vector<std::string> FrontMatter::*list = nullptr;
    std::optional<Date> FrontMatter::*date = nullptr;
    std::vector<std::string_view> words = {}; ///< all that is understood, when not free
};

const std::vector<Key>& keys()
{
    using F = FrontMatter;
    static const std::vector<Key> table{
        {"id", true, &F::id},
        {"title", true, &F::title},
        {"summary", true, &F::summary},
        {"asked_as", false, nullptr, &F::asked_as},
        {"kind", true, &F::kind, nullptr, nullptr, {"topic", "scenario", "session", "toolkit", "notice"}},
        {"owner", true, &F::owner},
        {"effective", true, nullptr, nullptr, &F::effective},
        {"review_by", true, nullptr, nullptr, &F::review_by},
        {"sources", true, nullptr, &F::sources},
        {"language", true, &F::language, nullptr, nullptr, {"en", "cy"}},
        {"programme", false, nullptr, &F::programme},
        {"offence",
         false,
         nullptr,
         &F::offence,
         nullptr,
         {"sexual", "online", "domestic-abuse", "stalking", "violence", "general", "terrorism"}},
        {"rosh", false, nullptr, &F::rosh, nullptr, {"low", "medium", "high", "very-high"}},
        {"audience", false, nullptr, &F::audience},
        {"topics", false, nullptr, &F::topics},
        {"regions", false, nullptr, &F::regions},
        {"setting", false, nullptr, &F::setting, nullptr, {"community", "custody", "remand"}},
        {"evidence", false, &F::evidence, nullptr, nullptr, {"strong", "some", "practice"}},
        {"supersedes", false, nullptr, &F::supersedes},
    };
    return table;
}

void store_entry(const std::string& name, const FlatEntry& entry, std::size_t line, ReadFrontMatter& result)
{
    const auto add = [&](Severity severity, std::string message) {
        result.problems.push_back({severity, line, name, std::move(message)});
    };
    const auto& table = keys();
    const auto key = std::find_if(table.begin(), table.end(), [&](const Key& k) { return k.name == name; });
    if (key == table.end())
        return add(Severity::warning, "is not a key we know; it is kept");
    if (entry.values.empty())
        return;
    if (!key->list && (entry.is_list || entry.values.size() > 1))
        return add(Severity::error, "takes one value, not a list");
    if (!key->words.empty())
        for (const auto& value : entry.values)
            if (std::find(key->words.begin(), key->words.end(), value) == key->words.end())
                add(Severity::error, fmt::format("does not know \"{}\"; it takes {}", shortened(value, 40),
                                                 fmt::join(key->words, ", ")));
    if (key->list)
        result.values.*(key->list) = entry.values;
    else if (key->text)
        result.values.*(key->text) = entry.values.front();
    else if (const auto date = parse_date(entry.values.front()))
        result.values.*(key->date) = date;
    else
        add(Severity::error,
            fmt::format("\"{}\" is no date; write it as 2026-11-21", shortened(entry.values.front(), 40)));
}

} // namespace

ReadFrontMatter read_front_matter(const SplitText& text)
{
    ReadFrontMatter result;
    if (text.fence == SplitText::Fence::none)
        return result;
    if (text.fence == SplitText::Fence::unclosed) {
        result.problems.push_back({Severity::error,
                                   text.fence_line,
                                   {},
                                   fmt::format("the front matter has no closing line of {}",
                                               text.form == SplitText::Form::toml ? "+++" : "---")});
        return result;
    }
    if (text.raw.size() > longest_front_matter) {
        result.problems.push_back(
            {Severity::error, text.fence_line, {}, "the front matter is longer than 16 KB"});
        return result;
    }
    const bool is_toml = text.form == SplitText::Form::toml;
    const auto read = is_toml ? read_flat_toml(text.raw) : read_flat_yaml(as_meant(text.raw));
    if (read.problem)
        result.problems.push_back(
            {Severity::error, read.problem->line + text.fence_line, {}, read.problem->message});
    for (const auto& nested : read.nested)
        result.problems.push_back({Severity::error, nested.line + text.fence_line, {}, nested.message});
    std::map<std::string, std::size_t> seen;
    for (const auto& [name, entry] : read.entries) {
        const auto line = entry.line + text.fence_line;
        if (!seen.try_emplace(name, line).second)
            result.problems.push_back({Severity::error, line, name, "is given twice"});
        else
            store_entry(name, entry, line, result);
    }
    return result;
}

void check_required(const FrontMatter& values, std::vector<Problem>& problems)
{
    for (const auto& key : keys()) {
        const bool missing = key.text   ? trimmed(values.*(key.text)).empty()
                             : key.list ? (values.*(key.list)).empty()
                                        : !(values.*(key.date)).has_value();
        const auto already = std::any_of(problems.begin(), problems.end(), [&](const Problem& p) {
            return p.key == key.name && p.severity == Severity::error;
        });
        if (key.required && missing && !already)
            problems.push_back({Severity::error, 1, std::string{key.name}, "is required"});
    }
    if (!values.id.empty() && !is_slug(values.id))
        problems.push_back({Severity::error, 1, "id", "takes a-z, 0-9 and single hyphens, at most 200"});
    if (values.effective && values.review_by && *values.review_by <= *values.effective)
        problems.push_back({Severity::error, 1, "review_by", "must come after effective"});
}

} // namespace guidepost::guidance
