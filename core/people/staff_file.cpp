// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/staff_file.h"

#include "core/people/competence_register.h"
#include "core/people/csv.h"
#include "core/people/staff_checks.h"
#include "core/values/error.h"
#include "core/values/files.h"
#include "core/values/region.h"
#include "core/values/text.h"
#include "core/values/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace guidepost::people {
namespace {

constexpr std::size_t most_values = 500'000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Why an entry is left out; never leaves this file.
struct Bad {
    std::size_t line;
    std::string key;
    std::string what;
};

[[noreturn]] void bad(const YamlNode& node, std::string_view key, std::string what)
{
    throw Bad{node.line, std::string{key}, std::move(what)};
}

const std::string& text_of(const YamlNode& node, std::string_view key)
{
    if (node.kind != YamlNode::Kind::text)
        bad(node, key, "takes one text");
    return node.text;
}

int number_of(const YamlNode& node, std::string_view key)
{
    const auto& text = text_of(node, key);
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    if (!text.empty() && (result.ec != std::errc{} || result.ptr != end))
        bad(node, key, "takes a whole number");
    return number;
}

/// A list, or one text as a list of one; an empty text is an empty list.
std::vector<const YamlNode*> parts_of(const YamlNode& node, std::string_view key)
{
    std::vector<const YamlNode*> parts;
    if (node.kind == YamlNode::Kind::map)
        bad(node, key, "takes a list");
    if (node.kind == YamlNode::Kind::text && !node.text.empty())
        parts.push_back(&node);
    for (const auto& item : node.items)
        parts.push_back(&item);
    return parts;
}

/// "2026-11-30" or, where a day is given to count from, "today", "today+5", "today-30".
Date date_of_text(const YamlNode& node, std::string_view text, std::string_view key,
                  std::optional<Date> today)
{
    if (const auto date = parse_date(text))
        return *date;
    static constexpr std::string_view word = "today";
    if (today && text.starts_with(word)) {
        text.remove_prefix(word.size());
        int days = 0;
        const auto* from = text.data() + (text.starts_with('+') ? 1 : 0);
        const auto* end = text.data() + text.size();
        if (text.empty() ||
            (std::from_chars(from, end, days).ptr == end && from != end && std::abs(days) < 100'000))
            return std::chrono::sys_days{*today} + std::chrono::days{days};
    }
    bad(node, key, "takes a date such as 2026-11-30");
}

class RowReader {
public:
    RowReader(std::optional<Date> today, std::vector<FileProblem>& problems)
        : today_{today}, problems_{problems}
    {}

    StaffRow read(const YamlNode& entry) const
    {
        StaffRow row{.line = entry.line};
        if (entry.kind != YamlNode::Kind::map)
            bad(entry, "", "is no person: lines of \"key: value\" are expected");
        for (const auto& [key, node] : entry.members) {
            if (!put(row.staff, key, node))
                problems_.push_back({node.line, shown_in_error(key), "is not a key of this file", false});
            else
                row.said.insert(key);
        }
        if (!row.staff.login)
            bad(entry, "login", "is missing");
        return row;
    }

private:
    bool put(Staff& staff, const std::string& key, const YamlNode& node) const
    {
        if (key == "login")
            staff.login = Login{text_of(node, key)};
        else if (key == "name")
            staff.display_name = text_of(node, key);
        else if (key == "roles")
            read_roles(staff, node);
        else if (key == "band")
            staff.band = number_of(node, key);
        else if (key == "qualifications")
            for (const auto* part : parts_of(node, key))
                staff.qualifications.push_back(text_of(*part, key));
        else if (key == "region")
            read_region(staff, node);
        else if (key == "pdu")
            staff.pdu = text_of(node, key);
        else if (key == "weekly_minutes")
            staff.weekly_minutes = number_of(node, key);
        else if (key == "pattern")
            read_pattern(staff, node);
        else if (key == "skills")
            for (const auto* part : parts_of(node, key))
                staff.skills.push_back(skill_of(*part));
        else if (key == "away")
            for (const auto* part : parts_of(node, key))
                staff.away.push_back(away_of(*part));
        else if (key == "conflicts")
            for (const auto* part : parts_of(node, key))
                staff.conflicts.insert(Login{text_of(*part, key)});
        else if (key == "active")
            read_active(staff, node);
        else
            return false;
        return true;
    }

    static void read_roles(Staff& staff, const YamlNode& node)
    {
        for (const auto* part : parts_of(node, "roles")) {
            const auto role = parse_role(text_of(*part, "roles"));
            if (!role)
                bad(*part, "roles", "are officer, specialist, trainer, lead or administrator");
            staff.roles.insert(*role);
        }
    }

    static void read_region(Staff& staff, const YamlNode& node)
    {
        const auto region = find_region(text_of(node, "region"));
        if (!region)
            bad(node, "region", "is none of the twelve: a name such as \"North West\" or a code such as N51");
        staff.region = region->name;
    }

    static void read_pattern(Staff& staff, const YamlNode& node)
    {
        const auto pattern = parse_pattern(text_of(node, "pattern"));
        if (!pattern)
            bad(node, "pattern",
                "reads like \"mon-fri 09:00-17:00\" or \"mon,wed 09:00-15:30; thu "
                "10:00-14:00\"");
        staff.pattern = *pattern;
    }

    static void read_active(Staff& staff, const YamlNode& node)
    {
        const auto word = lower_ascii(text_of(node, "active"));
        if (word != "yes" && word != "true" && word != "no" && word != "false")
            bad(node, "active", "takes yes or no");
        staff.is_active = word == "yes" || word == "true";
    }

    Level level_of(const YamlNode& node, std::string_view word) const
    {
        const auto level = parse_level(word);
        if (!level)
            bad(node, "skills", "have a level: developing, qualified or senior");
        return *level;
    }

    /// {specialism, level, expires, evidence} or "specialism:level:expires:evidence".
    Skill skill_of(const YamlNode& node) const
    {
        std::string level, expires;
        Skill skill;
        if (node.kind == YamlNode::Kind::map) {
            for (const auto& [key, value] : node.members) {
                auto& into = key == "specialism" ? skill.specialism
                             : key == "level"    ? level
                             : key == "expires"  ? expires
                                                 : skill.evidence;
                if (&into == &skill.evidence && key != "evidence")
                    bad(value, "skills", "have specialism, level, expires and evidence");
                into = text_of(value, "skills");
            }
        } else {
            std::string_view rest = text_of(node, "skills");
            for (auto* into : {&skill.specialism, &level, &expires}) {
                const auto colon = rest.find(':');
                *into = std::string{trimmed(rest.substr(0, colon))};
                rest = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
            }
            skill.evidence = std::string{trimmed(rest)};
        }
        skill.level = level_of(node, level);
        if (!expires.empty())
            skill.expires = date_of_text(node, expires, "skills", today_);
        return skill;
    }

    /// {first, last, cover} or "first/last/cover".
    Away away_of(const YamlNode& node) const
    {
        std::string first, last, cover;
        if (node.kind == YamlNode::Kind::map) {
            for (const auto& [key, value] : node.members) {
                if (key != "first" && key != "last" && key != "cover")
                    bad(value, "away", "has first, last and cover");
                (key == "first" ? first : key == "last" ? last : cover) = text_of(value, "away");
            }
        } else {
            const auto& text = text_of(node, "away");
            const auto one = text.find('/'), two = text.find('/', one == text.npos ? one : one + 1);
            first = text.substr(0, one);
            last = one == text.npos ? first : text.substr(one + 1, two == text.npos ? two : two - one - 1);
            cover = two == text.npos ? "" : text.substr(two + 1);
        }
        return {date_of_text(node, first, "away", today_),
                date_of_text(node, last.empty() ? first : last, "away", today_), Login{cover}};
    }

    std::optional<Date> today_;
    std::vector<FileProblem>& problems_;
};

void read_entry(const YamlNode& entry, const RowReader& reader, StaffFile& file)
{
    try {
        auto row = reader.read(entry);
        const auto same = std::find_if(file.rows.begin(), file.rows.end(), [&](const StaffRow& known) {
            return known.staff.login == row.staff.login;
        });
        if (same == file.rows.end())
            file.rows.push_back(std::move(row));
        else
            file.problems.push_back(
                {row.line, "login", fmt::format("stands on line {} already", same->line)});
    } catch (const Bad& found) {
        file.problems.push_back({found.line, found.key, found.what});
    }
}

bool is_list_column(std::string_view name)
{
    return name == "roles" || name == "qualifications" || name == "skills" || name == "away" ||
           name == "conflicts";
}

YamlNode cell_node(const std::string& column, const std::string& cell, std::size_t line)
{
    YamlNode node{.line = line};
    if (!is_list_column(column)) {
        node.text = std::string{trimmed(cell)};
        return node;
    }
    node.kind = YamlNode::Kind::list;
    for (const auto& part : split(cell, ';'))
        if (const auto text = trimmed(part); !text.empty())
            node.items.push_back({.line = line, .text = std::string{text}});
    return node;
}

const YamlNode& list_under(const YamlNode& root, const char* key)
{
    const auto* version = root.find("version");
    if (!version || version->text != "1")
        fail_at(version ? version->line : 1, "the file says \"version: 1\"; this one says another or none");
    const auto* list = root.find(key);
    if (!list || list->kind != YamlNode::Kind::list)
        fail_at(list ? list->line : 1, fmt::format("a list named {} is expected", key));
    return *list;
}

YamlNode read_list_file(std::string_view text, const char* what)
{
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    return read_yaml(text, what, {.bytes = largest_staff_file, .values = most_values, .depth = 5});
}

Exception exception_of(const YamlNode& node)
{
    Exception exception;
    for (const auto& [key, value] : node.members) {
        if (key != "by" && key != "reason")
            bad(value, "exception", "has by and reason");
        if (key == "by")
            exception.by = Login{text_of(value, key)};
        else
            exception.reason = text_of(value, key);
    }
    return exception;
}

Competence training_line(const YamlNode& entry, std::optional<Date> today)
{
    Competence line;
    for (const auto& [key, node] : entry.members) {
        if (key == "login")
            line.of = Login{text_of(node, key)};
        else if (key == "training")
            line.training = text_of(node, key);
        else if (key == "signed_off_by")
            line.signed_off_by = Login{text_of(node, key)};
        else if (key == "evidence")
            line.evidence = text_of(node, key);
        else if (key == "date")
            line.date = date_of_text(node, text_of(node, key), key, today);
        else if (key == "expires")
            line.expires = date_of_text(node, text_of(node, key), key, today);
        else if (key == "exception")
            line.exception = exception_of(node);
        else if (key != "step")
            bad(node, shown_in_error(key), "is not a key of this file");
    }
    const auto* said = entry.find("step");
    const auto step = said ? parse_step(text_of(*said, "step")) : std::nullopt;
    if (!step)
        bad(said ? *said : entry, "step", "is trained, observe, co-deliver, deliver-observed or deliver");
    line.rung = *step;
    return line;
}

} // namespace

StaffFile read_staff_yaml(std::string_view text, std::optional<Date> today)
{
    const auto root = read_list_file(text, "a list of staff");
    StaffFile file;
    const RowReader reader{today, file.problems};
    for (const auto& entry : list_under(root, "staff").items)
        read_entry(entry, reader, file);
    return file;
}

StaffFile read_staff_csv(std::string_view text)
{
    StaffFile file;
    const auto csv = read_csv(text);
    if (csv.rows.empty())
        throw Error{Errc::format, "The file is empty: its first line names the columns, login first of all."};
    const RowReader reader{std::nullopt, file.problems};
    auto columns = csv.rows.front().cells;
    for (auto& column : columns)
        column = lower_ascii(trimmed(column));
    if (std::find(columns.begin(), columns.end(), "login") == columns.end())
        throw Error{Errc::format, "line 1: the first line names the columns, and none of them is login."};
    if (auto sorted = columns; std::sort(sorted.begin(), sorted.end()),
                               std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        throw Error{Errc::format, "line 1: two columns have the same name."};
    for (std::size_t i = 1; i < csv.rows.size(); ++i) {
        const auto& row = csv.rows[i];
        if (first_invalid_utf8(join(row.cells, ""))) {
            file.problems.push_back({row.line, "", "is not valid UTF-8"});
            continue;
        }
        if (row.cells.size() != columns.size()) {
            file.problems.push_back({row.line, "",
                                     fmt::format("has {} cells where the first line names {} columns",
                                                 row.cells.size(), columns.size())});
            continue;
        }
        YamlNode entry{.kind = YamlNode::Kind::map, .line = row.line};
        for (std::size_t k = 0; k < columns.size(); ++k)
            entry.members.emplace_back(columns[k], cell_node(columns[k], row.cells[k], row.line));
        read_entry(entry, reader, file);
    }
    if (csv.line_of_open_quote > 0)
        file.problems.push_back(
            {csv.line_of_open_quote, "", "opens a quote that never ends; nothing after it was read"});
    return file;
}

StaffFile read_staff_file(const std::filesystem::path& file)
{
    const auto text = read_file(file, largest_staff_file);
    return lower_ascii(file.extension().string()) == ".csv" ? read_staff_csv(text) : read_staff_yaml(text);
}

TrainingFile read_training_yaml(std::string_view text, std::optional<Date> today)
{
    const auto root = read_list_file(text, "a list of training");
    TrainingFile file;
    for (const auto& entry : list_under(root, "training").items) {
        try {
            auto line = training_line(entry, today);
            if (const auto faults = faults_of(line); !faults.empty())
                bad(entry, "", sentence_of(faults));
            file.lines.push_back(std::move(line));
        } catch (const Bad& found) {
            file.problems.push_back({found.line, found.key, found.what});
        }
    }
    return file;
}

ContactsFile read_contacts_yaml(std::string_view text)
{
    const auto root = read_list_file(text, "a list of contacts");
    ContactsFile file;
    for (const auto& entry : list_under(root, "contacts").items) {
        try {
            Contact contact;
            for (const auto& [key, node] : entry.members) {
                auto* into = key == "region"  ? &contact.region
                             : key == "pdu"   ? &contact.pdu
                             : key == "whom"  ? &contact.whom
                             : key == "phone" ? &contact.phone
                             : key == "when"  ? &contact.when
                             : key == "note"  ? &contact.note
                                              : nullptr;
                if (!into)
                    bad(node, shown_in_error(key), "is not a key of this file");
                *into = text_of(node, key);
            }
            if (const auto region = find_region(contact.region))
                contact.region = region->name;
            if (const auto faults = faults_of(contact); !faults.empty())
                bad(entry, "", sentence_of(faults));
            file.contacts.push_back(std::move(contact));
        } catch (const Bad& found) {
            file.problems.push_back({found.line, found.key, found.what});
        }
    }
    return file;
}

} // namespace guidepost::people
