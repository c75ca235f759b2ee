// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/values/clock.h"

#include <filesystem>

namespace guidepost::people {

/// Makes an empty store a practice desk and brings in its people (content/practice: staff.yaml,
/// contacts.yaml, training.yaml), in one transaction. Returns false, and does nothing, when it is one
/// already. Throws Error{refused} when the store holds people of its own, Error{format} when what ships
/// cannot be read.
bool put_practice_people(store::Connection& connection, const std::filesystem::path& content,
                         Clock clock = system_now);

} // namespace guidepost::people
