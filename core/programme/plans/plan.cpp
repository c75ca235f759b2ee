// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/plans/plan.h"

#include "core/programme/packs/yaml_file.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace guidepost::programme {
namespace {

namespace fs = std::filesystem;

constexpr int most_sessions = 200;

struct Part {
    std::string name;
    std::string guidance;
};

void add_note(Plan& plan, std::string note)
{
    if (!note.empty())
        plan.notes.push_back(std::move(note));
}

std::string number_text(const YamlFile& file, const YamlNode& map, std::string_view key)
{
    const auto text = file.text(map, key);
    return text.empty() ? "unknown" : text;
}

/// "10 to 13 weeks, 2 or 3 sessions a week."
std::string pace_text(const YamlFile& file, const YamlNode& map)
{
    const auto from = file.whole(map, "weeks_from", 1, 200);
    const auto to = file.whole(map, "weeks_to", 1, 200);
    if (!from || !to)
        return {};
    const auto often = file.text(map, "sessions_a_week");
    return fmt::format("{} to {} weeks{}.", *from, *to,
                       often.empty() ? "" : ", " + often + " sessions a week");
}

std::map<int, Part> read_parts(const YamlFile& file)
{
    std::map<int, Part> parts;
    for (const auto& map : file.maps(file.top(), "modules")) {
        const auto number = file.whole(map, "no", 1, 100);
        if (!number)
            file.fail(map, "no", "is required");
        parts[*number] = {fmt::format("{}. {}", *number, file.required_text(map, "name")),
                          file.text(map, "guidance")};
    }
    return parts;
}

SessionKind kind_of(const YamlFile& file, const YamlNode& map)
{
    const auto word = file.word(map, "kind", {"group", "one-to-one", "exercise", "review"});
    return word == "one-to-one" ? SessionKind::one_to_one
           : word == "exercise" ? SessionKind::exercise
           : word == "review"   ? SessionKind::review
                                : SessionKind::group;
}

std::vector<Session> read_sessions(const YamlFile& file)
{
    const auto parts = read_parts(file);
    std::vector<std::pair<int, Session>> ordered;
    for (const auto& map : file.maps(file.top(), "sessions")) {
        Session session;
        session.session = file.required_text(map, "id");
        if (!is_slug(session.session))
            file.fail(*map.find("id"), "id", "takes a-z, 0-9 and single hyphens");
        session.title = file.required_text(map, "name");
        session.kind = kind_of(file, map);
        session.minutes = file.whole(map, "minutes", 1, 1000);
        if (const auto number = file.whole(map, "module", 1, 100)) {
            const auto part = parts.find(*number);
            if (part == parts.end())
                file.fail(*map.find("module"), "module", "names none of the modules above");
            session.part = part->second.name;
            if (!part->second.guidance.empty())
                session.guidance.push_back(part->second.guidance);
        }
        ordered.emplace_back(file.whole(map, "order", 1, most_sessions).value_or(most_sessions),
                             std::move(session));
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Session> sessions;
    for (auto& [order, session] : ordered)
        sessions.push_back(std::move(session));
    return sessions;
}

std::optional<Plan> programme_plan(const fs::path& path, std::string_view option)
{
    const auto file = read_yaml_file(path);
    const auto& top = file.top();
    for (const auto& intensity : file.maps(top, "intensities")) {
        if (file.required_text(intensity, "id") != option)
            continue;
        Plan plan;
        plan.title = file.required_text(top, "title");
        const bool is_listed = number_text(file, intensity, "group_sessions") != "unknown";
        if (is_listed)
            plan.sessions = read_sessions(file);
        else {
            plan.is_complete = false;
            plan.title = fmt::format("{}, {} intensity", plan.title.substr(0, plan.title.find(',')), option);
            add_note(plan, "How many sessions it has is not known, and no session list was found.");
        }
        add_note(plan, pace_text(file, intensity));
        add_note(plan, file.text(intensity, "note"));
        for (const auto& strand : file.maps(top, "strands"))
            add_note(plan,
                     fmt::format("{}: {}", file.required_text(strand, "title"), file.text(strand, "note")));
        if (is_listed)
            add_note(plan,
                     "At which point of its part a one-to-one comes was not found: it stands last there.");
        add_note(plan, fmt::format("Source: {}.", file.required_text(top, "source")));
        return plan;
    }
    return std::nullopt;
}

std::optional<Plan> toolkit_plan(const fs::path& path)
{
    const auto file = read_yaml_file(path);
    const auto& top = file.top();
    const auto* weeks = top.find("plan");
    if (!weeks)
        return std::nullopt;
    Plan plan;
    plan.title = file.required_text(top, "name");
    const auto guidance = file.text(top, "guidance");
    for (const auto& meeting : file.maps(*weeks, "meetings")) {
        Session session;
        session.week = file.whole(meeting, "week", 1, most_sessions);
        if (!session.week)
            file.fail(meeting, "week", "is required");
        session.session = fmt::format("week-{}", *session.week);
        session.title = file.required_text(meeting, "do");
        session.kind = SessionKind::exercise;
        if (!guidance.empty())
            session.guidance.push_back(guidance);
        plan.sessions.push_back(std::move(session));
    }
    if (file.text(*weeks, "basis") == "suggestion")
        add_note(plan, "A suggestion of this library, no part of the toolkit.");
    add_note(plan, file.text(*weeks, "note"));
    if (const auto* exercises = top.find("exercises")) {
        const auto count = number_text(file, *exercises, "count");
        const auto unit = file.text(*exercises, "unit");
        if (count != "unknown" && !unit.empty())
            add_note(plan, fmt::format("The toolkit has {} {}{}. {}", count, unit, count == "1" ? "" : "s",
                                       file.text(*exercises, "required")));
        for (const auto& known : file.texts(*exercises, "known"))
            add_note(plan, known + ".");
        add_note(plan, file.text(*exercises, "note"));
    }
    add_note(plan, fmt::format("Source: {}.", file.required_text(top, "source")));
    return plan;
}

std::optional<Plan> intervention_plan(const fs::path& path, std::string_view option)
{
    const auto file = read_yaml_file(path);
    for (const auto& map : file.maps(file.top(), "interventions")) {
        if (file.required_text(map, "id") != option)
            continue;
        Plan plan;
        plan.title = file.required_text(map, "name");
        plan.is_complete = false;
        const auto* sessions = map.find("sessions");
        if (sessions && sessions->kind == YamlNode::Kind::map)
            add_note(plan,
                     fmt::format("Group sessions: {}. One-to-one: {}.", number_text(file, *sessions, "group"),
                                 number_text(file, *sessions, "one_to_one")));
        else
            add_note(plan, "How many sessions it has was not found.");
        add_note(plan, "No list of its sessions was found.");
        add_note(plan, file.text(map, "note"));
        add_note(plan, fmt::format("Source: {}.", file.required_text(map, "source")));
        return plan;
    }
    return std::nullopt;
}

std::string hours_text(int minutes)
{
    return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60)
                             : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

} // namespace

std::optional<Plan> read_data_plan(const fs::path& module_folder, std::string_view option)
{
    // An option is a name, never a way to another folder.
    if (!is_slug(option))
        return std::nullopt;
    if (const auto path = module_folder / "sessions.yaml"; fs::exists(path))
        if (auto plan = programme_plan(path, option))
            return plan;
    if (const auto path = module_folder / "toolkits" / (std::string{option} + ".yaml"); fs::exists(path))
        return toolkit_plan(path);
    if (const auto path = module_folder / "interventions.yaml"; fs::exists(path))
        return intervention_plan(path, option);
    return std::nullopt;
}

std::vector<std::string> options_with_plan(const fs::path& module_folder)
{
    std::vector<std::string> options;
    if (const auto path = module_folder / "sessions.yaml"; fs::exists(path)) {
        const auto file = read_yaml_file(path);
        for (const auto& intensity : file.maps(file.top(), "intensities"))
            options.push_back(file.required_text(intensity, "id"));
    }
    if (const auto path = module_folder / "interventions.yaml"; fs::exists(path)) {
        const auto file = read_yaml_file(path);
        for (const auto& map : file.maps(file.top(), "interventions"))
            options.push_back(file.required_text(map, "id"));
    }
    for (const auto& path : yaml_files_in(module_folder / "toolkits"))
        options.push_back(path.stem().string());
    return options;
}

std::string plan_totals(const Plan& plan)
{
    struct Sum {
        int sessions = 0;
        int minutes = 0;
        bool is_known = true;
    };
    std::map<SessionKind, Sum> sums;
    for (const auto& session : plan.sessions) {
        // A review is held one to one.
        auto& sum = sums[session.kind == SessionKind::review ? SessionKind::one_to_one : session.kind];
        ++sum.sessions;
        sum.minutes += session.minutes.value_or(0);
        sum.is_known = sum.is_known && session.minutes.has_value();
    }
    std::string text;
    for (const auto& [kind, sum] : sums) {
        const auto word = kind == SessionKind::exercise ? std::string_view{"meetings"} : word_of(kind);
        text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", sum.sessions, word,
                            sum.is_known ? fmt::format(" ({})", hours_text(sum.minutes)) : "");
    }
    return text;
}

} // namespace guidepost::programme
