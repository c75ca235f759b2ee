// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: values into a template. {{name}} is escaped, {{{name}}} is not and is kept for
// HTML of our own. A key that is missing from an item is looked for in what is around it, so an item
// sets every key it shows.
#pragma once

#include "core/pages/pages.h"

#include <kainjow/mustache.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::pages {

using Data = kainjow::mustache::data;

/// A text that shows, or false when it is empty: {{#name}} then leaves its part out.
Data shown(const std::string& text);
Data list_of(const std::vector<std::string>& texts);
/// title, url and detail; a url that does not lead to a page of ours or the web is left out.
Data link_data(const LinkItem& item);

/// Throws Error{failure} when the template is broken, which a test would have found.
std::string render(std::string_view template_text, const Data& data);

/// The whole page around its content.
std::string whole_page(const std::string& title, std::string_view content_template, const Data& data,
                       const Look& look, const std::string& language = "en");

/// A title short enough to show; the rest is replaced by an ellipsis.
std::string title_to_show(std::string_view title);

} // namespace guidepost::pages
