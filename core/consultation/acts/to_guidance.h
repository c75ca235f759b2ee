// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/consultation/thread/thread.h"
#include "core/privacy/guard.h"

#include <string>

namespace guidepost::consultation {

/// An answer on its way to become guidance: an article that somebody has to finish.
struct GuidanceDraft {
    std::string title = {};
    std::string text = {};     ///< front matter and Markdown
    std::size_t taken_out = 0; ///< places that the privacy guard found and that are not in it any more
};

/// From the question, the answers and what the case was, without who asked, who answered, where, when and
/// under which reference. The guard has run over it; names that no guard knows stay for a person to find,
/// and the text says so. Nothing of notes goes in.
GuidanceDraft draft_of(const Thread& thread, const privacy::GuardWords& words, Date today);

} // namespace guidepost::consultation
