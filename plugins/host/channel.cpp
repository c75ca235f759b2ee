// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/host/channel.h"

#include "plugins/api/host_protocol.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace guidepost::host {
namespace {

constexpr int first_own = protocol::library_fd + 1;

bool read_all(int fd, char* to, std::size_t size)
{
    while (size > 0) {
        const auto got = read(fd, to, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

bool write_all(int fd, const char* from, std::size_t size)
{
    while (size > 0) {
        const auto put = write(fd, from, size);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        from += put;
        size -= static_cast<std::size_t>(put);
    }
    return true;
}

} // namespace

Channel::Channel()
{
    close_range(first_own, ~0u, 0);
    in_ = fcntl(STDIN_FILENO, F_DUPFD, first_own);
    out_ = fcntl(STDOUT_FILENO, F_DUPFD, first_own);
    const int nothing = open("/dev/null", O_RDWR);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        dup2(nothing, standard);
    close(nothing);
}

std::optional<std::string> Channel::receive() const
{
    std::array<unsigned char, 4> head{};
    if (!read_all(in_, reinterpret_cast<char*>(head.data()), head.size()))
        return std::nullopt;
    const std::size_t size = head[0] | head[1] << 8 | head[2] << 16 | std::uint32_t{head[3]} << 24;
    if (size > protocol::largest_request)
        return std::nullopt;
    std::string message(size, '\0');
    if (!read_all(in_, message.data(), size))
        return std::nullopt;
    return message;
}

bool Channel::send(std::string_view message) const
{
    const auto size = static_cast<std::uint32_t>(message.size());
    const std::array<char, 4> head{static_cast<char>(size), static_cast<char>(size >> 8),
                                   static_cast<char>(size >> 16), static_cast<char>(size >> 24)};
    return write_all(out_, head.data(), head.size()) && write_all(out_, message.data(), message.size());
}

} // namespace guidepost::host
