// SPDX-License-Identifier: GPL-2.0-or-later
// Time as the office counts it: Monday to Friday, office hours, without the bank holidays of England
// and Wales, in Europe/London with its summer time. Dates of bank holidays and the clocks of each
// priority are data (content/bank-holidays.tsv, content/clocks.yaml).
#pragma once

#include "core/consultation/request/request.h"
#include "core/values/clock.h"

#include <chrono>
#include <map>
#include <set>
#include <string_view>

namespace guidepost::consultation {

struct OfficeHours {
    int from = 9 * 60; ///< minutes after midnight, local
    int to = 17 * 60;
};

/// Immutable; any thread.
class WorkingTime {
public:
    /// Throws Error{format} when the hours do not start before they end.
    WorkingTime(OfficeHours hours, std::set<Date> holidays);

    /// The moment `minutes` of working time after `from`. Outside office hours counting starts at the
    /// next opening; a count that ends at closing time ends there and not the next morning. Nothing, or
    /// less, added is `from` itself; more than a million minutes (eight years) are a million.
    Timestamp add(Timestamp from, int minutes) const;
    /// Whole working minutes from one moment to a later one; 0 when it is not later,
    /// a million at most.
    int between(Timestamp from, Timestamp to) const;
    /// From the opening on, no longer at the closing.
    bool is_open(Timestamp moment) const;
    bool is_working_day(Date day) const;
    /// The closing of a working day; of the next one when the day is none.
    Timestamp closing(Date day) const;
    int minutes_a_day() const { return hours_.to - hours_.from; }

private:
    OfficeHours hours_;
    std::set<Date> holidays_;
};

/// Local calendar day and minute in Europe/London.
struct LocalTime {
    Date day = {};
    int minute = 0;
};
LocalTime to_london(Timestamp moment);
/// A time that the clocks skip in March is read an hour later; of one that comes twice in October the
/// first is meant.
Timestamp from_london(Date day, int minute);

/// How long each step may take, in working minutes, for one priority.
struct Clocks {
    int offer = 0;         ///< to accept or decline
    int answer = 0;        ///< from sending to the answer
    int more = 0;          ///< for the officer to give what was asked
    int outcome_days = 14; ///< calendar days after the answer until the outcome is asked for
};
using ClockTable = std::map<Priority, Clocks>;

/// Throw Error{format} with the line. A "day" of a clock is a working day of eight hours.
std::set<Date> parse_holidays(std::string_view tsv);
ClockTable parse_clocks(std::string_view yaml);

} // namespace guidepost::consultation
