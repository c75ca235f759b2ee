// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/staff_checks.h"

#include "core/text/text.h"
#include "core/text/wrap.h"
#include "core/values/region.h"

#include <fmt/format.h>

namespace guidepost::people {
namespace {

constexpr std::size_t longest_login = 64, longest_name = 200, longest_evidence = 500;
constexpr std::size_t most_skills = 50, most_away = 200, most_conflicts = 200;
constexpr int most_weekly_minutes = 40 * 60;

bool is_login(std::string_view text)
{
    return is_slug(text) && text.size() <= longest_login;
}

class Faults {
public:
    void unless(bool is_well, std::string field, std::string what)
    {
        if (!is_well)
            found_.push_back({std::move(field), std::move(what)});
    }
    void line(const std::string& field, std::string_view text, std::size_t most_bytes)
    {
        if (auto fault = fault_of_line(text, most_bytes); !fault.empty())
            found_.push_back({field, std::move(fault)});
    }
    void all(std::vector<Fault> faults)
    {
        for (auto& fault : faults)
            found_.push_back(std::move(fault));
    }
    std::vector<Fault> take() { return std::move(found_); }

private:
    std::vector<Fault> found_ = {};
};

bool is_region(const std::string& name)
{
    const auto region = find_region(name);
    return region && region->name == name;
}

} // namespace

std::string fault_of_line(std::string_view text, std::size_t most_bytes)
{
    if (text.size() > most_bytes)
        return fmt::format("is longer than {} bytes", most_bytes);
    if (first_invalid_utf8(text))
        return "is not valid UTF-8";
    if (printable(text) != text || text.find('\n') != std::string_view::npos)
        return "holds control characters";
    return trimmed(text) == text ? "" : "starts or ends with a space";
}

std::vector<Fault> faults_of(const Skill& skill)
{
    Faults faults;
    faults.unless(is_slug(skill.specialism), "specialism", "is a name in small letters with hyphens");
    faults.line("evidence", skill.evidence, longest_evidence);
    return faults.take();
}

std::vector<Fault> faults_of(const Away& away)
{
    Faults faults;
    faults.unless(away.first.ok() && away.last.ok() && away.first <= away.last, "away",
                  "ends before it begins, or names no day of the calendar");
    faults.unless(!away.cover || is_login(away.cover.value()), "cover", "is no login");
    return faults.take();
}

std::vector<Fault> faults_of(const Staff& staff)
{
    Faults faults;
    faults.unless(is_login(staff.login.value()), "login",
                  "is a name of a-z, 0-9 and hyphens, at most 64 of them");
    faults.unless(!staff.display_name.empty(), "name", "is missing");
    faults.line("name", staff.display_name, longest_name);
    faults.unless(!staff.roles.empty(), "roles", "are missing: a person without a role may do nothing");
    faults.unless(staff.band == 0 || (staff.band >= 3 && staff.band <= 6), "band", "is 3 to 6");
    for (const auto& qualification : staff.qualifications)
        faults.unless(is_slug(qualification), "qualifications", "are names in small letters with hyphens");
    faults.unless(is_region(staff.region), "region", "is none of the twelve");
    faults.line("pdu", staff.pdu, longest_name);
    faults.unless(staff.weekly_minutes >= 0 && staff.weekly_minutes <= most_weekly_minutes, "weekly minutes",
                  fmt::format("are 0 to {}", most_weekly_minutes));
    faults.unless(staff.skills.size() <= most_skills, "skills", fmt::format("are at most {}", most_skills));
    std::set<std::string> specialisms;
    for (const auto& skill : staff.skills) {
        faults.all(faults_of(skill));
        faults.unless(specialisms.insert(skill.specialism).second, "skills", "name a specialism twice");
    }
    faults.unless(staff.away.size() <= most_away, "away", fmt::format("has at most {} periods", most_away));
    for (const auto& away : staff.away) {
        faults.all(faults_of(away));
        faults.unless(away.cover != staff.login, "cover", "is the person who is away");
    }
    faults.unless(staff.conflicts.size() <= most_conflicts, "conflicts",
                  fmt::format("are at most {}", most_conflicts));
    for (const auto& other : staff.conflicts)
        faults.unless(is_login(other.value()) && other != staff.login, "conflicts",
                      "name somebody else by login");
    return faults.take();
}

std::vector<Fault> faults_of(const Contact& contact)
{
    Faults faults;
    faults.unless(is_region(contact.region), "region", "is none of the twelve");
    faults.line("pdu", contact.pdu, longest_name);
    faults.unless(!contact.whom.empty(), "whom", "is missing");
    faults.line("whom", contact.whom, longest_name);
    faults.unless(!contact.phone.empty(), "phone", "is missing");
    faults.line("phone", contact.phone, longest_name);
    faults.line("when", contact.when, longest_name);
    faults.line("note", contact.note, longest_evidence);
    return faults.take();
}

std::string sentence_of(const std::vector<Fault>& faults)
{
    std::vector<std::string> parts;
    for (const auto& fault : faults)
        parts.push_back(fault.field + " " + fault.what);
    return join(parts, "; ");
}

} // namespace guidepost::people
