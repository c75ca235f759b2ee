// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/journal/journal.h"
#include "ui/desktop/consultations/consultation_service.h"
#include "ui/desktop/consultations/guard_marks.h"

#include <wx/window.h>

#include <memory>
#include <optional>

namespace guidepost::desktop {

/// Asks for what an act needs: words, a colleague, an action. What is typed is journalled at every
/// keystroke and offered again; the caller removes the draft once the act was done. Nothing when it was
/// closed.
std::optional<ActInput> ask_for_act(wxWindow* parent, Act act, const OpenThread& open,
                                    journal::Journal& journal, std::shared_ptr<const GuardWords> words);

} // namespace guidepost::desktop
