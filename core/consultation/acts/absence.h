// SPDX-License-Identifier: GPL-2.0-or-later
// What is with somebody who left or is away goes to whoever stands in for them, or to the lead, and comes
// back with them. Who is away is in the register and not in the thread, so it is written into the thread: by
// the clerk, at a change of staff, and before anything is done in it. Doing it twice does it once.
//
// - An offer goes to the cover, where that person qualifies, else on by routing.
// - Of a thread that is held the cover answers while it lasts, by floors as routing has them; without such a
//   cover it is with the lead. It stays the adviser's: after the last day away the clock alone brings it
//   back.
// - Of somebody who left nothing is kept with them: it is with the lead.
// - What a lead gave to somebody although they are away stays there.
#pragma once

#include "core/consultation/thread/record.h"

#include <set>
#include <vector>

namespace guidepost::consultation {

struct Work;

/// In one thread, inside the caller's transaction.
void pass_on_absent(Record& record, const Login& by, const Work& work);

/// Threads that may have to go on, or come back, today.
std::set<ConsultationRef> refs_with_absent(store::Connection& connection,
                                           const std::vector<people::Staff>& everybody, Timestamp now);

} // namespace guidepost::consultation
