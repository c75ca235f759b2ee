// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/text_input.h"

#include "core/text/error.h"
#include "core/text/files.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace guidepost::terminal {

std::string text_from(const std::string& file, std::size_t limit)
{
    if (!file.empty() && file != "-")
        return read_file(file, limit);
    std::string text;
    std::array<char, 64 * 1024> part{};
    for (;;) {
        const auto count = ::read(STDIN_FILENO, part.data(), part.size());
        if (count < 0 && errno == EINTR)
            throw Error{Errc::cancelled, "Stopped."};
        if (count < 0)
            throw Error{Errc::failure, "What comes in on stdin cannot be read."};
        if (count == 0)
            return text;
        text.append(part.data(), static_cast<std::size_t>(count));
        if (text.size() > limit)
            throw Error{Errc::usage, fmt::format("This is more than {} KB of text.", limit / 1024)};
    }
}

} // namespace guidepost::terminal
