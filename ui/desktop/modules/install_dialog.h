// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/modules/module_service.h"

#include <wx/window.h>

#include <optional>
#include <string>

namespace guidepost::desktop {

/// Asks for a pack, looks at it and says what it is before anything is installed. What nobody signed is
/// installed only when the person says so, and not at all with `no_unsigned`, which says why. It is `by` who
/// installs. Nothing: it was left be.
std::optional<desk::Desk::InstalledModule> install_pack(wxWindow* parent, ModuleService& service,
                                                        const people::Staff& by,
                                                        const std::string& no_unsigned);

} // namespace guidepost::desktop
