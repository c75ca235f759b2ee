// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/flow_panel.h"

#include "ui/desktop/platform/style.h"

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int between_items = 6, between_lines = 6;

} // namespace

FlowPanel::FlowPanel(wxWindow* parent, const char* style) : wxPanel{parent}
{
    if (style)
        platform::add_style(*this, style);
}

int FlowPanel::width_on_one_line() const
{
    int all = -FromDIP(between_items);
    for (const auto* const child : GetChildren())
        if (child->IsShown())
            all += child->GetBestSize().x + FromDIP(between_items);
    return std::max(all, 0);
}

bool FlowPanel::flow_to(int width)
{
    std::vector<wxWindow*> line;
    int x = 0, y = 0, height = 0;
    bool is_one_line = true;
    const auto end_line = [&] {
        int at = 0;
        for (auto* const window : line) {
            if (window == right_ && y == 0 && is_one_line)
                at += width - (x - FromDIP(between_items));
            const auto size = window->GetBestSize();
            window->SetSize(at, y + (height - size.y) / 2, size.x, size.y);
            at += size.x + FromDIP(between_items);
        }
        y += height;
        line.clear();
        x = height = 0;
    };
    is_one_line = width_on_one_line() <= width;
    for (auto* const child : GetChildren()) {
        if (!child->IsShown())
            continue;
        const auto size = child->GetBestSize();
        if (!line.empty() && x + size.x > width) {
            end_line();
            y += FromDIP(between_lines);
        }
        line.push_back(child);
        x += size.x + FromDIP(between_items);
        height = std::max(height, size.y);
    }
    end_line();
    const wxSize wanted{width, y};
    const bool has_changed = GetMinSize() != wanted;
    SetMinSize(wanted);
    return has_changed;
}

} // namespace guidepost::desktop
