// SPDX-License-Identifier: GPL-2.0-or-later
// The only crossing between our text (std::string, UTF-8) and that of wx.
#pragma once

#include <wx/string.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost {

/// Bytes that are no UTF-8 become U+FFFD: wxString::FromUTF8 alone would drop the whole text.
wxString to_wx(std::string_view utf8);

std::string to_utf8(const wxString& text);

/// For the model's texts: what they are in the reader's language.
std::string translated(const char* english);

/// A count as wxPLURAL takes it.
inline unsigned plural(std::size_t count)
{
    return static_cast<unsigned>(count);
}

} // namespace guidepost
