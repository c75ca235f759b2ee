// SPDX-License-Identifier: GPL-2.0-or-later
// What is missing before something may be delivered, and, for a lead, the exception that lets somebody all
// the same.
#pragma once

#include "ui/desktop/programmes/programme_service.h"

#include <wx/window.h>

#include <optional>

namespace guidepost::desktop {

struct GateAsked {
    wxString what = {};     ///< the option
    people::Staff who = {}; ///< at the window
    usecases::DeliveryOverview overview = {};
    enum class For { printing, exception } purpose = For::printing;
    bool can_record = true; ///< the desk may be written: an exception can be made
};

/// For whom it is printed, with the exception to make first, if one is needed. Nothing: it is not printed.
struct GateAnswer {
    people::Staff deliverer = {};
    std::optional<usecases::ExceptDelivery> exception = {};
};
std::optional<GateAnswer> ask_at_gate(wxWindow* parent, const GateAsked& asked);

} // namespace guidepost::desktop
