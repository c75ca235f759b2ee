// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/pages/pages.h"

#include <string>
#include <string_view>

namespace guidepost::test {

/// A published article that is within its review date on 2026-12-01.
pages::ArticlePage example_page();
/// The same with other text behind the front matter.
pages::ArticlePage example_page_with_body(std::string_view body);

bool holds(std::string_view text, std::string_view part);
std::size_t count_of(std::string_view text, std::string_view part);

/// What stands between <body> and </body>.
std::string_view body_of(std::string_view html);

} // namespace guidepost::test
