// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/webview.h>

namespace guidepost::desktop::platform {

/// Before the first web view is made: what WebKit reads from the environment.
void prepare_web_views();

/// No scripts, no storage, no page cache. False when the engine could not be told: then the view
/// must not be used, and the page is shown as an error.
bool lock_down(wxWebView& view);

/// Lets the keyboard reach the page itself. Left alone, the frame that scrolls around it takes the focus: no
/// key scrolls, and the next key leaves for another control.
void let_page_take_focus(wxWebView& view);

} // namespace guidepost::desktop::platform
