// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/index_folder.h"

#include "core/text/digest.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace guidepost::search {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view generation_prefix = "generation-";
constexpr std::uintmax_t largest_name = 100;
constexpr std::uintmax_t largest_version_file = 64 * 1024;

std::string version_checksum(const fs::path& generation)
{
    return std::to_string(checksum(read_file(database_of(generation) / "iamglass", largest_version_file)));
}

/// The number in "generation-7"; 0 for any other name.
std::uint64_t generation_number(std::string_view name)
{
    std::uint64_t number = 0;
    if (!name.starts_with(generation_prefix))
        return 0;
    name.remove_prefix(generation_prefix.size());
    const auto result = std::from_chars(name.data(), name.data() + name.size(), number);
    return result.ptr == name.data() + name.size() ? number : 0;
}

} // namespace

IndexStamp read_stamp(const Xapian::Database& database)
{
    IndexStamp stamp{database.get_metadata("form"), -1};
    const auto feed = database.get_metadata("feed");
    std::from_chars(feed.data(), feed.data() + feed.size(), stamp.feed);
    return stamp;
}

void write_stamp(Xapian::WritableDatabase& database, std::int64_t feed)
{
    database.set_metadata("form", index_form);
    database.set_metadata("feed", std::to_string(feed));
}

fs::path database_of(const fs::path& generation)
{
    return generation / "index";
}

void seal(const fs::path& generation)
{
    write_private_file(generation / "seal", version_checksum(generation));
}

bool is_sealed(const fs::path& generation)
{
    try {
        return read_file(generation / "seal", largest_name) == version_checksum(generation);
    } catch (const Error&) {
        return false; // one of the two is missing or no file
    }
}

std::optional<fs::path> IndexFolder::current() const
{
    std::string name;
    try {
        name = trimmed(read_file(folder_ / "current", largest_name));
    } catch (const Error&) {
        return std::nullopt; // none yet, or not readable: both mean that one must be built
    }
    const auto generation = folder_ / name;
    if (generation_number(name) == 0 || !fs::is_directory(generation))
        return std::nullopt;
    return generation;
}

fs::path IndexFolder::prepare_next() const
{
    remove_leftovers();
    std::uint64_t newest = 0;
    for (const auto& entry : fs::directory_iterator{folder_})
        newest = std::max(newest, generation_number(entry.path().filename().string()));
    const auto next = folder_ / fmt::format("{}{}", generation_prefix, newest + 1);
    make_private_folder(next);
    return next;
}

void IndexFolder::make_current(const fs::path& generation) const
{
    write_private_file(folder_ / "current", generation.filename().string() + "\n");
    remove_leftovers();
}

void IndexFolder::remove_leftovers() const
{
    const auto live = current();
    std::error_code ignored; // what a reader on another system still holds open goes the next time
    for (const auto& entry : fs::directory_iterator{folder_, ignored})
        if (generation_number(entry.path().filename().string()) != 0 && entry.path() != live)
            fs::remove_all(entry.path(), ignored);
}

IndexLock::IndexLock(const fs::path& folder)
{
    make_private_folder(folder);
    const int fd = open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        throw Error{Errc::storage, fmt::format("{} cannot be written: {}.", (folder / "lock").string(),
                                               std::strerror(errno))};
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        fd_ = fd;
    else
        close(fd);
}

IndexLock::~IndexLock()
{
    if (fd_ >= 0)
        close(fd_);
}

} // namespace guidepost::search
