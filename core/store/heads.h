// SPDX-License-Identifier: GPL-2.0-or-later
// The ends of all chains, to be kept on paper or in another place: the only way to see later that the
// end of a chain was cut off.
#pragma once

#include "core/store/event_chain.h"
#include "core/store/verify.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::store {

/// The heads as anybody may keep them. A chain of its own for each of many things ("consultation/GP-7K2M9Q")
/// is called by the beginning of its first event's hash, which says nothing of it and cannot be worked out
/// from its name.
std::vector<ChainHead> heads_to_keep(Connection& connection);

/// What is found, without the names of such chains and without the keys of their rows.
void hide_names(std::vector<Damage>& damages, Connection& connection);

/// A line a chain, "people 12 <hash>", after a line that begins with '#'.
std::string format_heads(const std::vector<ChainHead>& heads);

/// Reads what format_heads wrote; empty lines and those with '#' are passed over. Throws
/// Error{format} with the line.
std::vector<ChainHead> parse_heads(std::string_view text);

/// What is not there any more, or is different, of what the heads vouch for, by either name. Chains that have
/// grown or are new are well.
std::vector<Damage> check_heads(Connection& connection, const std::vector<ChainHead>& kept);

} // namespace guidepost::store
