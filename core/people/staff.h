// SPDX-License-Identifier: GPL-2.0-or-later
// Who works here, as far as asking and answering needs it. A picture of what the events of the
// "people" chain say; nothing here reads or writes.
#pragma once

#include "core/values/clock.h"
#include "core/values/id.h"

#include <array>
#include <compare>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::people {

enum class Role { officer, specialist, trainer, lead, administrator };

/// How far a specialism is held. A floor names the least that will do.
enum class Level { developing = 1, qualified = 2, senior = 3 };

/// Stored and read words: "officer", "qualified". Nothing when there is no such word.
std::string_view word_of(Role role);
std::string_view word_of(Level level);
std::optional<Role> parse_role(std::string_view word);
std::optional<Level> parse_level(std::string_view word);

/// A specialism is the slug that owns guidance: "sexual-offending", "domestic-abuse".
struct Skill {
    std::string specialism = {};
    Level level = Level::developing;
    std::string evidence = {};        ///< what it rests on: "group work training 2019, 40 groups"
    std::optional<Date> expires = {}; ///< the last day on which it counts; none: it does not end

    friend bool operator==(const Skill&, const Skill&) = default;
};

/// Away from the first to the last day, both included.
struct Away {
    Date first = {};
    Date last = {};
    Login cover = {}; ///< may be empty

    friend bool operator==(const Away&, const Away&) = default;
};

/// Minutes after midnight, local time. An empty stretch (from == to) is a day off.
struct Hours {
    int from = 0;
    int to = 0;

    friend bool operator==(const Hours&, const Hours&) = default;
};

/// Monday to Friday.
using WorkingPattern = std::array<Hours, 5>;

/// 09:00 to 17:00 on all five days.
WorkingPattern full_week();

/// "mon-fri 09:00-17:00", "mon,wed 09:00-15:30; thu 10:00-14:00", "none". Days not named are off.
/// Nothing when it does not read so.
std::optional<WorkingPattern> parse_pattern(std::string_view text);
std::string format_pattern(const WorkingPattern& pattern);

struct Staff {
    Login login = {};
    std::string display_name = {};
    std::set<Role> roles = {};
    int band = 0;                                 ///< 3 to 6; 0: not said
    std::vector<std::string> qualifications = {}; ///< slugs: "pqip"
    std::string region = {};                      ///< a name of core/values/region.h
    std::string pdu = {};                         ///< probation delivery unit
    std::vector<Skill> skills = {};
    int weekly_minutes = 0; ///< for advice, as agreed with the line manager
    WorkingPattern pattern = full_week();
    std::vector<Away> away = {};
    std::set<Login> conflicts = {}; ///< staff whose cases this person does not advise on; both ways
    bool is_active = true;          ///< false: has left; history keeps the name

    friend bool operator==(const Staff&, const Staff&) = default;
};

bool has_role(const Staff& person, Role role);

/// The skill as it counts on a day; none when it is not held or has run out.
std::optional<Level> level_on(const Staff& person, std::string_view specialism, Date day);

/// None when the person is at work on that day. Of several periods, one with a cover.
const Away* away_on(const Staff& person, Date day);

bool are_in_conflict(const Staff& one, const Staff& other);

/// Whom to ask for `of` on that day: `of` when at work; else the cover, the cover's cover and so on,
/// until somebody is at work. Nobody (an empty login) when the chain ends, comes round to where it was,
/// or names someone who is not known or has left.
Login cover_on(const std::vector<Staff>& everybody, const Login& of, Date day);

} // namespace guidepost::people
