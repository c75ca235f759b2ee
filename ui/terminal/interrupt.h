// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace guidepost::terminal {

/// Turns Ctrl-C (and SIGTERM, SIGHUP) into a request to stop, so that long work ends where the store
/// is whole. A second one, or ten seconds without an end, ends the program at once. Signals that were
/// ignored when the program started (nohup) stay ignored. Make it before any other thread.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return source_.get_token(); }
    bool happened() const { return source_.stop_requested(); }

private:
    void wait();

    sigset_t signals_{};
    std::stop_source source_;
    std::atomic<bool> is_over_ = false;
    std::thread waiter_;
};

} // namespace guidepost::terminal
