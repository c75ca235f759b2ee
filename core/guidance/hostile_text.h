// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guidepost::guidance {

/// Why a text is not given to the Markdown parser: its cost would grow faster than its length. Two
/// patterns are known that do so (found by trying, cmark 0.30): list items within list items followed by
/// empty lines, eight seconds for 64 KB, and opened pictures around links. Nothing for all others. What
/// is refused is an estimate from above, but no text that people write comes near it.
std::optional<std::string> why_too_costly(std::string_view markdown);

} // namespace guidepost::guidance
