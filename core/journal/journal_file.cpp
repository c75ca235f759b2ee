// SPDX-License-Identifier: GPL-2.0-or-later
// The journal's form. An older one is brought up to date; a version this program does not know is put
// aside. The version is SQLite's own user_version.
#include "core/journal/journal_file.h"

#include "core/store/sqlite_connection.h"
#include "core/text/error.h"
#include "core/text/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace guidepost::journal {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t version = 3;
constexpr std::int64_t first_tables = 6, tables = 7;
constexpr std::uintmax_t smallest_page = 512;
constexpr const char* schema = R"sql(
create table case_profile(
    reference text primary key,
    body text not null,
    at integer not null) strict;
create table active_case(
    one integer primary key check (one = 1),
    reference text not null references case_profile(reference) on delete cascade) strict;
create table bookmark(
    article text primary key,
    anchor text not null,
    title text not null) strict;
create table recent_page(
    article text primary key,
    title text not null,
    at integer not null) strict;
create table recent_search(
    words text primary key,
    at integer not null) strict;
create table setting(
    key text primary key,
    value text not null) strict;
pragma user_version = 1;
)sql";
/// From version 1 to 2: what is being written.
constexpr const char* drafts_schema = R"sql(
create table draft(
    who text not null,
    kind text not null,
    about text not null,
    body text not null,
    at integer not null,
    primary key (who, kind, about)) strict;
pragma user_version = 2;
)sql";

/// From version 2 to 3: a case belongs to whoever set it. Those of before are of the person a practice desk
/// remembers, elsewhere of nobody signed in.
constexpr const char* cases_schema = R"sql(
create table owned_case(
    who text not null,
    reference text not null,
    body text not null,
    at integer not null,
    primary key (who, reference)) strict;
create table owned_active_case(
    who text primary key,
    reference text not null,
    foreign key (who, reference) references owned_case(who, reference) on delete cascade) strict;
insert into owned_case(who, reference, body, at)
    select coalesce((select value from setting where key = 'acting-as'), ''), reference, body, at
    from case_profile;
insert into owned_active_case(who, reference)
    select o.who, o.reference from active_case a join owned_case o on o.reference = a.reference;
drop table active_case;
drop table case_profile;
alter table owned_case rename to case_profile;
alter table owned_active_case rename to active_case;
pragma user_version = 3;
)sql";

/// Held while a journal is opened, so that of two programs only one puts it aside.
class OpeningLock {
public:
    explicit OpeningLock(const fs::path& file) : fd_{open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)}
    {
        int locked = -1;
        while (fd_ >= 0 && (locked = flock(fd_, LOCK_EX)) != 0 && errno == EINTR) {
        }
        if (locked != 0) {
            const int why = errno;
            if (fd_ >= 0)
                close(fd_);
            throw Error{Errc::storage,
                        fmt::format("{} cannot be locked: {}. Check the folder and who owns it.",
                                    file.string(), std::strerror(why))};
        }
    }
    ~OpeningLock() { close(fd_); }
    OpeningLock(const OpeningLock&) = delete;
    OpeningLock& operator=(const OpeningLock&) = delete;

private:
    int fd_;
};

/// Makes the tables that are not there yet. Throws DamagedError for what is not a journal of this version.
void check_or_make(store::Connection& connection, const fs::path& file)
{
    const auto unusable = [&](const char* why) {
        return store::DamagedError{fmt::format("{} {}.", file.string(), why)};
    };
    if (store::one_text(connection, "pragma quick_check(1)").value_or("") != "ok")
        throw unusable("is damaged");
    const auto has = store::one_integer(connection, "pragma user_version").value_or(0);
    const auto objects =
        store::one_integer(connection, "select count(*) from sqlite_master where type = 'table'");
    const bool is_new = has == 0 && objects == 0;
    if (!is_new && !(has == 1 && objects == first_tables) &&
        !(has >= 2 && has <= version && objects == tables))
        throw unusable("was written by a newer Guidepost or by another program");
    if (has == version)
        return;
    store::Transaction transaction{connection};
    if (is_new)
        connection.run_script(schema);
    if (has < 2)
        connection.run_script(drafts_schema);
    connection.run_script(cases_schema);
    transaction.commit();
}

std::unique_ptr<store::Connection> open_sound(const fs::path& file)
{
    // SQLite takes a file shorter than its smallest page for an empty one and writes over it.
    std::error_code absent;
    const auto size = fs::file_size(file, absent);
    if (!absent && size > 0 && size < smallest_page)
        throw store::DamagedError{fmt::format("{} was cut short.", file.string())};
    auto connection = store::open_sqlite(file);
    check_or_make(*connection, file);
    return connection;
}

/// The journal and what SQLite keeps beside it, under a name of their own.
fs::path put_aside(const fs::path& file, Timestamp now)
{
    auto stamp = format_timestamp(now);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    auto aside = file;
    aside += ".damaged-" + stamp;
    for (int n = 2; fs::exists(fs::symlink_status(aside)); ++n) {
        aside = file;
        aside += fmt::format(".damaged-{}-{}", stamp, n);
    }
    for (const char* part : {"-wal", "-shm", ""}) {
        auto from = file, to = aside;
        from += part;
        to += part;
        std::error_code error;
        fs::rename(from, to, error);
        if (error && error != std::errc::no_such_file_or_directory)
            throw Error{Errc::storage, fmt::format("{} is damaged and cannot be put aside: {}. Move it away.",
                                                   from.string(), error.message())};
    }
    return aside;
}

} // namespace

OpenedJournal open_journal(const fs::path& profile, Timestamp now)
{
    make_private_folder(profile);
    const auto file = profile / "journal.sqlite";
    const OpeningLock lock{profile / "journal.lock"};
    try {
        if (!fs::is_directory(file))
            return {open_sound(file), std::nullopt};
    } catch (const store::DamagedError&) {
        // Below: a fresh one.
    }
    auto aside = put_aside(file, now);
    return {open_sound(file), std::move(aside)};
}

std::unique_ptr<store::Connection> copy_journal(const fs::path& profile)
{
    const auto file = profile / "journal.sqlite";
    try {
        auto copy = store::copy_to_memory(file);
        check_or_make(*copy, file);
        return copy;
    } catch (const Error&) {
        // It holds nothing the desk cannot do without, and it stays where it is.
    }
    auto fresh = store::copy_to_memory({});
    check_or_make(*fresh, file);
    return fresh;
}

} // namespace guidepost::journal
