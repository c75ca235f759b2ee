// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/staff_row.h"

#include "core/text/text.h"
#include "core/values/region.h"

namespace guidepost::people {
namespace {

class RowReader {
public:
    RowReader(std::optional<Date> today, std::vector<FileProblem>& problems)
        : today_{today}, problems_{problems}
    {}

    std::optional<StaffRow> read(const YamlNode& entry) const
    {
        StaffRow row{.line = entry.line};
        bool is_usable = true;
        const auto collect = [&](const auto& step) {
            try {
                step();
            } catch (const BadValue& found) {
                problems_.push_back({found.line, found.key, found.what});
                is_usable = false;
            }
        };
        if (entry.kind != YamlNode::Kind::map) {
            collect([&] { bad(entry, "", "is no person: lines of \"key: value\" are expected"); });
            return std::nullopt;
        }
        for (const auto& [key, node] : entry.members)
            collect([&, &name = key, &value = node] { take(row, name, value); });
        if (!row.staff.login && !says(entry, "login"))
            collect([&] { bad(entry, "login", "is missing"); });
        return is_usable ? std::optional{std::move(row)} : std::nullopt;
    }

private:
    static bool says(const YamlNode& entry, const char* key)
    {
        const auto* node = entry.find(key);
        return node && !node->is_empty();
    }

    void take(StaffRow& row, const std::string& key, const YamlNode& node) const
    {
        // What everybody must have is not said by an empty cell; the register keeps what it has.
        const bool is_needed = key == "name" || key == "region" || key == "active";
        if (is_needed && node.is_empty())
            return;
        if (put(row.staff, key, node))
            row.said.insert(key);
        else
            problems_.push_back({node.line, shown_in_error(key), "is not a key of this file", false});
    }

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
            const auto role = parse_role(lower_ascii(text_of(*part, "roles")));
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
        const auto& text = text_of(node, "pattern");
        const auto pattern = trimmed(text).empty() ? full_week() : parse_pattern(text);
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
        const auto level = parse_level(lower_ascii(word));
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

} // namespace

std::optional<StaffRow> read_staff_row(const YamlNode& entry, std::optional<Date> today,
                                       std::vector<FileProblem>& problems)
{
    return RowReader{today, problems}.read(entry);
}

} // namespace guidepost::people
