// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/store.h"

#include "core/store/migrations.h"
#include "core/values/files.h"

namespace guidepost::store {

std::filesystem::path embedded_store_file(const std::filesystem::path& profile)
{
    return profile / "guidepost.sqlite";
}

std::unique_ptr<Connection> open_store(const std::filesystem::path& profile, Access access)
{
    if (access == Access::read_write)
        make_private_folder(profile);
    auto connection = open_sqlite(embedded_store_file(profile), access);
    if (access == Access::read_write)
        migrate(*connection);
    return connection;
}

} // namespace guidepost::store
