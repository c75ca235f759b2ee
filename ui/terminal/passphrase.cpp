// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/passphrase.h"

#include "core/values/error.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace guidepost::terminal {
namespace {

constexpr std::size_t longest = 1000;

/// The keys typed are not shown until it goes.
class Unseen {
public:
    Unseen()
    {
        tcgetattr(STDIN_FILENO, &before_);
        auto quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Unseen() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    termios before_{};
};

/// Byte by byte: a buffer of the library would keep a copy of it, and take what follows.
std::string line_of_stdin()
{
    std::string line;
    char c = 0;
    while (line.size() < longest && read(STDIN_FILENO, &c, 1) == 1 && c != '\n')
        line += c;
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

std::string typed(const std::string& prompt)
{
    std::fprintf(stderr, "%s: ", prompt.c_str());
    const Unseen unseen;
    auto line = line_of_stdin();
    std::fputc('\n', stderr);
    return line;
}

} // namespace

std::string ask_passphrase(const std::string& prompt, Asking asking)
{
    const bool is_terminal = isatty(STDIN_FILENO) != 0;
    auto passphrase = is_terminal ? typed(prompt) : line_of_stdin();
    if (passphrase.empty())
        throw Error{Errc::usage, "There is no passphrase: type one, or give it as the first line of stdin."};
    if (is_terminal && asking == Asking::twice && typed("Once more") != passphrase)
        throw Error{Errc::usage, "The two passphrases are not the same. Nothing was done."};
    return passphrase;
}

} // namespace guidepost::terminal
