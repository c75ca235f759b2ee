// SPDX-License-Identifier: GPL-2.0-or-later
// Who may deliver what a module offers: the module says what it asks for, the register says who has it. Asked
// before a plan or a brief is printed and before a programme starts.
#pragma once

#include "core/people/commands.h"
#include "core/people/competence.h"
#include "core/people/register.h"
#include "core/programme/packs/manifest.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::usecases {

/// One thing that is asked for, and how somebody stands to it.
struct Asked {
    programme::Requirement requirement = {};
    bool is_met = false;
    std::vector<people::MissingStep> missing = {};    ///< empty when it is met
    std::optional<people::Competence> exception = {}; ///< by which it is met, if by one
};

struct Delivery {
    std::vector<Asked> asked = {};
    std::optional<Date> until = {}; ///< the last day on which all of it counts; none: no end known

    bool may() const;
    std::vector<people::MissingStep> missing() const; ///< each once
    std::vector<people::Competence> exceptions() const;
};

/// Of somebody who is not in the register nothing is met.
Delivery delivery_of(store::Connection& connection, const Login& who,
                     const std::vector<programme::Requirement>& requirements, Date day);

struct Deliverer {
    people::Staff person = {};
    Delivery delivery = {};
    bool has_some = false; ///< something of what is asked for: on the way
};

/// Those of a region who have not left: first who may, then who is on the way, then the others; by login.
std::vector<Deliverer> deliverers_in(store::Connection& connection, const std::string& region,
                                     const std::vector<programme::Requirement>& requirements, Date day);

/// Whose sheets somebody may print, and whose group they may begin: their own, and as a lead of the region.
bool may_answer_for(const people::Staff& by, const people::Staff& deliverer);

/// What none of those who deliver together has: each thing that is asked for needs one of them who may.
std::vector<people::MissingStep> missing_among(store::Connection& connection,
                                               const std::vector<Login>& deliverers,
                                               const std::vector<programme::Requirement>& requirements,
                                               Date day);

/// Leads who may let `of` deliver all the same, by login; empty when there is none, which is said.
std::vector<people::Staff> who_may_except(const std::vector<people::Staff>& everybody,
                                          const people::Staff& of);

/// Lets somebody deliver for a time what the ladder does not yet let them, by name and with a reason: one
/// exception in the register for each thing that is missing.
struct ExceptDelivery {
    Login of = {};
    std::vector<programme::Requirement> requirements = {};
    std::string reason = {};
    Date until = {};
};

/// Why it will not be done, with a sentence. Nothing: it may go on.
std::optional<Error> check(store::Connection& connection, const ExceptDelivery& command,
                           const people::Staff& by, Date today);

/// Throws what `check` says; then nothing was written.
void run(store::Connection& connection, const ExceptDelivery& command, const people::Staff& by,
         Clock clock = system_now);

} // namespace guidepost::usecases
