// SPDX-License-Identifier: GPL-2.0-or-later
// A source that goes and comes back as a whole: a module's guidance is hidden with the module, texts that
// people brought in are taken out. All of it is recorded, and nothing is lost.
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

/// Takes out texts that people brought in, with the reason. Returns how many went; 0 when all had gone
/// before. Throws Error{not_found} when there is no such source, Error{refused} for one of the program or a
/// module.
std::size_t take_out_source(store::Connection& connection, const SourceId& source, const std::string& who,
                            const std::string& reason, const Clock& clock = system_now);

/// Brings them back as they were. Returns how many came back; 0 when nothing of it is out. Throws likewise.
std::size_t put_back_source(store::Connection& connection, const SourceId& source, const std::string& who,
                            const Clock& clock = system_now);

/// A pack that somebody adopted before a source had a keeper: what is up of it is imported from now on.
void mark_as_peoples(store::Connection& connection, const SourceId& source, const std::string& who,
                     const Clock& clock = system_now);

} // namespace guidepost::guidance
