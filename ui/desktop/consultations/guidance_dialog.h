// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/consultation/acts/to_guidance.h"
#include "ui/desktop/consultations/guard_marks.h"

#include <wx/window.h>

#include <memory>
#include <optional>

namespace guidepost::desktop {

/// Shows what an answer would become a draft of guidance with, so that a person takes out what no guard
/// knows. Nothing when it was closed.
std::optional<consultation::GuidanceDraft> check_guidance(wxWindow* parent,
                                                          const consultation::GuidanceDraft& draft,
                                                          std::shared_ptr<const GuardWords> words);

} // namespace guidepost::desktop
