// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/single_instance.h"

#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <thread>
#include <utility>

namespace guidepost::desktop::platform {
namespace fs = std::filesystem;

/// A file descriptor that is closed when it leaves scope. Not in the unnamed namespace: Impl holds some.
class Descriptor {
public:
    explicit Descriptor(int fd = -1) : fd_{fd} {}
    ~Descriptor()
    {
        if (fd_ >= 0)
            close(fd_);
    }
    Descriptor(Descriptor&& other) noexcept : fd_{std::exchange(other.fd_, -1)} {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(fd_, other.fd_);
        return *this;
    }
    int get() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }

private:
    int fd_;
};

namespace {

constexpr std::size_t longest_message = 1000;
constexpr int patience_ms = 3000;

fs::path runtime_folder()
{
    const char* const runtime = std::getenv("XDG_RUNTIME_DIR");
    if (runtime && *runtime == '/')
        return fs::path{runtime} / "guidepost";
    return fs::temp_directory_path() / ("guidepost-" + std::to_string(getuid()));
}

/// What lies in a folder anyone may write to could have been put there by anyone.
void check_is_ours(const fs::path& folder)
{
    struct stat about {};
    if (lstat(folder.c_str(), &about) != 0 || !S_ISDIR(about.st_mode) || about.st_uid != getuid() ||
        (about.st_mode & 077) != 0)
        throw Error{Errc::storage, "The folder " + folder.string() +
                                       " is not private to this account. Remove it or correct its rights."};
}

sockaddr_un address_of(const fs::path& file)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (file.string().size() >= sizeof address.sun_path)
        throw Error{Errc::storage, "The path of " + file.string() + " is too long for a socket."};
    std::strcpy(address.sun_path, file.c_str());
    return address;
}

bool is_ready(int fd, short what, int timeout_ms)
{
    pollfd watched{fd, what, 0};
    return poll(&watched, 1, timeout_ms) == 1;
}

/// Up to the first line feed; nothing when it is late, too long or unfinished.
std::optional<std::string> read_line(int fd)
{
    std::string line;
    while (line.size() <= longest_message && is_ready(fd, POLLIN, patience_ms)) {
        char c = 0;
        if (read(fd, &c, 1) != 1)
            return {};
        if (c == '\n')
            return line;
        line += c;
    }
    return {};
}

bool send_line(int fd, const std::string& line)
{
    const auto bytes = line + "\n";
    return send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
}

} // namespace

struct SingleInstance::Impl {
    fs::path socket_file;
    Descriptor lock;
    bool is_second = false;
    Descriptor listening;
    Descriptor wake;
    std::jthread thread;
};

SingleInstance::SingleInstance(const fs::path& profile) : impl_{std::make_unique<Impl>()}
{
    const auto folder = runtime_folder();
    make_private_folder(folder);
    check_is_ours(folder);
    const auto name = sha256(fs::weakly_canonical(profile).string()).substr(0, 16);
    impl_->socket_file = folder / (name + ".socket");
    const auto lock_file = folder / (name + ".lock");
    impl_->lock = Descriptor{open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!impl_->lock)
        throw Error{Errc::storage,
                    "The lock file " + lock_file.string() + " cannot be made: " + std::strerror(errno)};
    impl_->is_second = flock(impl_->lock.get(), LOCK_EX | LOCK_NB) != 0;
}

SingleInstance::~SingleInstance()
{
    if (!impl_->thread.joinable())
        return;
    impl_->thread.request_stop();
    eventfd_write(impl_->wake.get(), 1);
    impl_->thread.join();
    unlink(impl_->socket_file.c_str());
}

bool SingleInstance::is_second() const
{
    return impl_->is_second;
}

bool SingleInstance::hand_over(const std::string& message) const
{
    const auto address = address_of(impl_->socket_file);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds{patience_ms};
    // The first one may have its lock and not yet its socket.
    while (std::chrono::steady_clock::now() < deadline) {
        const Descriptor socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
        if (socket && connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
            return send_line(socket.get(), message) && read_line(socket.get()) == "ok";
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return false;
}

void SingleInstance::listen(std::function<void(std::string)> on_message)
{
    const auto address = address_of(impl_->socket_file);
    unlink(impl_->socket_file.c_str()); // a killed program's: we hold the lock
    impl_->listening = Descriptor{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    impl_->wake = Descriptor{eventfd(0, EFD_CLOEXEC)};
    if (!impl_->listening || !impl_->wake ||
        bind(impl_->listening.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(impl_->listening.get(), 4) != 0)
        throw Error{Errc::storage,
                    "The socket " + impl_->socket_file.string() + " cannot be made: " + std::strerror(errno)};
    impl_->thread = std::jthread{[this, on_message = std::move(on_message)](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::array<pollfd, 2> watched{
                {{impl_->listening.get(), POLLIN, 0}, {impl_->wake.get(), POLLIN, 0}}};
            if (poll(watched.data(), watched.size(), -1) < 1 || !(watched[0].revents & POLLIN))
                continue;
            const Descriptor caller{accept4(impl_->listening.get(), nullptr, nullptr, SOCK_CLOEXEC)};
            if (!caller)
                continue;
            if (auto line = read_line(caller.get())) {
                on_message(std::move(*line));
                send_line(caller.get(), "ok");
            }
        }
    }};
}

} // namespace guidepost::desktop::platform
