// SPDX-License-Identifier: GPL-2.0-or-later
// A thread made of events on the spot, and the rules it is read by.
#pragma once

#include "core/consultation/thread/event_payload.h"
#include "core/consultation/thread/thread.h"

namespace guidepost::test {

inline constexpr Timestamp minute_us = 60'000'000;
inline constexpr Timestamp day_us = 24 * 60 * minute_us;

/// The clocks that ship, no holidays, Monday to Friday 09:00 to 17:00.
const consultation::WorkingTime& working_time();
const consultation::ClockTable& clock_table();

/// Monday 3 August 2026, hours and minutes of London.
Timestamp monday(int hour, int minute = 0);

/// A request that may be sent.
consultation::Request a_request();

class AThread {
public:
    /// Sent on Monday at 09:00 by officer-14 in the North West.
    explicit AThread(consultation::Request request = a_request());

    /// Appends; `at` is kept when none is said.
    AThread& add(consultation::Happening kind, const std::string& who, consultation::Details details = {},
                 std::optional<Timestamp> at = {});
    AThread& offered(const std::string& to, Timestamp until);
    AThread& accepted(const std::string& by, std::optional<Timestamp> at = {});
    /// Empties the payload of an event and records it.
    AThread& redact(std::size_t index);

    std::vector<consultation::Event>& events() { return events_; }
    consultation::Thread at(Timestamp now) const;
    Timestamp last() const { return events_.back().at; }

private:
    std::vector<consultation::Event> events_;
};

} // namespace guidepost::test
