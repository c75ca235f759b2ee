// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/sqlite_connection.h"

#include "core/store/shared_folder.h"
#include "core/text/error.h"
#include "core/text/files.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <map>

namespace guidepost::store {
namespace {

namespace fs = std::filesystem;

constexpr int wait_for_lock_ms = 10'000;

/// Owner only, from the moment the file exists; the mask of the process is put back.
class PrivateFiles {
public:
    PrivateFiles() : before_{umask(0077)} {}
    ~PrivateFiles() { umask(before_); }
    PrivateFiles(const PrivateFiles&) = delete;
    PrivateFiles& operator=(const PrivateFiles&) = delete;

private:
    mode_t before_;
};

/// Extended codes carry the plain one in their low byte.
int primary_code(const SQLite::Exception& e)
{
    return e.getErrorCode() & 0xFF;
}

bool is_damage(const SQLite::Exception& e)
{
    return primary_code(e) == SQLITE_CORRUPT || primary_code(e) == SQLITE_NOTADB;
}

fs::path beside(const fs::path& file, const char* ending)
{
    auto name = file;
    name += ending;
    return name;
}

/// A file in WAL mode is read through an index beside it. Where that is not there and cannot be made,
/// SQLite must be told that nobody will change the file; what then waits in the log would be missed.
bool cannot_change(const fs::path& file)
{
    std::error_code absent;
    if (!fs::exists(file, absent) || can_write(file.parent_path()) ||
        fs::exists(beside(file, "-shm"), absent))
        return false;
    const auto waiting = fs::file_size(beside(file, "-wal"), absent);
    if (!absent && waiting > 0)
        throw Error{Errc::storage,
                    fmt::format("{} was not closed by the program that wrote it, and its folder may not be "
                                "written. Open it once where it can be written.",
                                file.string())};
    return true;
}

/// As a URI, for OPEN_URI.
std::string name_to_read(const fs::path& file)
{
    std::string uri = "file:";
    for (const char c : fs::absolute(file).string())
        uri += c == '%' || c == '?' || c == '#' ? fmt::format("%{:02X}", static_cast<unsigned char>(c))
                                                : std::string{c};
    return cannot_change(file) ? uri + "?immutable=1" : uri;
}

class SqliteRow final : public Row {
public:
    explicit SqliteRow(SQLite::Statement& statement) : statement_{statement} {}
    bool is_null(int column) const override { return statement_.isColumnNull(column); }
    std::int64_t integer(int column) const override { return statement_.getColumn(column).getInt64(); }
    std::string_view text(int column) const override
    {
        const auto value = statement_.getColumn(column);
        const char* data = value.getText();
        return {data, static_cast<std::size_t>(value.getBytes())};
    }

private:
    SQLite::Statement& statement_;
};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const fs::path& file, Access access)
        : name_{file.string()},
          database_{access == Access::read_only ? name_to_read(file) : name_,
                    access == Access::read_only ? SQLite::OPEN_READONLY | SQLite::OPEN_URI
                                                : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                    wait_for_lock_ms}
    {
        auto* handle = database_.getHandle();
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_extended_result_codes(handle, 1);
        if (access == Access::read_write)
            database_.exec("pragma journal_mode=wal; pragma secure_delete=on;");
        database_.exec("pragma synchronous=full; pragma foreign_keys=on; pragma cell_size_check=on;");
    }

    void copy_from(const fs::path& file)
    {
        SQLite::Database source{name_to_read(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI,
                                wait_for_lock_ms};
        SQLite::Backup{database_, source}.executeStep(-1);
    }

    void run_script(std::string_view sql) override
    {
        guarded([&] { return database_.exec(std::string{sql}); });
    }
    void begin_write() override { run_script("begin immediate"); }
    void commit() override { run_script("commit"); }
    void rollback() noexcept override { (void)database_.tryExec("rollback"); }
    std::string_view dialect() const override { return "sqlite"; }

private:
    std::int64_t run(std::string_view sql, std::span<const Value> values, const OnRow* on_row) override
    {
        return guarded([&]() -> std::int64_t {
            auto& statement = prepared(sql);
            const Finish finish{statement};
            // SQLite counts $n by first appearance: bind by name.
            for (std::size_t i = 0; i < values.size(); ++i)
                bind(statement, fmt::format("${}", i + 1), values[i]);
            if (!on_row)
                return statement.exec();
            SqliteRow row{statement};
            while (statement.executeStep())
                (*on_row)(row);
            return database_.getChanges();
        });
    }

    /// A statement left half way would hold its lock.
    struct Finish {
        SQLite::Statement& statement;
        ~Finish()
        {
            statement.tryReset();
            try {
                statement.clearBindings();
            } catch (const SQLite::Exception&) {
                // Cannot happen on a statement that was just reset; a destructor must not throw.
            }
        }
    };

    static void bind(SQLite::Statement& statement, const std::string& name, const Value& value)
    {
        if (const auto* integer = std::get_if<std::int64_t>(&value))
            statement.bind(name, *integer);
        else if (const auto* real = std::get_if<double>(&value))
            statement.bind(name, *real);
        else if (const auto* text = std::get_if<std::string>(&value))
            statement.bindNoCopy(name, *text);
        else
            statement.bind(name);
    }

    SQLite::Statement& prepared(std::string_view sql)
    {
        auto found = statements_.find(sql);
        if (found == statements_.end())
            found = statements_.try_emplace(std::string{sql}, database_, std::string{sql}).first;
        return found->second;
    }

    template <class Action>
    auto guarded(Action&& action) -> decltype(action())
    {
        try {
            return action();
        } catch (const SQLite::Exception& e) {
            if (is_damage(e))
                throw DamagedError{explain(e)};
            throw Error{Errc::storage, explain(e)};
        }
    }

    std::string explain(const SQLite::Exception& e) const
    {
        switch (primary_code(e)) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return fmt::format("{} is in use by another program and did not become free. Try again.", name_);
        case SQLITE_FULL:
            return fmt::format("The disk is full: nothing more can be written to {}. Free some space.",
                               name_);
        case SQLITE_READONLY:
            return fmt::format("{} may not be written. Check who owns it.", name_);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return fmt::format("{} is damaged or is no Guidepost store. Restore it from a backup.", name_);
        default:
            return fmt::format("{}: {}", name_, e.what());
        }
    }

    std::string name_;
    SQLite::Database database_;
    std::map<std::string, SQLite::Statement, std::less<>> statements_;
};

} // namespace

std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& file, Access access)
{
    refuse_shared_folder(file.parent_path());
    const PrivateFiles mask;
    try {
        return std::make_unique<SqliteConnection>(file, access);
    } catch (const SQLite::Exception& e) {
        if (primary_code(e) == SQLITE_NOTADB)
            throw DamagedError{
                fmt::format("{} is no Guidepost store. Choose another profile folder.", file.string())};
        if (is_damage(e))
            throw DamagedError{fmt::format("{} is damaged. Restore it from a backup.", file.string())};
        throw Error{Errc::storage, fmt::format("{} cannot be opened: {}. Check the folder and who owns it.",
                                               file.string(), e.what())};
    }
}

std::unique_ptr<Connection> copy_to_memory(const fs::path& file)
{
    try {
        auto memory = std::make_unique<SqliteConnection>(":memory:", Access::read_write);
        if (!file.empty())
            memory->copy_from(file);
        return memory;
    } catch (const SQLite::Exception& e) {
        throw Error{Errc::storage, fmt::format("{} cannot be read: {}.", file.string(), e.what())};
    }
}

void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to)
{
    refuse_shared_folder(to.parent_path());
    const PrivateFiles mask;
    try {
        SQLite::Database source{from.string(), SQLite::OPEN_READWRITE, wait_for_lock_ms};
        SQLite::Database target{to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, wait_for_lock_ms};
        target.exec("pragma journal_mode=wal; pragma secure_delete=on; pragma synchronous=full;");
        SQLite::Backup backup{target, source};
        if (backup.executeStep(-1) != SQLITE_DONE)
            throw Error{Errc::storage, fmt::format("{} is in use by another program and did not become free. "
                                                   "Try again.",
                                                   from.string())};
    } catch (const SQLite::Exception& e) {
        const auto what = fmt::format("{} cannot be copied to {}: {}.", from.string(), to.string(), e.what());
        if (is_damage(e))
            throw DamagedError{what};
        throw Error{Errc::storage, what};
    }
}

} // namespace guidepost::store
