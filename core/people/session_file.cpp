// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/session_file.h"

#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>

namespace guidepost::people {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "guidepost-session-1\n";
constexpr std::size_t token_size = 64;

fs::path folder_for(const fs::path& profile)
{
    const char* value = std::getenv("XDG_RUNTIME_DIR");
    const fs::path runtime = value ? value : "";
    // The XDG rules: a path that is not absolute is ignored.
    std::error_code ignored;
    if (runtime.is_absolute() && fs::is_directory(runtime, ignored))
        return runtime / "guidepost";
    return profile;
}

class File {
public:
    explicit File(const fs::path& path)
        : fd_{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)}
    {}
    ~File()
    {
        if (fd_ >= 0)
            close(fd_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

Timestamp microseconds(const timespec& time)
{
    return Timestamp{time.tv_sec} * 1'000'000 + time.tv_nsec / 1'000;
}

} // namespace

SessionFile::SessionFile(const fs::path& profile)
{
    std::error_code ignored;
    const auto whole = fs::weakly_canonical(fs::absolute(profile), ignored);
    path_ = folder_for(profile) / fmt::format("session-{:016x}", checksum(whole.native()));
}

std::optional<std::string> SessionFile::read(Timestamp now) const
{
    const auto refuse = [&](const char* why) {
        throw Error{Errc::refused,
                    fmt::format("The session in {} is not used: {}. Sign in again.", path_.string(), why)};
    };
    const File file{path_};
    if (file.get() < 0) {
        if (errno == ELOOP)
            refuse("it is a link");
        return std::nullopt;
    }
    struct stat status {};
    if (fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        refuse("it is no regular file");
    if (status.st_uid != geteuid())
        refuse("it belongs to another account");
    if ((status.st_mode & 077) != 0)
        refuse("other accounts may read or write it, so it may have been taken or put there");
    std::string content(first_line.size() + token_size + 2, '\0');
    const auto got = ::read(file.get(), content.data(), content.size());
    content.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    if (content.size() != first_line.size() + token_size + 1 || !content.starts_with(first_line) ||
        content.back() != '\n')
        refuse("it does not have the form of one");
    if (now - microseconds(status.st_mtim) > idle_lasts) {
        remove();
        return std::nullopt;
    }
    const std::array times{timespec{0, UTIME_OMIT}, timespec{0, UTIME_NOW}};
    futimens(file.get(), times.data()); // on a read-only file system the half hour is not renewed
    return content.substr(first_line.size(), token_size);
}

void SessionFile::write(const std::string& token) const
{
    make_private_folder(path_.parent_path());
    write_private_file(path_, std::string{first_line} + token + "\n");
}

void SessionFile::remove() const
{
    std::error_code ignored; // gone already, or the next reading refuses it
    fs::remove(path_, ignored);
}

} // namespace guidepost::people
