// SPDX-License-Identifier: GPL-2.0-or-later
// Who is trained in what, and how far up the ladder of delivery: observe, co-deliver, deliver observed,
// deliver. What a session asks for is a training and a rung, by the names modules use.
//
// A rung rests on the one below; from co-delivering on it also rests on the training itself. A lead may
// except somebody for a time, by name and with a reason: that lets them deliver, and carries nobody further
// up.
#pragma once

#include "core/values/clock.h"
#include "core/values/id.h"
#include "core/values/rung.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::people {

/// Why a lead lets somebody do what the ladder does not yet. It ends with the record it stands in.
struct Exception {
    Login by = {};
    std::string reason = {};

    friend bool operator==(const Exception&, const Exception&) = default;
};

/// One line of the register.
struct Competence {
    Login of = {};
    std::string training = {};        ///< a slug: "three-way-review"
    std::optional<Rung> rung = {};    ///< none: the training itself was done
    Date date = {};                   ///< on which it was done or seen
    std::optional<Date> expires = {}; ///< the last day on which it counts; none: it does not end
    Login signed_off_by = {};
    std::string evidence = {};
    std::optional<Exception> exception = {};

    friend bool operator==(const Competence&, const Competence&) = default;
};

inline constexpr std::chrono::days longest_exception{92};

/// "trained" or the word of the rung.
std::string_view word_of_step(const std::optional<Rung>& rung);
/// Nothing when it is no step.
std::optional<std::optional<Rung>> parse_step(std::string_view word);

bool counts_on(const Competence& competence, Date day);

/// What is missing below a record when it is signed off, as words of steps from the bottom; empty when it
/// may stand. `held` is what the person has; exceptions among it carry nothing.
std::vector<std::string> skipped(const std::vector<Competence>& held, const Competence& wanted);

struct DeliveryNeed {
    std::string training = {};
    Rung rung = Rung::deliver;
};

/// What one need lacks.
struct MissingStep {
    std::string training = {}; ///< as the register calls it
    std::string what = {};     ///< "deliver is not signed off"

    friend bool operator==(const MissingStep&, const MissingStep&) = default;
};

struct MayDeliver {
    bool may = true;
    std::vector<MissingStep> missing = {};
    std::vector<Competence> exceptions = {}; ///< those it rests on: said wherever it is used
    std::optional<Date> until = {};          ///< the last day on which all of it counts; none: no end known
};

/// `held` is of one person.
MayDeliver may_deliver(const std::vector<Competence>& held, const std::vector<DeliveryNeed>& needs, Date day);

} // namespace guidepost::people
