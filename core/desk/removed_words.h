// SPDX-License-Identifier: GPL-2.0-or-later
// A removal of words reaches what somebody was writing about them, too.
#pragma once

#include "core/journal/journal.h"
#include "core/store/connection.h"

#include <cstddef>

namespace guidepost::desk {

/// Removes from the journal the drafts of consultations whose words were removed, by hand or because their
/// time was over, when a draft is older than that removal: it may quote what had to go. What was written
/// since stays. Wherever the removal was made: call it after one, and when a desk opens. Returns how many
/// went. Throws Error{storage}.
std::size_t forget_removed_words(journal::Journal& journal, store::Connection& connection);

} // namespace guidepost::desk
