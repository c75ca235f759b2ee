// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace guidepost::desktop::platform {

/// How long ago the program was started, loading of libraries included; 0 when unknown.
double process_age_ms();

} // namespace guidepost::desktop::platform
