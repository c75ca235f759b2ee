// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: raw HTML as tags and words. No tree and no repair: enough to keep the words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::guidance {

struct HtmlToken {
    enum class Kind { text, open, close, unseen } kind = Kind::text; ///< unseen: comments and declarations
    std::string_view written = {};                                   ///< as it stands
    std::string name = {};                                           ///< of a tag, in small letters
    std::size_t at = 0;                                              ///< byte within the HTML

    /// The value of an attribute, with its entities as they are.
    std::optional<std::string> attribute(std::string_view name) const;
};

std::vector<HtmlToken> html_tokens(std::string_view html);

/// What HTML says with &amp; and &#8212;.
std::string without_entities(std::string_view words);

/// Whether browsers know the element; what they do not know may be words: <name of the officer>.
bool is_html_element(std::string_view name);
/// Whether what stands in it is apart from what stands beside it.
bool is_html_block(std::string_view name);

} // namespace guidepost::guidance
