// SPDX-License-Identifier: GPL-2.0-or-later
// A consultation as plain text to paste into the case record: what was asked, what was advised, on which
// guidance, what was decided and why, and who holds the case. Marked OFFICIAL-SENSITIVE.
#pragma once

#include "core/consultation/thread.h"
#include "core/guidance/library.h"

#include <map>
#include <string>
#include <vector>

namespace guidepost::consultation {

/// Guidance as it was when it was read.
struct ReadVersion {
    std::string place = {}; ///< "article#anchor"
    std::string title = {}; ///< "" when the article is not here any more
    RevisionId revision = {};
    bool is_newest = true;
};

/// Of what the request and the answers name. At the moment of sending, or of the answer.
std::vector<ReadVersion> versions_read(const Thread& thread, guidance::Library& library);

/// `names` by login; one that is not there stands as its login. What was removed says so.
std::string record_text(const Thread& thread, const std::vector<ReadVersion>& versions,
                        const std::map<Login, std::string>& names);

} // namespace guidepost::consultation
