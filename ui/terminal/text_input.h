// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace guidepost::terminal {

/// The text of `file`, or all of stdin when it is "" or "-". Throws Error{usage} for more than `limit`
/// bytes; of a file what read_file throws.
std::string text_from(const std::string& file, std::size_t limit);

} // namespace guidepost::terminal
