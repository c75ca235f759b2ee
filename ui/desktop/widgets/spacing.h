// SPDX-License-Identifier: GPL-2.0-or-later
// Distances and sizes that pages share.
#pragma once

namespace guidepost::desktop {

inline constexpr int page_margin = 14;     ///< beside what is read or listed, in pixels before scaling
inline constexpr int form_margin = 16;     ///< around what is filled in
inline constexpr float small_text = 0.92F; ///< of the usual size

} // namespace guidepost::desktop
