// SPDX-License-Identifier: GPL-2.0-or-later
// Articles that somebody began and nobody has reviewed: readable by those who write guidance, never
// searched and never shown as guidance. Kept with an event of the chain "guidance":
//   draft.made   {"draft", "owner", "source_hash", "provenance"}
#pragma once

#include "core/store/connection.h"
#include "core/values/clock.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::guidance {

struct Draft {
    std::string id = {};    ///< UUIDv7
    std::string owner = {}; ///< a specialism
    std::string title = {};
    std::string text = {}; ///< an article: front matter and Markdown
    std::string who = {};
    Timestamp at = 0;
    std::string provenance = {}; ///< where it came from, without saying who it was about
};

/// Inside the caller's write transaction.
void put_draft(store::Connection& connection, const Draft& draft);

/// Newest first, without their texts.
std::vector<Draft> list_drafts(store::Connection& connection);
/// None when there is none of that id.
std::optional<Draft> find_draft(store::Connection& connection, const std::string& id);

} // namespace guidepost::guidance
