// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/password.h"

#include "core/people/sign_in.h"
#include "core/text/digest.h"
#include "core/text/error.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace guidepost::people {

using store::Connection;

void start_sodium()
{
    if (sodium_init() < 0)
        throw Error{Errc::failure, "The cryptography library cannot start: the system gives no random "
                                   "numbers."};
}

void must_be_password(std::string_view password)
{
    if (password.size() < shortest_password)
        throw Error{Errc::format,
                    fmt::format("A password has at least {} characters. Three words that do not belong "
                                "together are easy to keep in mind.",
                                shortest_password)};
    if (password.size() > longest_password)
        throw Error{Errc::format, fmt::format("A password has at most {} bytes.", longest_password)};
}

std::string password_hash(std::string_view password)
{
    start_sodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw Error{Errc::failure, "There is not enough memory to work on the password (64 MB)."};
    return hash.data();
}

std::string login_hash(const Login& login)
{
    return sha256("guidepost-sign-in\n" + login.value().substr(0, longest_password));
}

std::string proof_of(std::string_view hash, Timestamp until)
{
    return sha256(fmt::format("guidepost-proof-1\n{}\n{}\n", hash, until));
}

void store_password(Connection& connection, const Login& login, const std::string& hash)
{
    connection.execute("insert into sign_in_password(login, hash) values ($1, $2) "
                       "on conflict (login) do update set hash = excluded.hash",
                       {login.value(), hash});
    connection.execute("delete from sign_in_invitation where login = $1", {login.value()});
    connection.execute("delete from sign_in_session where login = $1", {login.value()});
    forget_tries(connection, login);
}

void forget_tries(Connection& connection, const Login& login)
{
    connection.execute("delete from sign_in_failure where login_hash = $1", {login_hash(login)});
}

} // namespace guidepost::people
