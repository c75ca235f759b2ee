// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: who works here, folded from the chain "people". Rights are taken from here and never
// from the table of staff, which anybody who owns the file can edit: that is a copy for lists.
#pragma once

#include "core/people/staff.h"
#include "core/store/connection.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <string_view>

namespace guidepost::people {

struct Roll {
    std::int64_t seq = 0;  ///< of the last event that is in it
    std::string hash = {}; ///< of that event
    std::map<Login, Staff> staff = {};
};

/// As the events tell of it now, those of an open transaction too. Kept with the connection and folded on, so
/// asking again costs two small queries. Every event that is read is checked against its hash: Error{storage}
/// for a chain that was changed. Borrowed until it is asked for again.
const Roll& roll_of(store::Connection& connection);

/// What an event about one known person makes of the record. The writer and the roll share it.
Staff after(Staff staff, std::string_view kind, const nlohmann::json& payload);

} // namespace guidepost::people
