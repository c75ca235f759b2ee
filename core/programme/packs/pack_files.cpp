// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/packs/pack_files.h"

#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <set>

namespace guidepost::programme {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& pack, const std::string& why)
{
    throw Error{Errc::format, fmt::format("{} is no module pack: {}.", pack.filename().string(), why)};
}

/// A path from a stranger's archive, fit to be shown.
std::string shown(std::string_view path)
{
    std::string text;
    for (const char c : shortened(path, 60))
        text += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E ? '?' : c;
    return text;
}

/// Takes files one by one and keeps the limits.
class Collector {
public:
    Collector(const fs::path& pack, const PackLimits& limits) : pack_{pack}, limits_{limits} {}

    /// The path as it is kept, or a failure. Plain names only: letters, digits, '-', '_' and '.', no name
    /// that starts with a point. That leaves no room for "..", for other systems' separators and drives, for
    /// control characters and for letters that look like others.
    std::string checked_path(std::string_view path) const
    {
        if (path.starts_with("./"))
            path.remove_prefix(2);
        const auto bad = [&](const char* why) {
            fail(pack_, fmt::format("\"{}\" {}", shown(path), why));
        };
        if (path.empty() || path.size() > limits_.path)
            bad("is too long a path");
        std::size_t depth = 1;
        for (std::size_t i = 0; i < path.size(); ++i) {
            const char c = path[i];
            const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                  (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
            const bool starts_name = i == 0 || path[i - 1] == '/';
            if (c == '/' ? starts_name || i + 1 == path.size() : !is_plain || (starts_name && c == '.'))
                bad("is a path that no pack has");
            depth += c == '/';
        }
        if (depth > limits_.depth)
            bad("lies too deep");
        return std::string{path};
    }

    void check_size(std::uintmax_t size, std::string_view path) const
    {
        if (size > limits_.one_file)
            fail(pack_, fmt::format("\"{}\" is too large", shown(path)));
        if (size > limits_.all_files - total_)
            fail(pack_, "its files are too large");
    }

    void take(std::string path, std::string bytes)
    {
        check_size(bytes.size(), path);
        if (files_.size() == limits_.files)
            fail(pack_, "it has too many files");
        // One file on a system where capitals do not matter.
        if (!lowered_.insert(lower_ascii(path)).second)
            fail(pack_, fmt::format("\"{}\" stands in it twice", shown(path)));
        total_ += bytes.size();
        files_.emplace(std::move(path), std::move(bytes));
    }

    std::uintmax_t total() const { return total_; }
    PackFiles finish() { return std::move(files_); }

private:
    const fs::path& pack_;
    const PackLimits& limits_;
    PackFiles files_;
    std::set<std::string> lowered_;
    std::uintmax_t total_ = 0;
};

struct FreeArchive {
    void operator()(archive* a) const { archive_read_free(a); }
};

PackFiles read_archive(const fs::path& pack, const PackLimits& limits)
{
    const auto packed = read_file(pack, limits.archive);
    const std::uintmax_t most = packed.size() * limits.ratio + 1024 * 1024;
    const std::unique_ptr<archive, FreeArchive> reader{archive_read_new()};
    const auto check = [&](int status) {
        // A warning is no small thing here: it means the archive was mended by guessing.
        if (status != ARCHIVE_OK)
            fail(pack, "the archive cannot be read");
    };
    archive_read_support_format_tar(reader.get());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_xz(reader.get());
    archive_read_support_filter_zstd(reader.get());
    check(archive_read_open_memory(reader.get(), packed.data(), packed.size()));
    if (archive_filter_count(reader.get()) > 2)
        fail(pack, "it is compressed twice");

    Collector collector{pack, limits};
    std::size_t entries = 0;
    for (archive_entry* entry = nullptr;;) {
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF)
            break;
        check(status);
        if (++entries > limits.files * 2)
            fail(pack, "it has too many entries");
        const char* name = archive_entry_pathname(entry);
        const std::string_view path = name ? name : "";
        if (archive_entry_filetype(entry) == AE_IFDIR && !archive_entry_hardlink(entry)) {
            if (auto folder = path; folder != "." && folder != "./") {
                if (folder.ends_with('/'))
                    folder.remove_suffix(1);
                collector.checked_path(folder);
            }
            continue;
        }
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) ||
            archive_entry_symlink(entry) || archive_entry_sparse_count(entry) > 0)
            fail(pack, fmt::format("\"{}\" is no plain file", shown(path)));
        auto kept = collector.checked_path(path);
        const auto size = archive_entry_size(entry);
        if (!archive_entry_size_is_set(entry) || size < 0)
            fail(pack, fmt::format("\"{}\" has no size", shown(path)));
        collector.check_size(static_cast<std::uintmax_t>(size), path);
        if (collector.total() + static_cast<std::uintmax_t>(size) > most)
            fail(pack, "it is compressed more than any honest pack");
        std::string bytes(static_cast<std::size_t>(size), '\0');
        const auto got = archive_read_data(reader.get(), bytes.data(), bytes.size());
        if (got != static_cast<la_ssize_t>(bytes.size()))
            fail(pack, fmt::format("\"{}\" is cut off", shown(path)));
        collector.take(std::move(kept), std::move(bytes));
    }
    check(archive_read_close(reader.get()));
    return collector.finish();
}

PackFiles read_folder(const fs::path& pack, const PackLimits& limits)
{
    Collector collector{pack, limits};
    std::size_t entries = 0;
    for (const auto& entry : fs::recursive_directory_iterator{pack}) {
        const auto path = entry.path().lexically_relative(pack).generic_string();
        if (++entries > limits.files * 2)
            fail(pack, "it has too many entries");
        const auto status = entry.symlink_status(); // links are not followed
        auto kept = collector.checked_path(path);
        if (fs::is_directory(status))
            continue;
        if (!fs::is_regular_file(status))
            fail(pack, fmt::format("\"{}\" is no plain file", shown(path)));
        collector.take(std::move(kept), read_file(entry.path(), limits.one_file));
    }
    return collector.finish();
}

} // namespace

PackFiles read_pack_files(const fs::path& pack, const PackLimits& limits)
{
    std::error_code error;
    const auto status = fs::status(pack, error);
    if (!fs::exists(status))
        throw Error{Errc::not_found, fmt::format("There is no {}.", pack.string())};
    try {
        return fs::is_directory(status) ? read_folder(pack, limits) : read_archive(pack, limits);
    } catch (const fs::filesystem_error& e) {
        throw Error{Errc::format, fmt::format("{} cannot be read: {}.", pack.string(), e.code().message())};
    }
}

} // namespace guidepost::programme
