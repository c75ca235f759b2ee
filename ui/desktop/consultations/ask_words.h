// SPDX-License-Identifier: GPL-2.0-or-later
// What the ask form says beside what core says of a question (usecases/preview.h): labels, days, what the
// library is searched with.
#pragma once

#include "core/consultation/acts/commands.h"
#include "core/consultation/request/attached_verdict.h"
#include "core/pages/consultation_words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::desktop {

/// Data that a form needs before anything is written.
struct AskTiming {
    consultation::WorkingTime time = {{}, {}};
    consultation::ClockTable clocks = {};
};

/// "Soon: 2 days": how soon an answer comes, by the clocks that leads keep; "Soon" where there is none.
std::string priority_label(consultation::Priority priority, const consultation::ClockTable& clocks);

/// What a module says, in one line to tick: "Ladders 1.2.0: Going up, not eligible; 2 more".
std::string verdict_label(const consultation::AttachedVerdict& verdict);

/// What a field of a request is called in a list of what is missing: "The question". English; translated
/// where it is shown. "Something else" for a field this form does not know.
const char* missing_label(std::string_view field);

/// Working days from today on, for choosing one: "Mon 23 Nov", with its date.
struct DayChoice {
    Date day = {};
    std::string words = {};
};
std::vector<DayChoice> next_days(Date today, const consultation::WorkingTime& time, std::size_t count);

/// Words of a form that the library is searched with while it is written; "" while there are too few.
std::string search_words(const consultation::Request& request);

} // namespace guidepost::desktop
