// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/killing.h"

#include "tests/support/catch.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

namespace guidepost::test {

std::size_t killed_after(std::chrono::microseconds delay, const std::function<void(const OnProgress&)>& work)
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        const OnProgress acknowledge = [&](Progress now) {
            if (write(ends[1], &now.done, sizeof now.done) != sizeof now.done)
                _exit(2);
        };
        try {
            work(acknowledge);
        } catch (...) {
            _exit(1); // whatever it is, the parent sees that the work did not end well
        }
        _exit(0);
    }
    close(ends[1]);
    std::this_thread::sleep_for(delay); // the random moment this test is about, not a wait for anything
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    const bool was_killed = WIFSIGNALED(status);
    const bool ended_well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    CHECK((was_killed || ended_well));
    std::size_t acknowledged = 0, number = 0;
    while (read(ends[0], &number, sizeof number) == sizeof number)
        acknowledged = number;
    close(ends[0]);
    return acknowledged;
}

std::chrono::microseconds time_of(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
}

} // namespace guidepost::test
