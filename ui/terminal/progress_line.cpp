// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/progress_line.h"

#include "ui/terminal/output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace guidepost::terminal {
namespace {

using namespace std::chrono_literals;

constexpr auto first_pause = 300ms; // work that is over by then needs no line
constexpr auto terminal_pause = 150ms;
constexpr auto log_pause = 5s;

} // namespace

ProgressLine::ProgressLine(std::string doing)
    : doing_{std::move(doing)}, to_terminal_{isatty(STDERR_FILENO) == 1}, last_{Clock::now()}
{}

ProgressLine::~ProgressLine()
{
    if (to_terminal_ && is_shown_)
        std::fputs("\r\033[K", stderr);
}

OnProgress ProgressLine::callback()
{
    return [this](Progress progress) {
        show(progress);
    };
}

void ProgressLine::show(Progress progress)
{
    const auto pause = !to_terminal_ ? log_pause : is_shown_ ? terminal_pause : first_pause;
    if (Clock::now() - last_ < pause)
        return;
    last_ = Clock::now();
    is_shown_ = true;
    const auto text = progress.total == 0
                          ? fmt::format("{}: {}", doing_, progress.done)
                          : fmt::format("{}: {} of {}", doing_, progress.done, progress.total);
    if (to_terminal_)
        std::fputs(("\r" + text + "\033[K").c_str(), stderr);
    else
        Output::message(text);
}

} // namespace guidepost::terminal
