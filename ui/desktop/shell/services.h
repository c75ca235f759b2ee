// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/desk/desk.h"
#include "core/journal/journal.h"
#include "ui/desktop/people/identity.h"
#include "ui/desktop/platform/worker.h"
#include "ui/desktop/shell/search_service.h"

namespace guidepost::desktop {

class IndexKeeper;

/// What pages work with. Owned by the application, which outlives every window.
struct Services {
    desk::Desk& desk;          ///< main thread
    journal::Journal& journal; ///< main thread
    SearchService& search;
    IndexKeeper& keeper;
    Worker& errands; ///< small writes to the store
    Identity& identity;
};

} // namespace guidepost::desktop
