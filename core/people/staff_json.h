// SPDX-License-Identifier: GPL-2.0-or-later
// Records as the events of the chain "people" hold them, and as the terminal prints them. A field is
// added, never renamed; one that is missing reads as not said.
#pragma once

#include "core/people/register.h"
#include "core/people/staff.h"

#include <nlohmann/json.hpp>

namespace guidepost::people {

nlohmann::json to_json(const Staff& staff);
nlohmann::json to_json(const Skill& skill);
nlohmann::json to_json(const Away& away);
nlohmann::json to_json(const Contact& contact);

/// Throw Error{storage} for what none of the above can have written.
Staff staff_from_json(const nlohmann::json& json);
Skill skill_from_json(const nlohmann::json& json);
Away away_from_json(const nlohmann::json& json);
Contact contact_from_json(const nlohmann::json& json);
Date date_from_json(const nlohmann::json& json);

} // namespace guidepost::people
