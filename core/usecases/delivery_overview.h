// SPDX-License-Identifier: GPL-2.0-or-later
// Who may deliver an option of a module, or all of it: how one person stands to it, and the region.
#pragma once

#include "core/desk/desk.h"
#include "core/pages/programme_pages.h"
#include "core/usecases/delivery_words.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::usecases {

struct DeliveryOverview {
    pages::DeliveryPage page = {};
    Delivery mine = {};                    ///< of who asks
    std::vector<Deliverer> region = {};    ///< those who could be asked or excepted
    std::vector<people::Staff> leads = {}; ///< who may make an exception
    DeliveryNames names = {};
};

/// `option` empty: the module as a whole. `who`: none, nobody is signed in. Throws as readable_module does.
DeliveryOverview read_delivery(const desk::Desk& desk, store::Connection& connection,
                               const std::string& module, const std::string& option,
                               const std::optional<people::Staff>& who);

} // namespace guidepost::usecases
