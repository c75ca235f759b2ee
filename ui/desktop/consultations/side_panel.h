// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/consultations/consultation_service.h"
#include "ui/desktop/widgets/flow_text.h"

#include <wx/scrolwin.h>

#include <vector>

namespace guidepost::desktop {

/// Beside a thread: the case, how it was routed, minutes, what happened. Hidden where there is no room;
/// the page then carries the same.
class SidePanel : public wxScrolledWindow {
public:
    explicit SidePanel(wxWindow* parent);

    void show(const OpenThread& open);

private:
    void heading(const wxString& words);
    void line(const std::string& words);
    void pair(const std::string& name, const std::string& value);
    void arrange();

    std::vector<FlowText*> texts_;
};

} // namespace guidepost::desktop
