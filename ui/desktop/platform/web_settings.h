// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/webview.h>

namespace guidepost::desktop::platform {

/// Before the first web view is made: what WebKit reads from the environment.
void prepare_web_views();

/// No scripts, no storage, no page cache. False when the engine could not be told: then the view
/// must not be used, and the page is shown as an error.
bool lock_down(wxWebView& view);

} // namespace guidepost::desktop::platform
