// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/words/text.h"

#include "core/text/text.h"

#include <wx/translation.h>

namespace guidepost {

wxString to_wx(std::string_view utf8)
{
    wxString text;
    while (const auto bad = first_invalid_utf8(utf8)) {
        text += wxString::FromUTF8(utf8.data(), *bad) + wxUniChar{0xFFFD};
        utf8.remove_prefix(*bad + 1);
    }
    return text + wxString::FromUTF8(utf8.data(), utf8.size());
}

std::string to_utf8(const wxString& text)
{
    const auto bytes = text.utf8_str();
    return {bytes.data(), bytes.length()};
}

std::string translated(const char* english)
{
    return to_utf8(wxGetTranslation(english));
}

} // namespace guidepost
