// SPDX-License-Identifier: GPL-2.0-or-later
// A consultation as plain text to paste into the case record: what was asked, what was advised, on which
// guidance, what was decided and why, and who holds the case. Marked OFFICIAL-SENSITIVE.
#pragma once

#include "core/guidance/library.h"
#include "core/pages/consultation_words.h"

#include <string>
#include <vector>

namespace guidepost::pages {

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
NamedGuidance named_guidance(const consultation::Thread& thread, guidance::Library& library);

/// `names` by login; one that is not there stands as its login. What was removed says so.
std::string record_text(const consultation::Thread& thread, const NamedGuidance& guidance,
                        const Names& names);

} // namespace guidepost::pages
