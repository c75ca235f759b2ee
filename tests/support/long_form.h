// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdlib>

namespace guidepost::test {

/// How often an attack is tried: briefly with every test run, in full with `script/test long`.
inline int times(int in_short, int in_full)
{
    return std::getenv("GUIDEPOST_LONG") ? in_full : in_short;
}

} // namespace guidepost::test
