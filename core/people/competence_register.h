// SPDX-License-Identifier: GPL-2.0-or-later
// The register of training and delivery, kept as events of the chain "people":
//   competence-put      {"competence": {…}}             in place of one of the same person, training and step
//   competence-removed  {"login", "training", "step"}
#pragma once

#include "core/people/competence.h"
#include "core/people/register.h"
#include "core/people/staff_checks.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace guidepost::people {

std::vector<Fault> faults_of(const Competence& competence);

/// By training, then from the bottom of the ladder.
std::vector<Competence> competences_of(store::Connection& connection, const Login& login);

/// Everybody's exceptions that count on that day, by person: for leads.
std::vector<Competence> exceptions_on(store::Connection& connection, Date day);

/// Inside the writer's transaction. Error{format} for a record that cannot stand, Error{not_found} when the
/// person or who signed off is not in the register, Error{refused} when a rung is skipped without an
/// exception.
void put_competence(store::Connection& connection, RegisterWriter& writer, const Competence& competence);
/// Error{not_found} when there is none.
void remove_competence(store::Connection& connection, RegisterWriter& writer, const Login& login,
                       const std::string& training, const std::optional<Rung>& rung);

nlohmann::json to_json(const Competence& competence);
Competence competence_from_json(const nlohmann::json& json);

/// For `rebuild`: what one event of the chain means here. Others are passed over.
void apply_competence_event(store::Connection& connection, std::string_view kind,
                            const nlohmann::json& payload);

} // namespace guidepost::people
