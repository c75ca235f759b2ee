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

/// A line a chain, "people 12 <hash>", after a line that begins with '#'.
std::string format_heads(const std::vector<ChainHead>& heads);

/// Reads what format_heads wrote; empty lines and those with '#' are passed over. Throws
/// Error{format} with the line.
std::vector<ChainHead> parse_heads(std::string_view text);

/// What is not there any more, or is different, of what the heads vouch for. Chains that have grown or
/// are new are well.
std::vector<Damage> check_heads(Connection& connection, const std::vector<ChainHead>& kept);

} // namespace guidepost::store
