// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <ctime>
#include <functional>

namespace guidepost::test {

/// The least processor time of several runs, in milliseconds; nothing disturbs all of them. Compare
/// two of these with each other, never one with a number.
inline double least_time(const std::function<void()>& action, int runs)
{
    double least = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::clock();
        action();
        least = std::min(least, 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return least;
}

} // namespace guidepost::test
