// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/thread.h"

#include "core/consultation/thread/fold.h"

namespace guidepost::consultation {
Thread read_thread(const ConsultationRef& ref, const std::vector<Event>& events, const WorkingTime& time,
                   const ClockTable& clocks, Timestamp now)
{
    return fold_of(ref, events, time, clocks).finish(now);
}

} // namespace guidepost::consultation
