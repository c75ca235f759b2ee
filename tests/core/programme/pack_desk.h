// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/programme/catalogue.h"
#include "tests/core/programme/pack_example.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace guidepost::test {

/// A desk's modules, a key it trusts and a place to put packs.
struct PackDesk {
    TempDir dir;
    SigningKey key;

    PackDesk() { key.trust_in(dir.path() / "keys", "editors"); }

    programme::Catalogue open() const
    {
        return programme::Catalogue{{.host = GUIDEPOST_MODULE_HOST,
                                     .built_in = {dir.path() / "built-in"},
                                     .settings = dir.path() / "settings",
                                     .shelf = dir.path() / "shelf",
                                     .keys = dir.path() / "keys"}};
    }
    std::filesystem::path archive(const std::string& bytes, const std::string& name = "pack.tar.gz") const
    {
        std::ofstream{dir.path() / name, std::ios::binary} << bytes;
        return dir.path() / name;
    }
    std::filesystem::path signed_pack(const std::string& id, const std::string& version) const
    {
        return archive(archive_of(completed(pack_of(id, version), &key)), id + "-" + version + ".tar.gz");
    }
};

} // namespace guidepost::test
