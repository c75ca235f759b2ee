// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/interrupt.h"

#include "ui/terminal/session.h"

#include <unistd.h>

namespace guidepost::terminal {
namespace {

constexpr timespec longest_end{10, 0};

} // namespace

Interrupt::Interrupt()
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that went away is seen when writing
    sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now {};
        if (sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaddset(&signals_, signal);
    }
    // For the thread that ends this object: never sent from outside.
    sigaddset(&signals_, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    waiter_ = std::thread{[this] {
        wait();
    }};
}

Interrupt::~Interrupt()
{
    is_over_ = true;
    pthread_kill(waiter_.native_handle(), SIGUSR1);
    waiter_.join();
}

void Interrupt::wait()
{
    int signal = 0;
    sigwait(&signals_, &signal);
    if (is_over_)
        return;
    source_.request_stop();
    sigtimedwait(&signals_, nullptr, &longest_end);
    if (!is_over_)
        _exit(static_cast<int>(Exit::interrupted));
}

} // namespace guidepost::terminal
