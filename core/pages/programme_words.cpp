// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/programme_pages.h"
#include "core/text/text.h"
#include "core/text/wrap.h"

#include <fmt/format.h>

namespace guidepost::pages {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_rows = 200;

std::string value_words(const Json& value)
{
    if (value.is_boolean())
        return value.get<bool>() ? "yes" : "no";
    if (value.is_string())
        return printable(value.get<std::string>());
    return value.is_null() ? "not known" : value.dump();
}

/// A small object of two texts is a row of its own: the first names the second.
bool is_pair(const Json& value)
{
    return value.is_object() && value.size() == 2 && value.begin()->is_string() &&
           std::next(value.begin())->is_string();
}

void add_rows(const Json& value, const std::string& name, std::vector<DetailRow>& rows)
{
    if (rows.size() == most_rows)
        return;
    if (value.is_object()) {
        for (const auto& [key, member] : value.items())
            add_rows(member, name.empty() ? spaced(key) : name + " \u203a " + spaced(key), rows);
    } else if (value.is_array()) {
        for (const auto& item : value) {
            // Keys come in the order of the alphabet: "level" before "measure".
            if (is_pair(item) && rows.size() < most_rows)
                rows.push_back(
                    {name + " \u203a " + value_words(*std::next(item.begin())), value_words(*item.begin())});
            else
                add_rows(item, name, rows);
        }
    } else if (!(value.is_string() && value.get_ref<const std::string&>().empty()))
        rows.push_back({printable(name), value_words(value)});
}

} // namespace

std::vector<DetailRow> detail_rows(const nlohmann::json& details)
{
    std::vector<DetailRow> rows;
    add_rows(details, {}, rows);
    return rows;
}

std::string range_words(const programme::Assessment& assessment)
{
    if (assessment.best_case.empty() || assessment.worst_case.empty() || assessment.blanks.empty())
        return {};
    if (assessment.best_case == assessment.worst_case)
        return fmt::format("Best and worst case both give {}.", assessment.best_case);
    return fmt::format("Best case {}, worst case {}.", assessment.best_case, assessment.worst_case);
}

std::string status_words(const std::string& status)
{
    return status == "closed"         ? "Closed: no new starts"
           : status == "closing"      ? "Closing"
           : status == "custody-only" ? "Custody only"
           : status == "withdrawn"    ? "Withdrawn"
                                      : "Open";
}

std::string successor_words(const programme::Transition& transition,
                            const std::map<std::string, std::string>& names)
{
    if (transition.successor == "none")
        return "None was named";
    if (transition.successor == "keep")
        return "Nothing took its place";
    const auto found = names.find(transition.successor);
    return found == names.end() ? words_of(transition.successor) : found->second;
}

} // namespace guidepost::pages
