// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/links/link.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace guidepost::desktop {

/// Where the reader has been: back and forward as in a browser. A place without an article is the
/// home page.
class History {
public:
    /// Goes to a new place; what lay ahead is forgotten. Going where one already is changes nothing.
    void visit(const Link& place);

    /// The same page, another spot on it: Back then returns to this spot.
    void move_within(const std::string& anchor);

    bool can_go_back() const { return at_ > 0; }
    bool can_go_forward() const { return at_ + 1 < places_.size(); }

    /// Nothing when there is no such way.
    std::optional<Link> back();
    std::optional<Link> forward();

    std::optional<Link> current() const;

private:
    static constexpr std::size_t longest = 200;
    std::vector<Link> places_;
    std::size_t at_ = 0;
};

} // namespace guidepost::desktop
