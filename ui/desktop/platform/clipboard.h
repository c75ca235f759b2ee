// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/string.h>

namespace guidepost::desktop::platform {

/// Whether the clipboard took it.
bool copy_to_clipboard(const wxString& text);

} // namespace guidepost::desktop::platform
