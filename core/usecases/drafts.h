// SPDX-License-Identifier: GPL-2.0-or-later
// Drafts of guidance for whoever may see them. Who may is asked here and nowhere else; each throws
// Error{refused} with a sentence for everybody else, and what core/guidance/drafts.h says.
#pragma once

#include "core/guidance/drafts.h"
#include "core/people/staff.h"
#include "core/store/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::usecases {

/// Newest first, without their texts.
std::vector<guidance::Draft> list_drafts(store::Connection& connection, const people::Staff& reader);
/// None when there is none of that id for this reader.
std::optional<guidance::Draft> find_draft(store::Connection& connection, const std::string& id,
                                          const people::Staff& reader);
void free_draft(store::Connection& connection, const std::string& id, const people::Staff& by);
void remove_draft(store::Connection& connection, const std::string& id, const people::Staff& by);

} // namespace guidepost::usecases
