// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/render.h"
#include "core/pages/templates.h"

namespace guidepost::pages {

std::string message_page(const MessagePage& page, const Look& look)
{
    Data data;
    data.set("title", title_to_show(page.title));
    data.set("paragraphs", list_of(page.paragraphs));
    data.set("has_next_steps", !page.next_steps.empty());
    data.set("next_steps", list_of(page.next_steps));
    return whole_page(page.title, templates::message, data, look);
}

} // namespace guidepost::pages
