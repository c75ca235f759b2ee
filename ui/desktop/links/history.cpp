// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/links/history.h"

namespace guidepost::desktop {

void History::visit(const Link& place)
{
    if (!places_.empty()) {
        if (places_[at_] == place)
            return;
        places_.resize(at_ + 1);
    }
    places_.push_back(place);
    if (places_.size() > longest)
        places_.erase(places_.begin());
    at_ = places_.size() - 1;
}

void History::move_within(const std::string& anchor)
{
    if (!places_.empty())
        places_[at_].anchor = anchor;
}

std::optional<Link> History::back()
{
    if (!can_go_back())
        return {};
    return places_[--at_];
}

std::optional<Link> History::forward()
{
    if (!can_go_forward())
        return {};
    return places_[++at_];
}

std::optional<Link> History::current() const
{
    if (places_.empty())
        return {};
    return places_[at_];
}

} // namespace guidepost::desktop
