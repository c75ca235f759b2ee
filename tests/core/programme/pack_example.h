// SPDX-License-Identifier: GPL-2.0-or-later
// Packs made on the spot, signed with a key that lives as long as the test.
#pragma once

#include "core/programme/packs/pack.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <string>

namespace guidepost::test {

/// A pair of keys; the public one is put where a catalogue looks for it.
class SigningKey {
public:
    SigningKey();

    const std::string& secret() const { return secret_; }
    const std::string& public_hex() const { return public_hex_; }
    void trust_in(const std::filesystem::path& folder, const std::string& name) const;

private:
    std::string secret_;
    std::string public_hex_;
};

/// The files of a small module with guidance and no code.
programme::PackFiles pack_of(const std::string& id, const std::string& version);

/// With checksums and, when there is a key, its signature.
programme::PackFiles completed(programme::PackFiles files, const SigningKey* key);

/// Writes the files below the folder, nothing else.
std::filesystem::path write_folder(const std::filesystem::path& folder, const programme::PackFiles& files);

/// What else an entry of an archive may be.
struct Entry {
    std::string path = {};
    std::string bytes = {};
    int type = 0100000;    ///< as in stat: file, folder, symbolic link, device
    std::string link = {}; ///< target of a symbolic link
    std::string hard_link = {};
};

enum class Compression { none, gzip, xz, zstd };

/// A tar of these entries, as bytes.
std::string archive_of(const std::vector<Entry>& entries, Compression compression = Compression::gzip);
std::string archive_of(const programme::PackFiles& files, Compression compression = Compression::gzip);

} // namespace guidepost::test
