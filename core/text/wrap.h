// SPDX-License-Identifier: GPL-2.0-or-later
// Text for a terminal: broken into lines, and harmless to the terminal that shows it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost {

/// Without control characters and marks that turn the direction of writing: what is left cannot move
/// the cursor, change the title of a window or show itself in another order. Line feeds stay, a tab
/// becomes a space.
std::string printable(std::string_view text);

/// How many columns UTF-8 text takes. Combining marks take none; every other character is counted as one.
std::size_t columns(std::string_view text);

/// The words of `text` in lines of at most `width` columns, joined by line feeds, none at the end.
/// The first line starts with `first`, the others with `rest`. A line feed in `text` starts a new
/// line. A word longer than a line is cut, but a web address is left whole. `width` counts the starts;
/// at least 8 columns are always left beside them.
std::string wrapped(std::string_view text, std::size_t width, std::string_view first = {},
                    std::string_view rest = {});

} // namespace guidepost
