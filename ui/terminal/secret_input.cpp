// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/secret_input.h"

#include "core/text/error.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace guidepost::terminal {
namespace {

constexpr std::size_t longest = 4'000;
constexpr int poll_ms = 100;

/// The keys typed are not shown until it goes.
class Unseen {
public:
    Unseen()
    {
        is_terminal_ = tcgetattr(STDIN_FILENO, &before_) == 0;
        auto quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (is_terminal_)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Unseen()
    {
        if (is_terminal_)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    termios before_{};
    bool is_terminal_ = false;
};

/// Byte by byte: a buffer of the library would keep a copy, and take the lines that follow.
std::string next_line(const Session& session)
{
    std::string line;
    for (;;) {
        if (session.stop.stop_requested())
            throw Error{Errc::cancelled, "Stopped. Nothing was done."};
        // Signals go to a thread of their own and would not wake a read.
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (poll(&input, 1, poll_ms) == 0)
            continue;
        char c = 0;
        const auto got = read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || c == '\n')
            break;
        if (line.size() == longest)
            throw Error{Errc::usage, "That is longer than any password or code. Nothing was done."};
        line += c;
    }
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

std::string ask_once(const Session& session, const std::string& prompt)
{
    if (isatty(STDIN_FILENO) == 0)
        return next_line(session);
    std::fprintf(stderr, "%s: ", prompt.c_str());
    const Unseen unseen;
    auto line = next_line(session);
    std::fputc('\n', stderr);
    return line;
}

} // namespace

std::string ask_secret(const Session& session, const std::string& prompt)
{
    auto secret = ask_once(session, prompt);
    if (secret.empty())
        throw Error{Errc::usage,
                    prompt + ": there is none. Type it, or give it as a line of stdin. Nothing was done."};
    return secret;
}

std::string ask_new_secret(const Session& session, const std::string& prompt)
{
    auto secret = ask_secret(session, prompt);
    if (isatty(STDIN_FILENO) != 0 && ask_once(session, prompt + ", once more") != secret)
        throw Error{Errc::usage, "The two are not the same. Nothing was done."};
    return secret;
}

} // namespace guidepost::terminal
