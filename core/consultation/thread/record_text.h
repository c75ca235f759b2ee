// SPDX-License-Identifier: GPL-2.0-or-later
// A consultation as plain text to paste into the case record: what was asked, what was advised, on which
// guidance, what was decided and why, and who holds the case. Marked OFFICIAL-SENSITIVE.
#pragma once

#include "core/consultation/thread/thread.h"
#include "core/guidance/library.h"

#include <map>
#include <string>
#include <vector>

namespace guidepost::consultation {

/// Guidance as it was at some moment.
struct ReadVersion {
    std::string place = {}; ///< "article#anchor"
    std::string title = {}; ///< "" when the article is not here any more
    RevisionId revision = {};
    bool is_newest = true;
};

/// Guidance that a thread names. The two are never one list: what the officer had read is nothing that the
/// advice rests on.
struct NamedGuidance {
    std::vector<ReadVersion> cited = {}; ///< by the answers, as it was at the moment of each
    std::vector<ReadVersion> read = {};  ///< by the officer before asking, as it was then
};
NamedGuidance named_guidance(const Thread& thread, guidance::Library& library);

/// `names` by login; one that is not there stands as its login. What was removed says so.
std::string record_text(const Thread& thread, const NamedGuidance& guidance,
                        const std::map<Login, std::string>& names);

} // namespace guidepost::consultation
