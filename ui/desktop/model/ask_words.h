// SPDX-License-Identifier: GPL-2.0-or-later
// What the ask form says before a question is sent: who is expected and when, whom to call when that is
// too late, and what stops it.
#pragma once

#include "core/consultation/attached_verdict.h"
#include "core/consultation/commands.h"
#include "core/pages/consultation_words.h"
#include "core/people/register.h"

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

struct AskPreview {
    std::vector<consultation::Missing> missing = {};
    std::vector<consultation::RedFlag> flags = {}; ///< each once, nearest to death first
    std::optional<Login> to = {};                  ///< none: the lead
    std::string to_name = {};
    std::vector<std::string> reasons = {};
    std::vector<consultation::ModuleWord> modules = {}; ///< what programme modules ask of whoever answers
    std::string others = {};                            ///< neutral counts of those passed over
    std::optional<Timestamp> expected = {};             ///< the answer, by the clock of its priority
    bool is_too_late = false;                           ///< nobody answers before it matters
    std::vector<people::Contact> contacts = {};
    std::string place = {}; ///< "North West, PDU 2": whose contacts these are
    Timestamp now = 0;
};

/// Who is expected and when, in one or two sentences. Never empty.
std::string expected_words(const AskPreview& preview);

/// What modules had to say about who answers, one line each; none when they had nothing to say.
std::vector<std::string> module_lines(const std::vector<consultation::ModuleWord>& modules);

/// What a module says, in one line to tick: "Ladders 1.2.0: Going up, not eligible; 2 more".
std::string verdict_label(const consultation::AttachedVerdict& verdict);

/// Whom to call now, one line each; what to do when none is entered.
std::vector<std::string> call_words(const AskPreview& preview);

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
