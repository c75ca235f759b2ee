// SPDX-License-Identifier: GPL-2.0-or-later
// Articles that somebody began and nobody has reviewed: readable by those who write guidance, never
// searched and never shown as guidance. Kept with an event of the chain "guidance":
//   draft.made     {"draft", "owner", "title", "source_hash", "provenance", "restricted_to": [login, ...]}
//   draft.freed    {"draft"}   from then on whoever may see drafts sees it
//   redacted       {"events": [of draft.made], "draft"}   the draft is gone, its title in the event too
#pragma once

#include "core/store/connection.h"
#include "core/values/clock.h"
#include "core/values/id.h"

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
    /// Who alone sees it, because it was made from a consultation that others do not see; empty: whoever may
    /// see drafts.
    std::vector<Login> restricted_to = {};
};

/// Inside the caller's write transaction.
void put_draft(store::Connection& connection, const Draft& draft);

/// Those that `reader` may see, newest first, without their texts.
std::vector<Draft> list_drafts(store::Connection& connection, const Login& reader);
/// None when there is none of that id for this reader.
std::optional<Draft> find_draft(store::Connection& connection, const std::string& id, const Login& reader);

/// By one of those it is restricted to: nothing in it tells of a person any more. In a transaction of its
/// own. Throws Error{not_found}, for everybody else too, and Error{conflict} when it is not restricted.
void free_draft(store::Connection& connection, const std::string& id, const Login& by,
                const Clock& clock = system_now);

/// What it says must go: the draft is taken away and nothing of its title and text stays in the files. In a
/// transaction of its own. Throws Error{not_found}.
void remove_draft(store::Connection& connection, const std::string& id, const Login& by,
                  const Clock& clock = system_now);

} // namespace guidepost::guidance
