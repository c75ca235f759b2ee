// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/host/sealed_copy.h"

#include "core/text/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace guidepost::programme {

OpenFile::~OpenFile()
{
    if (fd_ >= 0)
        close(fd_);
}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept
{
    if (this != &other) {
        if (fd_ >= 0)
            close(fd_);
        fd_ = other.release();
    }
    return *this;
}

int OpenFile::release()
{
    return std::exchange(fd_, -1);
}

OpenFile sealed_copy(std::string_view bytes)
{
    const auto fail = [](const char* step) {
        throw Error{Errc::failure,
                    fmt::format("The library of a module could not be copied to memory ({}: {}).", step,
                                std::strerror(errno))};
    };
    OpenFile copy{memfd_create("guidepost-module", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
    if (copy.fd() < 0)
        fail("memfd");
    while (!bytes.empty()) {
        const auto put = write(copy.fd(), bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            fail("write");
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    if (fcntl(copy.fd(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        fail("seal");
    return copy;
}

OpenFile open_folder(const std::filesystem::path& folder)
{
    OpenFile opened{open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.fd() < 0)
        throw Error{Errc::not_found,
                    fmt::format("{} cannot be opened: {}.", folder.string(), std::strerror(errno))};
    return opened;
}

} // namespace guidepost::programme
