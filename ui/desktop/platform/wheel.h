// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace guidepost::desktop::platform {

/// From now on the wheel changes no value anywhere: over a closed drop-down, a number or a slider it
/// scrolls what they stand in. Once, after the toolkit has started and before the first window.
void keep_wheel_from_values();

} // namespace guidepost::desktop::platform
