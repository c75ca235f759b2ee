// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/desk/desk.h"
#include "core/desk/journal.h"
#include "ui/desktop/people/identity.h"
#include "ui/desktop/search_service.h"
#include "ui/desktop/worker.h"

namespace guidepost::desktop {

class IndexKeeper;

/// What pages work with. Owned by the application, which outlives every window.
struct Services {
    desk::Desk& desk;       ///< main thread
    desk::Journal& journal; ///< main thread
    SearchService& search;
    IndexKeeper& keeper;
    Worker& errands; ///< small writes to the store
    Identity& identity;
};

} // namespace guidepost::desktop
