// SPDX-License-Identifier: GPL-2.0-or-later
// What twice the text costs, said so that a busy machine does not change the answer.
#pragma once

#include <algorithm>
#include <ctime>
#include <functional>
#include <limits>

namespace guidepost::test {

/// Milliseconds of processor time for a text and for twice that text.
struct Growth {
    double once = std::numeric_limits<double>::infinity();
    double twice = std::numeric_limits<double>::infinity();

    /// Four milliseconds are too short to compare.
    bool is_within(double factor) const { return twice < 4 || twice <= factor * once; }
};

inline double processor_time(const std::function<void()>& action)
{
    const auto start = std::clock();
    action();
    return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// The least of each over several rounds, taken in turn until they are within the factor: other work
/// disturbs some rounds, never all, and what grows with the square stays at 4 however often it runs.
inline Growth growth(const std::function<void()>& once, const std::function<void()>& twice, double factor)
{
    constexpr int rounds = 16;
    Growth least;
    for (int i = 0; i < rounds && (i < 2 || !least.is_within(factor)); ++i) {
        least.once = std::min(least.once, processor_time(once));
        least.twice = std::min(least.twice, processor_time(twice));
    }
    return least;
}

} // namespace guidepost::test
