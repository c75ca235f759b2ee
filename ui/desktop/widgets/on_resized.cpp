// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/on_resized.h"

#include <memory>
#include <utility>

namespace guidepost::desktop {

void on_resized(wxWindow& window, std::function<void()> action)
{
    const auto is_waiting = std::make_shared<bool>(false);
    window.Bind(wxEVT_SIZE, [&window, is_waiting, action = std::move(action)](wxSizeEvent& event) {
        event.Skip();
        if (std::exchange(*is_waiting, true))
            return;
        window.CallAfter([is_waiting, action] {
            *is_waiting = false;
            action();
        });
    });
}

} // namespace guidepost::desktop
