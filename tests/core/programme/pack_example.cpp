// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/programme/pack_example.h"

#include "core/text/files.h"
#include "tests/support/articles.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <fstream>

namespace guidepost::test {

namespace fs = std::filesystem;
using programme::PackFiles;

SigningKey::SigningKey()
{
    auto made = programme::make_signing_key();
    secret_ = std::move(made.secret);
    public_hex_ = std::move(made.public_hex);
}

void SigningKey::trust_in(const fs::path& folder, const std::string& name) const
{
    fs::create_directories(folder);
    std::ofstream{folder / (name + ".pub")} << public_hex_ << "\n";
}

PackFiles pack_of(const std::string& id, const std::string& version)
{
    return {{"module.yaml", fmt::format("id: {}\nname: The {}\nversion: {}\napi: 1\n", id, id, version)},
            {"guidance/pack.yaml",
             fmt::format("id: {}\ntitle: {}\nversion: {}\napproved_by: us\napproved_on: 2026-11-21\n", id, id,
                         version)},
            {fmt::format("guidance/{}-advice.md", id),
             AnArticle{.id = id + "-advice",
                       .title = "Advice on " + id,
                       .body = "## Do now\n\nMind the rungs of version " + version + ".\n"}
                 .text()}};
}

PackFiles completed(PackFiles files, const SigningKey* key)
{
    files["checksums"] = programme::make_checksums(files);
    if (key)
        files["signature"] = programme::make_signature(files["checksums"], key->secret());
    return files;
}

fs::path write_folder(const fs::path& folder, const PackFiles& files)
{
    for (const auto& [path, bytes] : files) {
        fs::create_directories((folder / path).parent_path());
        std::ofstream{folder / path, std::ios::binary} << bytes;
    }
    return folder;
}

std::string archive_of(const std::vector<Entry>& entries, Compression compression)
{
    std::size_t room = 1024 * 1024;
    for (const auto& one : entries)
        room += one.bytes.size() + 8 * 1024;
    std::string packed(room, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_set_format_pax_restricted(writer);
    switch (compression) {
    case Compression::gzip:
        archive_write_add_filter_gzip(writer);
        break;
    case Compression::xz:
        archive_write_add_filter_xz(writer);
        break;
    case Compression::zstd:
        archive_write_add_filter_zstd(writer);
        break;
    case Compression::none:
        break;
    }
    archive_write_set_bytes_in_last_block(writer, 1);
    archive_write_open_memory(writer, packed.data(), packed.size(), &used);
    for (const auto& one : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, one.path.c_str());
        archive_entry_set_filetype(entry, static_cast<unsigned>(one.type));
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(one.bytes.size()));
        if (!one.link.empty())
            archive_entry_set_symlink(entry, one.link.c_str());
        if (!one.hard_link.empty())
            archive_entry_set_hardlink(entry, one.hard_link.c_str());
        archive_write_header(writer, entry);
        if (!one.bytes.empty())
            archive_write_data(writer, one.bytes.data(), one.bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    packed.resize(used);
    return packed;
}

std::string archive_of(const PackFiles& files, Compression compression)
{
    std::vector<Entry> entries;
    for (const auto& [path, bytes] : files)
        entries.push_back({.path = path, .bytes = bytes});
    return archive_of(entries, compression);
}

} // namespace guidepost::test
