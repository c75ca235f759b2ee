// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/values/id.h"

#include <string>
#include <string_view>

namespace guidepost::guidance {

class Library;

/// Where guidance stands: an article, or one section of it. Written "article#anchor".
struct Place {
    ArticleId article = {};
    std::string anchor = {}; ///< "" for the whole article
};

Place parse_place(std::string_view written);

/// Whether both parts are slugs; what is only written so may not be here.
bool is_place(std::string_view written);

/// Why nobody can read there, as a sentence with what to do; "" when one can. What is withdrawn cannot be
/// read.
std::string why_not_readable(Library& library, std::string_view written);

} // namespace guidepost::guidance
