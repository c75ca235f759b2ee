// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/store.h"

#include "core/store/migrations.h"
#include "core/text/files.h"

namespace guidepost::store {

std::filesystem::path embedded_store_file(const std::filesystem::path& profile)
{
    return profile / "guidepost.sqlite";
}

Access access_to(const std::filesystem::path& profile)
{
    const auto file = embedded_store_file(profile);
    std::error_code ignored; // what cannot be looked at cannot be opened, and that says why
    const bool is_protected =
        std::filesystem::exists(file, ignored) && !(can_write(profile) && can_write(file));
    return is_protected ? Access::read_only : Access::read_write;
}

std::unique_ptr<Connection> open_store(const std::filesystem::path& profile, Access access)
{
    if (access == Access::read_write)
        make_private_folder(profile);
    auto connection = open_sqlite(embedded_store_file(profile), access);
    if (access == Access::read_write) {
        migrate(*connection);
    } else if (is_older(*connection)) {
        connection = copy_to_memory(embedded_store_file(profile));
        migrate(*connection);
        connection->run_script("pragma query_only = on");
    }
    return connection;
}

} // namespace guidepost::store
