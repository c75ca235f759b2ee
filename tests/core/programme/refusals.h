// SPDX-License-Identifier: GPL-2.0-or-later
// What an action was refused with.
#pragma once

#include "core/text/error.h"
#include "tests/support/catch.h"

#include <string>

namespace guidepost::test {

/// The code of the Error it throws; none when it throws none.
template <class Action>
Errc code_of(const Action& action)
{
    try {
        action();
    } catch (const Error& e) {
        UNSCOPED_INFO(e.what());
        return e.code();
    }
    return {};
}

/// The sentence of the Error it throws; "" when it throws none.
template <class Action>
std::string words_of(const Action& action)
{
    try {
        action();
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

} // namespace guidepost::test
