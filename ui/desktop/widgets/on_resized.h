// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/window.h>

#include <functional>

namespace guidepost::desktop {

/// Runs `action` whenever the window has got another size, once for several in a row.
///
/// Not from within wxEVT_SIZE: GTK is then giving out sizes, and a control that asks for another one is not
/// heard. Worse, what stands above it counts as asked already, so that no later change below it is laid out
/// until the whole window is resized. A window manager resizes a window right after it is shown, which made
/// first starts come up broken.
void on_resized(wxWindow& window, std::function<void()> action);

} // namespace guidepost::desktop
