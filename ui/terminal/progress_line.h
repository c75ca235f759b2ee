// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/values/progress.h"

#include <chrono>
#include <memory>
#include <string>

namespace guidepost::terminal {

/// How far long work has come, on stderr: one line that changes where stderr is a terminal, else a
/// line every few seconds. Work that is over within a moment shows nothing.
class ProgressLine {
public:
    /// `doing`: "Indexing articles".
    explicit ProgressLine(std::string doing);
    ~ProgressLine(); ///< takes the changing line away
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// To be called by the work; must not outlive this object.
    OnProgress callback();

private:
    void show(Progress progress);

    using Clock = std::chrono::steady_clock;
    std::string doing_;
    bool to_terminal_;
    bool is_shown_ = false;
    Clock::time_point last_;
};

} // namespace guidepost::terminal
