// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/timings.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>

namespace guidepost::bench {

void Timings::add(Clock::duration took, std::size_t hits, const std::string& text)
{
    const double ms = std::chrono::duration<double, std::milli>(took).count();
    ms_.push_back(ms);
    fmt::print("{:.1f}\t{}\t{}\n", ms * 1000, hits, text);
}

std::string Timings::summary() const
{
    if (ms_.empty())
        return "nothing was asked";
    auto sorted = ms_;
    std::sort(sorted.begin(), sorted.end());
    // The value that so large a share of the answers does not exceed.
    const auto percentile = [&](double share) {
        const auto rank = std::ceil(share * static_cast<double>(sorted.size()));
        return sorted[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
    };
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return fmt::format(
        "{} answers: p50 {:.2f} ms, p95 {:.2f} ms, p99 {:.2f} ms, slowest {:.2f} ms; peak memory {} MiB",
        sorted.size(), percentile(0.50), percentile(0.95), percentile(0.99), sorted.back(),
        used.ru_maxrss / 1024);
}

} // namespace guidepost::bench
