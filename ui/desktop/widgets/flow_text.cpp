// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/flow_text.h"

#include "ui/desktop/platform/style.h"
#include "ui/desktop/platform/text_layout.h"

namespace guidepost::desktop {

FlowText::FlowText(wxWindow* parent, const char* style) : wxStaticText{parent, wxID_ANY, ""}
{
    if (style)
        platform::add_style(*this, style);
}

void FlowText::set_text(const wxString& text)
{
    SetLabelText(text);
    fit_to(width_);
}

void FlowText::set_markup(const wxString& markup)
{
    SetLabelMarkup(markup);
    fit_to(width_);
}

bool FlowText::fit_to(int width)
{
    width_ = width;
    const auto before = GetMinSize();
    platform::wrap_label(*this, width);
    return GetMinSize() != before;
}

} // namespace guidepost::desktop
