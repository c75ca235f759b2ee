// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace guidepost::bench {

using Clock = std::chrono::steady_clock;

/// How long each of many answers took.
class Timings {
public:
    /// Prints "microseconds TAB hits TAB text" to stdout and keeps the time.
    void add(Clock::duration took, std::size_t hits, const std::string& text);

    /// "364 answers: p50 1.69 ms, p95 6.10 ms, p99 11.32 ms, slowest 23.50 ms; peak memory 45 MiB"; the
    /// memory is that of this process until now.
    std::string summary() const;

private:
    std::vector<double> ms_;
};

} // namespace guidepost::bench
