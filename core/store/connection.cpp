// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/connection.h"

namespace guidepost::store {

std::int64_t Connection::execute(std::string_view sql, std::initializer_list<Value> values)
{
    return run(sql, {values.begin(), values.size()}, nullptr);
}

void Connection::query(std::string_view sql, std::initializer_list<Value> values, const OnRow& on_row)
{
    run(sql, {values.begin(), values.size()}, &on_row);
}

std::string like_pattern(std::string_view part)
{
    std::string pattern{"%"};
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '!')
            pattern += '!';
        pattern += c;
    }
    return pattern += '%';
}

std::optional<std::string> one_text(Connection& connection, std::string_view sql,
                                    std::initializer_list<Value> values)
{
    std::optional<std::string> result;
    connection.query(sql, values, [&](const Row& row) {
        if (!result && !row.is_null(0))
            result = row.string(0);
    });
    return result;
}

std::optional<std::int64_t> one_integer(Connection& connection, std::string_view sql,
                                        std::initializer_list<Value> values)
{
    std::optional<std::int64_t> result;
    connection.query(sql, values, [&](const Row& row) {
        if (!result && !row.is_null(0))
            result = row.integer(0);
    });
    return result;
}

} // namespace guidepost::store
