// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace guidepost::test {
namespace {

struct Ends {
    int ours = -1;
    int theirs = -1;
};

Ends make_pipe(bool we_read)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::runtime_error{"no pipe"};
    return we_read ? Ends{ends[0], ends[1]} : Ends{ends[1], ends[0]};
}

Ends make_terminal()
{
    Ends ends;
    if (openpty(&ends.ours, &ends.theirs, nullptr, nullptr, nullptr) != 0)
        throw std::runtime_error{"no pseudo-terminal"};
    fcntl(ends.ours, F_SETFD, FD_CLOEXEC);
    fcntl(ends.theirs, F_SETFD, FD_CLOEXEC);
    return ends;
}

void close_once(int& fd)
{
    if (fd >= 0)
        close(fd);
    fd = -1;
}

[[noreturn]] void become(const Command& command, int in, int out, int err)
{
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    // The test framework's own handlers must not run in the child.
    for (int signal = 1; signal < NSIG; ++signal)
        std::signal(signal, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const auto& [name, value] : command.environment)
        value ? setenv(name.c_str(), value->c_str(), 1) : unsetenv(name.c_str());
    constexpr uid_t nobody = 65534;
    if (command.without_rights && geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
        _exit(126);
    if (!command.folder.empty() && chdir(command.folder.c_str()) != 0)
        _exit(126);
    std::vector<char*> argv;
    for (const auto& argument : command.argv)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execvp(argv[0], argv.data());
    _exit(127);
}

} // namespace

Process::Process(const Command& command)
{
    auto in = make_pipe(false), err = make_pipe(true);
    auto out = command.out_is_terminal ? make_terminal() : make_pipe(true);
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    pid_ = fork();
    if (pid_ == 0)
        become(command, in.theirs, out.theirs, err.theirs);
    sigprocmask(SIG_SETMASK, &before, nullptr);
    if (pid_ < 0)
        throw std::runtime_error{"cannot start a program"};
    close_once(in.theirs);
    close_once(out.theirs);
    close_once(err.theirs);
    out_ = out.ours;
    err_ = err.ours;
    if (command.out_is_closed)
        close_once(out_);
    // Small inputs only: they fit into the pipe.
    std::signal(SIGPIPE, SIG_IGN);
    if (!command.input.empty() && write(in.ours, command.input.data(), command.input.size()) < 0)
        outcome_.err += "(the program did not read its input)";
    if (command.in_stays_open)
        in_ = in.ours;
    else
        close_once(in.ours);
}

Process::~Process()
{
    if (pid_ > 0) {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    close_once(in_);
    close_once(out_);
    close_once(err_);
}

bool Process::wait_for_input_read(std::chrono::milliseconds longest) const
{
    const auto deadline = std::chrono::steady_clock::now() + longest;
    for (;;) {
        int left = 0;
        if (ioctl(in_, FIONREAD, &left) != 0 || kill(pid_, 0) != 0)
            return false;
        if (left == 0)
            return true;
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        poll(nullptr, 0, 5);
    }
}

void Process::send(int signal) const
{
    if (pid_ > 0)
        kill(pid_, signal);
}

bool Process::read_some()
{
    std::array<pollfd, 2> waiting{{{out_, POLLIN, 0}, {err_, POLLIN, 0}}};
    poll(waiting.data(), waiting.size(), 50);
    const auto take = [](const pollfd& at, int& fd, std::string& text) {
        if (at.revents == 0 || fd < 0)
            return;
        std::array<char, 65536> buffer{};
        // A terminal whose other end is gone answers with an error instead of an end.
        if (const auto got = read(fd, buffer.data(), buffer.size()); got > 0)
            text.append(buffer.data(), static_cast<std::size_t>(got));
        else
            close_once(fd);
    };
    take(waiting[0], out_, outcome_.out);
    take(waiting[1], err_, outcome_.err);
    return out_ >= 0 || err_ >= 0;
}

bool Process::wait_for_err(const std::string& text, std::chrono::milliseconds longest)
{
    const auto deadline = std::chrono::steady_clock::now() + longest;
    while (outcome_.err.find(text) == std::string::npos)
        if (!read_some() || std::chrono::steady_clock::now() > deadline)
            return outcome_.err.find(text) != std::string::npos;
    return true;
}

Outcome Process::finish(std::chrono::milliseconds longest)
{
    const auto deadline = std::chrono::steady_clock::now() + longest;
    while (read_some())
        if (std::chrono::steady_clock::now() > deadline) {
            outcome_.err += "(killed: it took too long)";
            kill(pid_, SIGKILL);
            break;
        }
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    outcome_.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    outcome_.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    outcome_.left_core = WIFSIGNALED(status) && WCOREDUMP(status);
    return outcome_;
}

Outcome run(const Command& command)
{
    Process process{command};
    return process.finish();
}

} // namespace guidepost::test
