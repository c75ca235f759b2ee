// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/clipboard.h"

#include <wx/clipbrd.h>

namespace guidepost::desktop::platform {

bool copy_to_clipboard(const wxString& text)
{
    if (!wxTheClipboard->Open())
        return false;
    const bool is_taken = wxTheClipboard->SetData(new wxTextDataObject{text});
    wxTheClipboard->Flush(); // it outlives the window
    wxTheClipboard->Close();
    return is_taken;
}

} // namespace guidepost::desktop::platform
