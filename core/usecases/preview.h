// SPDX-License-Identifier: GPL-2.0-or-later
// What somebody is told of a question before it is sent. The form of the window, `consult ask` and `route
// explain` show this one preview, in these words.
#pragma once

#include "core/consultation/acts/command_words.h"
#include "core/consultation/acts/commands.h"
#include "core/people/register.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::usecases {

struct Preview {
    /// What keeps it from being sent, each as a sentence with its field; "" where it is no field's matter.
    std::vector<consultation::Missing> missing = {};
    bool is_refused = false; ///< not for what is missing: the person may not ask this
    std::vector<consultation::SeenByGuard> seen = {};
    std::vector<consultation::RedFlag> flags = {}; ///< each once, nearest to death first
    consultation::Need need = {};                  ///< with what programme modules ask of whoever answers
    consultation::Route route = {};
    std::string to_name = {};  ///< who is asked; where nobody qualifies, the lead; "" when none is entered
    bool is_field_held = true; ///< somebody who works here advises on the field, free or not
    std::optional<Date> lead_away_until = {};  ///< it goes to a lead who is away, with nobody standing in
    std::optional<Timestamp> offer_until = {}; ///< by when they take it; none without a priority
    std::optional<Timestamp> expected = {};    ///< the answer, by the clock of its priority
    bool is_too_late = false;                  ///< nobody answers before the day it is needed
    std::vector<people::Contact> contacts = {};
    std::string place = {}; ///< "North West, PDU 2": whose contacts these are
    Timestamp now = 0;
};

/// Reads only. What `work.despite_guard` names is not said to be missing: it stands in `seen`. `wrong`: what
/// is wrong with the answers to modules' questions (desk/asking.h). Throws Error{storage}.
Preview preview(const consultation::Ask& ask, const std::vector<consultation::Missing>& wrong,
                const consultation::Work& work, const privacy::GuardWords& words);

/// Who is expected and when, in one or two sentences. Never empty.
std::string expected_words(const Preview& preview);

/// What modules had to say about who answers, one line each.
std::vector<std::string> module_lines(const consultation::Need& need);

/// Whom to call now, one line each; what to do when none is entered.
std::vector<std::string> call_words(const Preview& preview);

} // namespace guidepost::usecases
