// SPDX-License-Identifier: GPL-2.0-or-later
// The one way to a database. SQL is written once, beside the function that runs it, in the subset
// that SQLite and PostgreSQL both speak: parameters $1, $2 ... by number, cast($1 as text),
// RETURNING, ON CONFLICT. Dialect differences live in the migrations.
#pragma once

#include "core/text/error.h"

#include <any>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <typeindex>
#include <variant>
#include <vector>

namespace guidepost::store {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// One row, valid only inside the callback that receives it. Columns are counted from 0; asking a
/// NULL for text gives "" and for a number 0.
class Row {
public:
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    /// Borrowed until the callback returns.
    virtual std::string_view text(int column) const = 0;
    std::string string(int column) const { return std::string{text(column)}; }
};

/// The file is damaged or is no database at all: waiting or freeing space will not help.
class DamagedError : public Error {
public:
    explicit DamagedError(const std::string& what) : Error{Errc::storage, what} {}
};

using OnRow = std::function<void(const Row&)>;

/// An open database. Use from one thread at a time. Every failure throws Error{storage}, that of a
/// damaged file DamagedError; a lock held by another process is waited for, ten seconds at most.
class Connection {
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    /// Runs one statement; returns the rows it changed.
    std::int64_t execute(std::string_view sql, std::initializer_list<Value> values = {});
    /// Runs one statement and hands over each row. Throwing from the callback stops it.
    void query(std::string_view sql, std::initializer_list<Value> values, const OnRow& on_row);

    /// Several statements without parameters: for migrations.
    virtual void run_script(std::string_view sql) = 0;

    /// Takes the right to write at once, so that two writers queue instead of failing half way.
    virtual void begin_write() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;

    /// What somebody keeps with the connection, one value of each type: what was folded from a chain, to be
    /// folded on. Empty at first.
    template <class What>
    What& kept()
    {
        auto& place = kept_[std::type_index{typeid(What)}];
        if (!place.has_value())
            place = What{};
        return *std::any_cast<What>(&place);
    }

    /// "sqlite" or "postgresql": which text of a migration to run.
    virtual std::string_view dialect() const = 0;

private:
    virtual std::int64_t run(std::string_view sql, std::span<const Value> values, const OnRow* on_row) = 0;

    std::map<std::type_index, std::any> kept_;
};

/// All or nothing: what is not committed when it leaves scope is undone.
class Transaction {
public:
    explicit Transaction(Connection& connection) : connection_{connection} { connection_.begin_write(); }
    ~Transaction()
    {
        if (open_)
            connection_.rollback();
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit()
    {
        connection_.commit();
        open_ = false;
    }

private:
    Connection& connection_;
    bool open_ = true; // also after a failed commit
};

/// A pattern for LIKE that finds what holds `part` and in which nothing of it is special; the statement
/// says escape '!'.
std::string like_pattern(std::string_view part);

/// The first column of the first row.
std::optional<std::string> one_text(Connection& connection, std::string_view sql,
                                    std::initializer_list<Value> values = {});
std::optional<std::int64_t> one_integer(Connection& connection, std::string_view sql,
                                        std::initializer_list<Value> values = {});

} // namespace guidepost::store
