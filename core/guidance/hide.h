// SPDX-License-Identifier: GPL-2.0-or-later
// A source that is switched off: its articles are withdrawn together and come back together. Both are
// recorded acts, and nothing is lost.
#pragma once

#include "core/store/connection.h"
#include "core/values/clock.h"
#include "core/values/id.h"

#include <cstddef>
#include <string>

namespace guidepost::guidance {

/// Withdraws what the source has published or imported. Returns how many articles went; 0 when all had gone
/// before, or there is no such source, and then nothing is recorded.
std::size_t hide_source(store::Connection& connection, const SourceId& source, const std::string& who,
                        const Clock& clock = system_now);

/// Brings back what the last hiding of this source took away. An article that was withdrawn for a reason of
/// its own stays withdrawn. Returns how many came back.
std::size_t show_source(store::Connection& connection, const SourceId& source, const std::string& who,
                        const Clock& clock = system_now);

} // namespace guidepost::guidance
