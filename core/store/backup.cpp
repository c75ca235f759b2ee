// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/backup.h"

#include "core/store/heads.h"
#include "core/store/sqlite_connection.h"
#include "core/store/store.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view passing_prefix = "backup-passing-";

/// A folder beside the store, as private as it, for a copy that is open to read. It goes away with the
/// object; what a killed program left is removed by the next one.
class PassingFolder {
public:
    explicit PassingFolder(const fs::path& profile)
        : path_{profile / fmt::format("{}{}", passing_prefix, random_letters("abcdefghijkmnpqrstuvwxyz", 8))}
    {
        remove_old(profile);
        make_private_folder(path_);
    }
    ~PassingFolder()
    {
        std::error_code ignored; // the next one removes it
        fs::remove_all(path_, ignored);
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    fs::path operator/(const char* name) const { return path_ / name; }

private:
    static void remove_old(const fs::path& profile)
    {
        // One of a program that is still at work is younger than an hour.
        constexpr auto longest = std::chrono::hours{1};
        std::error_code ignored; // nothing depends on it
        for (const auto& entry : fs::directory_iterator{profile, ignored})
            if (entry.path().filename().string().starts_with(passing_prefix) &&
                fs::file_time_type::clock::now() - fs::last_write_time(entry.path(), ignored) > longest)
                fs::remove_all(entry.path(), ignored);
    }

    fs::path path_;
};

void refuse_damaged(const fs::path& file, const char* what, const std::vector<Verifier>& verifiers)
{
    const auto found = verify(*copy_to_memory(file), verifiers);
    if (!found.damages.empty())
        throw Error{Errc::refused,
                    fmt::format("{} does not verify: {} {}: {}. See: guidepostctl store verify", what,
                                found.damages.front().chain, found.damages.front().seq,
                                found.damages.front().what)};
}

} // namespace

Contents contents_of(Connection& connection)
{
    const auto count = [&](const char* sql) {
        return one_integer(connection, sql).value_or(0);
    };
    return {count("select count(*) from event"),
            count("select count(*) from event_payload where body is not null"),
            count("select count(*) from revision_text where body is not null"), chain_heads(connection)};
}

Contents back_up(const fs::path& profile, const fs::path& file, const std::string& passphrase, KeyCost cost,
                 const std::vector<Verifier>& verifiers)
{
    if (passphrase.size() < shortest_passphrase)
        throw Error{Errc::refused,
                    fmt::format("The passphrase is too short: take at least {} characters, four words say.",
                                shortest_passphrase)};
    if (fs::exists(file))
        throw Error{Errc::refused, fmt::format("{} exists and is not written over.", file.string())};
    const auto store = embedded_store_file(profile);
    if (!fs::exists(store))
        throw Error{Errc::not_found, fmt::format("There is no store in {} yet.", profile.string())};

    const PassingFolder passing{profile};
    copy_sqlite(store, passing / "copy.sqlite");
    Contents copied;
    {
        refuse_damaged(passing / "copy.sqlite", "The store", verifiers);
        const auto copy = open_sqlite(passing / "copy.sqlite");
        copied = contents_of(*copy);
    }
    seal_file(passing / "copy.sqlite", file, passphrase, cost);

    open_sealed_file(file, passing / "again.sqlite", passphrase);
    refuse_damaged(passing / "again.sqlite", "The backup", verifiers);
    const auto again = open_sqlite(passing / "again.sqlite");
    const auto live = open_sqlite(store, Access::read_only);
    if (contents_of(*again) != copied || !check_heads(*live, copied.heads).empty())
        throw Error{Errc::storage,
                    fmt::format("{} does not hold what the store holds. Do not rely on it: make "
                                "another one on another disk.",
                                file.string())};
    return copied;
}

Restored restore(const fs::path& file, const fs::path& profile, const std::string& passphrase, Over over,
                 Timestamp now, const std::vector<Verifier>& verifiers)
{
    make_private_folder(profile);
    const PassingFolder passing{profile};
    const auto opened = passing / "opened.sqlite";
    open_sealed_file(file, opened, passphrase);
    Restored result;
    {
        refuse_damaged(opened, "The backup", verifiers);
        const auto backup = open_sqlite(opened);
        result.contents = contents_of(*backup);
    }
    const auto store = embedded_store_file(profile);
    if (fs::exists(store)) {
        std::vector<ChainHead> here;
        try {
            here = chain_heads(*open_sqlite(store));
        } catch (const DamagedError&) {
            // A store that cannot be read is what a backup is for.
            auto aside = profile / fmt::format("guidepost.sqlite.damaged-{}", now);
            fs::rename(store, aside);
            for (const char* beside : {"-wal", "-shm"}) {
                std::error_code ignored; // not there after a clean end
                fs::rename(store.string() + beside, aside.string() + beside, ignored);
            }
            result.kept_aside = std::move(aside);
        }
        const auto backup = open_sqlite(opened);
        if (over == Over::only_older && !check_heads(*backup, here).empty())
            throw Error{
                Errc::refused,
                fmt::format("The store in {} holds what the backup does not, and would lose it. Restore "
                            "into another profile, or say --over; this store is then kept aside.",
                            profile.string())};
        if (!result.kept_aside) {
            auto aside = profile / fmt::format("guidepost.sqlite.before-restore-{}", now);
            copy_sqlite(store, aside);
            result.kept_aside = std::move(aside);
        }
    }
    copy_sqlite(opened, store);
    open_store(profile);
    refuse_damaged(store, "The restored store", verifiers);
    return result;
}

} // namespace guidepost::store
