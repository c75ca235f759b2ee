// SPDX-License-Identifier: GPL-2.0-or-later
// Who should answer, and why. A pure function: same staff, loads and moment, same route.
//
// Floors first, and none is ever lowered: an active specialist with the specialism, at the level and
// band or qualification the need sets, not in conflict with the requester, not away, not one who
// declined this request. Those with time left this week come before those without. Among these:
// distance of regions, then free minutes this week, then the longest time since the last offer, then the
// login, so that the order is total. Nobody qualified means the lead of the region, never a lower floor.
#pragma once

#include "core/people/staff.h"
#include "core/values/clock.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

/// How far regions lie apart: 0 the same, 1 neighbours, 2 further. From content/region-distances.tsv.
class RegionDistances {
public:
    RegionDistances() = default;
    /// Lines of region TAB region TAB steps. Throws Error{format} with the line.
    explicit RegionDistances(std::string_view tsv);
    /// 2 for a pair that is not listed, 0 for a region and itself.
    int between(std::string_view one, std::string_view other) const;

private:
    std::map<std::pair<std::string, std::string>, int> steps_ = {};
};

/// What a programme module had to say about who answers, in words for people.
struct ModuleWord {
    std::string module = {}; ///< its name
    std::string words = {};  ///< what it asks and why, or why it could not be asked

    friend bool operator==(const ModuleWord&, const ModuleWord&) = default;
};

/// What a request needs of whoever answers it.
struct Need {
    std::string specialism = {};
    people::Level level = people::Level::qualified;
    int band = 0;                         ///< at least; 0: any
    std::string qualification = {};       ///< or this instead of the band; "": none would do instead
    std::set<std::string> must_hold = {}; ///< qualifications that nothing stands in for
    std::vector<ModuleWord> modules = {}; ///< who else set it, and why
};

struct Load {
    int minutes_this_week = 0; ///< advice recorded, restricted threads as an opaque part
    int open = 0;              ///< threads held that still wait for the answer, live offers included
    std::optional<Timestamp> last_offer = {};
};

/// Why somebody was passed over; stored by its word and neutral enough for the officer.
enum class PassedOver {
    not_this_field,
    level,
    band,
    conflict,
    away,
    declined,
    no_time,
    further_away,
    less_time,   ///< as near, with fewer free minutes
    asked_since, ///< as near and as free, asked more recently
};
std::span<const PassedOver> passed_over_reasons();
std::string_view word_of(PassedOver reason); ///< "not-this-field"
/// "not qualified in this field", for the officer's count.
std::string_view neutral_words(PassedOver reason);

struct RouteQuestion {
    Need need = {};
    people::Staff requester = {};
    std::set<Login> excluded = {};            ///< declined, or handed it over
    std::optional<std::set<Login>> only = {}; ///< a restricted thread: nobody else is considered
    bool is_needed_today = false;             ///< urgent: who does not work on this weekday counts as away
    Timestamp now = 0;
};

struct Route {
    std::optional<Login> to = {};   ///< a specialist
    bool is_to_lead = false;        ///< nobody met the floor
    std::optional<Login> lead = {}; ///< who leads the requester's region, covers, or leads the nearest
    std::vector<std::string> reasons =
        {}; ///< why this person, in the order that decided; fit for the officer
    std::map<Login, PassedOver> passed_over = {}; ///< every other active specialist; for leads
    bool is_over_time = false; ///< all who qualify have used their week; the least used was taken
};

/// What of the field, level, band and qualification that are needed somebody does not reach; none: they
/// qualify.
std::vector<PassedOver> floors_missed(const people::Staff& person, const Need& need, Date today);

/// The first thing that keeps somebody from being asked; none: they may be.
std::optional<PassedOver> held_against(const people::Staff& person, const RouteQuestion& question);

/// What a thread that waits for its answer is taken to need yet.
inline constexpr int minutes_of_an_open_thread = 30;

/// Minutes for advice that are left this week; may be below 0.
int free_minutes(const people::Staff& person, const Load& load);

/// The requester is never asked. In a restricted thread only those named stand in passed_over.
Route route(const RouteQuestion& question, const std::vector<people::Staff>& everybody,
            const std::map<Login, Load>& loads, const RegionDistances& distances);

/// "3 away, 2 not qualified in this field": counts only. Conflicts and refusals are one count, so that
/// neither shows.
std::string neutral_counts(const Route& route);

} // namespace guidepost::consultation
