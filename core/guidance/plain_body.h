// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/markdown.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::guidance {

/// An article's body for a terminal.
struct PlainBody {
    std::string text = {};
    std::vector<std::string> links = {}; ///< what [1], [2] ... in the text lead to
};

/// Wrapped to `width` columns: headings underlined, lists and quotations indented, each link followed
/// by its number, tables in columns. Holds no control characters. A first heading equal to `title` is left
/// out.
PlainBody plain_body(std::string_view markdown, std::string_view title, std::size_t width,
                     const LinkTargets& targets = {});

/// "Title" with a line of `mark` below it.
std::string underlined(std::string_view heading, char mark, std::size_t width);

} // namespace guidepost::guidance
