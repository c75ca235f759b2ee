// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/text/error.h"

#include <functional>
#include <string>

namespace guidepost::test {

/// What the action's Error says; "" when it throws none.
inline std::string error_of(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& e) {
        return e.what();
    }
    return "";
}

} // namespace guidepost::test
