// SPDX-License-Identifier: GPL-2.0-or-later
// What a longer text costs, said so that a busy machine does not change the answer.
#pragma once

#include <malloc.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <limits>

namespace guidepost::test {

/// Milliseconds of processor time for a text and for one `span` times as long. In proportion is 16, with the
/// square is 256: a machine whose caches are small or shared moves the first to 30 and never to the second,
/// which one doubling (2 against 4) cannot promise.
struct Growth {
    static constexpr std::size_t span = 16;

    double once = std::numeric_limits<double>::infinity();
    double longer = std::numeric_limits<double>::infinity();

    /// Within three times the proportion. Four milliseconds are too short to compare.
    bool is_in_proportion() const { return longer < 4 || longer <= 3 * span * once; }
};

inline double processor_time(const std::function<void()>& action)
{
    const auto start = std::clock();
    action();
    return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// The least of each over several rounds, taken in turn until they are in proportion: other work disturbs
/// some rounds, never all. Memory that was freed is kept for the next round: what the system takes to hand
/// it out anew depends on the machine, and only the longer text would pay it.
inline Growth growth(const std::function<void()>& once, const std::function<void()>& longer)
{
    constexpr int rounds = 10, never = 1 << 30;
    mallopt(M_TRIM_THRESHOLD, never);
    mallopt(M_MMAP_THRESHOLD, never);
    Growth least;
    for (int i = 0; i < rounds && (i < 1 || !least.is_in_proportion()); ++i) {
        least.once = std::min(least.once, processor_time(once));
        least.longer = std::min(least.longer, processor_time(longer));
    }
    return least;
}

} // namespace guidepost::test
