// SPDX-License-Identifier: GPL-2.0-or-later
// How somebody stands to a thread, and what of it they are given to read. The same is said once more in
// SQL by the board, which asks it of a hundred thousand threads at once; a test compares the two.
#pragma once

#include "core/consultation/thread/thread.h"
#include "core/people/rights.h"

#include <set>
#include <vector>

namespace guidepost::consultation {

/// Somebody who reads or acts, as they are today.
struct Reader {
    people::Staff person = {};
    std::set<Login> conflicts = {}; ///< staff whose cases they do not see, whoever of the two said so
    Date today = {};
};

Reader reader_of(const people::Staff& person, const std::vector<people::Staff>& everybody, Date today);

/// Empty for a stranger.
std::set<people::Relation> relations_to(const Thread& thread, const Reader& reader);

bool may(const Reader& reader, people::Action action, const Thread& thread);

/// The thread as this reader is given it: without notes and what they moved for an officer, without the
/// names of those passed over but for leads, and without raw payloads for everybody. Who may not read it
/// must not be shown it at all: see board.h.
Thread for_reader(Thread thread, const Reader& reader);

/// The seq that a writer says to have seen (see Reply), as this reader is told it.
std::int64_t moved_for(const Thread& thread, const Reader& reader);

} // namespace guidepost::consultation
