// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/files.h"

#include "core/text/digest.h"
#include "core/text/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace guidepost {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const char* what)
{
    throw Error{Errc::storage,
                fmt::format("{} cannot be {}: {}.", file.string(), what, std::strerror(errno))};
}

/// Closes on the way out; -1 is none.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_{fd} {}
    ~Descriptor()
    {
        if (fd_ >= 0)
            close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

/// Takes the file away on the way out, when it is still there: a failed attempt leaves nothing.
class Removal {
public:
    explicit Removal(const std::filesystem::path& file) : file_{file} {}
    ~Removal() { unlink(file_.c_str()); }
    Removal(const Removal&) = delete;
    Removal& operator=(const Removal&) = delete;

private:
    const std::filesystem::path& file_;
};

void write_all(int fd, std::string_view content, const std::filesystem::path& file)
{
    while (!content.empty()) {
        const auto written = write(fd, content.data(), content.size());
        if (written < 0 && errno != EINTR)
            fail(file, "written");
        if (written > 0)
            content.remove_prefix(static_cast<std::size_t>(written));
    }
}

} // namespace

void make_private_folder(const std::filesystem::path& folder)
{
    if (folder.empty() || std::filesystem::is_directory(folder))
        return;
    make_private_folder(folder.parent_path());
    // Another process may have made it meanwhile; a file of that name is no folder.
    if (mkdir(folder.c_str(), 0700) != 0 && (errno != EEXIST || !std::filesystem::is_directory(folder)))
        fail(folder, "made");
}

bool can_write(const std::filesystem::path& path)
{
    return faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

void write_private_file(const std::filesystem::path& file, std::string_view content)
{
    // A name of its own and no longer than needed: the file's own may be as long as names can be.
    const auto beside =
        file.parent_path() / fmt::format(".{:x}.{}.new", checksum(file.filename().native()), getpid());
    const Removal removal{beside};
    {
        const Descriptor fd{open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
        if (fd.get() < 0)
            fail(beside, "written");
        write_all(fd.get(), content, beside);
        if (fsync(fd.get()) != 0)
            fail(beside, "written");
    }
    if (rename(beside.c_str(), file.c_str()) != 0)
        fail(file, "replaced");
    const Descriptor folder{open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.get() >= 0)
        fsync(folder.get());
}

std::string read_file(const std::filesystem::path& file, std::uintmax_t limit)
{
    // O_NONBLOCK: a pipe in the folder must not hang us before we can see that it is one.
    const Descriptor fd{open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status {};
    if (fd.get() < 0 || fstat(fd.get(), &status) != 0)
        throw Error{errno == ENOENT ? Errc::not_found : Errc::storage,
                    fmt::format("{} cannot be read: {}.", file.string(), std::strerror(errno))};
    if (!S_ISREG(status.st_mode))
        throw Error{Errc::format, fmt::format("{} is not a regular file.", file.string())};
    if (static_cast<std::uintmax_t>(status.st_size) > limit)
        throw Error{Errc::format, fmt::format("{} has {} bytes; at most {} are read.", file.string(),
                                              status.st_size, limit)};
    std::string content(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t have = 0;
    while (have < content.size()) {
        const auto got = read(fd.get(), content.data() + have, content.size() - have);
        if (got < 0 && errno != EINTR)
            fail(file, "read");
        if (got == 0)
            break;
        if (got > 0)
            have += static_cast<std::size_t>(got);
    }
    content.resize(have);
    return content;
}

} // namespace guidepost
