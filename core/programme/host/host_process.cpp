// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/host/host_process.h"

#include "core/text/error.h"
#include "plugins/api/host_protocol.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace guidepost::programme {
namespace {

/// posix_spawn's two lists, freed with the object.
struct SpawnPlan {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;

    SpawnPlan()
    {
        posix_spawn_file_actions_init(&files);
        posix_spawnattr_init(&attributes);
        // The desk may block or ignore signals; the host starts as programs do.
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        // A group of its own: Ctrl-C is for the desk.
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes,
                                 POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&files);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
};

/// A copy of the file whose number is above those the protocol gives out: dup2 in the child must not
/// overwrite one that comes later.
OpenFile out_of_the_way(int fd)
{
    OpenFile copy{fcntl(fd, F_DUPFD_CLOEXEC, protocol::library_fd + 10)};
    if (copy.fd() < 0)
        throw Error{Errc::failure, fmt::format("There are no open files left ({}).", std::strerror(errno))};
    return copy;
}

} // namespace

HostProcess::HostProcess(const std::filesystem::path& program, const OpenFile& folder,
                         const OpenFile& library)
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw Error{Errc::failure, fmt::format("There is no socket to be had ({}).", std::strerror(errno))};
    socket_ = OpenFile{ends[0]};
    const OpenFile end{ends[1]};
    fcntl(socket_.fd(), F_SETFL, O_NONBLOCK);
    const auto theirs = out_of_the_way(end.fd());
    const auto for_folder = out_of_the_way(folder.fd()), for_library = out_of_the_way(library.fd());

    SpawnPlan plan;
    posix_spawn_file_actions_adddup2(&plan.files, theirs.fd(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&plan.files, theirs.fd(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&plan.files, for_folder.fd(), protocol::folder_fd);
    posix_spawn_file_actions_adddup2(&plan.files, for_library.fd(), protocol::library_fd);
    posix_spawn_file_actions_addclosefrom_np(&plan.files, protocol::library_fd + 1);
    auto name = program.string();
    std::array<char*, 2> argv{name.data(), nullptr};
    std::array<char*, 1> environment{nullptr};
    const int error =
        posix_spawn(&pid_, name.c_str(), &plan.files, &plan.attributes, argv.data(), environment.data());
    if (error != 0) {
        pid_ = -1;
        throw Error{Errc::failure, fmt::format("{} cannot be started: {}. Install Guidepost again.", name,
                                               std::strerror(error))};
    }
}

HostProcess::~HostProcess()
{
    kill();
}

HostProcess::Outcome HostProcess::wait_for(short events, Deadline deadline) const
{
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return Outcome::too_late;
        pollfd waiting{socket_.fd(), events, 0};
        const int ready = poll(&waiting, 1, static_cast<int>(std::min<long long>(left.count(), 60'000)));
        if (ready > 0)
            return Outcome::done;
        if (ready < 0 && errno != EINTR)
            return Outcome::ended;
    }
}

HostProcess::Outcome HostProcess::move(char* bytes, std::size_t size, bool is_sending, Deadline deadline)
{
    while (size > 0) {
        // MSG_NOSIGNAL: a host that is gone must not take the desk along.
        const auto moved = is_sending ? ::send(socket_.fd(), bytes, size, MSG_NOSIGNAL)
                                      : ::recv(socket_.fd(), bytes, size, 0);
        if (moved > 0) {
            bytes += moved;
            size -= static_cast<std::size_t>(moved);
            continue;
        }
        if (moved == 0 || (errno != EAGAIN && errno != EINTR))
            return Outcome::ended;
        if (const auto outcome = wait_for(is_sending ? POLLOUT : POLLIN, deadline); outcome != Outcome::done)
            return outcome;
    }
    return Outcome::done;
}

HostProcess::Outcome HostProcess::send(std::string_view message, Deadline deadline)
{
    const auto size = static_cast<std::uint32_t>(message.size());
    std::string frame{static_cast<char>(size), static_cast<char>(size >> 8), static_cast<char>(size >> 16),
                      static_cast<char>(size >> 24)};
    frame += message;
    return move(frame.data(), frame.size(), true, deadline);
}

HostProcess::Outcome HostProcess::receive(std::string& message, std::size_t largest, Deadline deadline)
{
    std::array<char, 4> head{};
    if (const auto outcome = move(head.data(), head.size(), false, deadline); outcome != Outcome::done)
        return outcome;
    std::size_t size = 0;
    for (std::size_t i = head.size(); i-- > 0;)
        size = size << 8 | static_cast<unsigned char>(head[i]);
    if (size > largest)
        return Outcome::too_large;
    message.assign(size, '\0');
    return move(message.data(), size, false, deadline);
}

bool HostProcess::has_news() const
{
    pollfd waiting{socket_.fd(), POLLIN, 0};
    return poll(&waiting, 1, 0) > 0;
}

std::string HostProcess::kill()
{
    if (pid_ < 0)
        return {};
    // Its end of the socket closes a moment before the process can be waited for.
    const bool had_gone = [&] {
        pollfd waiting{socket_.fd(), 0, 0};
        return poll(&waiting, 1, 0) > 0 && (waiting.revents & POLLHUP);
    }();
    int status = 0;
    pid_t got = 0;
    for (int i = 0; i < 50 && had_gone && got == 0; ++i) {
        got = waitpid(pid_, &status, WNOHANG);
        if (got == 0)
            usleep(1000);
    }
    const bool ended_by_itself = got == pid_;
    if (!ended_by_itself) {
        ::kill(pid_, SIGKILL);
        while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
    }
    pid_ = -1;
    if (!ended_by_itself)
        return {};
    if (WIFSIGNALED(status))
        return fmt::format("it was ended by signal {} ({})", WTERMSIG(status), strsignal(WTERMSIG(status)));
    return fmt::format("it ended with {}", WEXITSTATUS(status));
}

} // namespace guidepost::programme
