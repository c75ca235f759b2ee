// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace guidepost {

/// A moment, in microseconds since 1970-01-01 UTC: the form in which times are stored.
using Timestamp = std::int64_t;
using Date = std::chrono::year_month_day;

/// Where "now" comes from, so that tests can say what time it is. Callable from any thread.
using Clock = std::function<Timestamp()>;

Timestamp system_now();

Date date_of(Timestamp moment);

/// "2026-11-21". Nothing when it is no date of the calendar or has anything after it.
std::optional<Date> parse_date(std::string_view text);
std::string format_date(Date date);

/// For people: "21 November 2026".
std::string format_date_long(Date date);

/// "2026-11-21T16:50:00Z"
std::string format_timestamp(Timestamp moment);

} // namespace guidepost
