// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/form_scroll.h"

#include <wx/textctrl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int step = 12;
constexpr int air = 10; ///< around what is brought into view

/// Where the line being written stands within the field, or the whole field.
wxRect part_that_matters(const wxWindow& window, int room)
{
    wxRect part{wxPoint{0, 0}, window.GetSize()};
    const auto* const field = dynamic_cast<const wxTextCtrl*>(&window);
    if (part.height <= room || !field || !field->IsMultiLine())
        return part;
    const auto caret = field->PositionToCoords(field->GetInsertionPoint());
    if (caret == wxDefaultPosition)
        return part;
    return {0, std::clamp(caret.y, 0, part.height), part.width, field->GetCharHeight() * 2};
}

} // namespace

FormScroll::FormScroll(wxWindow* parent, Ways ways)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxTAB_TRAVERSAL | wxVSCROLL | (ways == Ways::down_and_across ? wxHSCROLL : 0)}
{
    SetScrollRate(ways == Ways::down_and_across ? FromDIP(step) : 0, FromDIP(step));
    const auto follow = [this](auto& event) {
        event.Skip();
        // After the layout that the same event may bring.
        CallAfter([this] { bring_focus_into_view(); });
    };
    Bind(wxEVT_CHILD_FOCUS, [follow](wxChildFocusEvent& event) { follow(event); });
    Bind(wxEVT_TEXT, [follow](wxCommandEvent& event) { follow(event); });
}

void FormScroll::bring_focus_into_view()
{
    const auto* const focus = FindFocus();
    if (focus && focus != this && IsDescendant(const_cast<wxWindow*>(focus)) && focus->IsShownOnScreen())
        bring_into_view(*focus);
}

void FormScroll::bring_into_view(const wxWindow& window)
{
    const int room = GetClientSize().y;
    auto part = part_that_matters(window, room);
    part.y += ScreenToClient(window.ClientToScreen(wxPoint{0, 0})).y;
    const int margin = std::clamp((room - part.height) / 2, 0, FromDIP(air));
    int move = 0;
    if (part.y < margin || part.height > room)
        move = part.y - margin;
    else if (part.GetBottom() > room - margin)
        move = part.GetBottom() - room + margin;
    if (move == 0)
        return;
    int unit = 0, now = 0;
    GetScrollPixelsPerUnit(nullptr, &unit);
    GetViewStart(nullptr, &now);
    if (unit <= 0)
        return;
    // Towards the movement, so that a part of a step is not left hidden.
    const int steps = move > 0 ? (move + unit - 1) / unit : -((-move + unit - 1) / unit);
    Scroll(-1, std::max(now + steps, 0));
}

} // namespace guidepost::desktop
