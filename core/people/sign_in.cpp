// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/sign_in.h"

#include "core/people/commands.h"
#include "core/people/password.h"
#include "core/people/register.h"
#include "core/text/digest.h"
#include "core/text/error.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

namespace guidepost::people {
namespace {

using store::Connection;

/// "7K2M-9QXT-4HDW-C3PA": 80 bits, without letters that are read for others.
std::string random_code()
{
    start_sodium();
    static constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    std::string code;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0)
            code += '-';
        code += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
    }
    return code;
}

/// A code as typed from paper: any case, with or without hyphens and spaces.
std::string code_hash(std::string_view typed)
{
    std::string plain;
    for (const char c : typed.substr(0, 200))
        if (c != '-' && c != ' ')
            plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return sha256("guidepost-invitation\n" + plain);
}

std::string token_hash(std::string_view token)
{
    return sha256(fmt::format("guidepost-session\n{}", token));
}

/// Costs the same whether or not there is a hash to compare with.
bool is_password(const std::optional<std::string>& hash, std::string_view password)
{
    start_sodium();
    if (password.size() > longest_password)
        return false;
    if (!hash) {
        password_hash(password);
        return false;
    }
    return crypto_pwhash_str_verify(hash->c_str(), password.data(), password.size()) == 0;
}

std::optional<std::string> hash_of(Connection& connection, const Login& login)
{
    return store::one_text(connection, "select hash from sign_in_password where login = $1", {login.value()});
}

Timestamp wait_after(std::int64_t failures)
{
    if (failures < free_failures)
        return 0;
    constexpr Timestamp second = 1'000'000;
    return std::min(second << std::min<std::int64_t>(failures - free_failures, 6), longest_wait);
}

/// Each try counts as a failure until it has proved right, before the password is looked at: so many at once
/// are slowed as one after another. Throws Error{refused} while the wait of the last one lasts.
void begin_try(Connection& connection, const Login& login, Timestamp now)
{
    const auto hash = login_hash(login);
    store::Transaction transaction{connection};
    // A time that lies further off than any wait was written by a clock that was wrong.
    connection.execute("delete from sign_in_failure where until <= $1 or until > $2",
                       {now - failures_last, now + longest_wait});
    std::int64_t failures = 0;
    Timestamp until = 0;
    connection.query("select failures, until from sign_in_failure where login_hash = $1", {hash},
                     [&](const store::Row& row) {
                         failures = row.integer(0);
                         until = row.integer(1);
                     });
    if (until > now) {
        const auto seconds = (until - now + 999'999) / 1'000'000;
        throw Error{Errc::refused,
                    fmt::format("Several tries with this login were wrong. Wait {} second{}, then "
                                "try again; a lost password needs an invitation from your lead.",
                                seconds, seconds == 1 ? "" : "s")};
    }
    ++failures;
    connection.execute("insert into sign_in_failure(login_hash, failures, until) values ($1, $2, $3) "
                       "on conflict (login_hash) do update set failures = excluded.failures, "
                       "until = excluded.until",
                       {hash, failures, now + wait_after(failures)});
    transaction.commit();
}

void note(Connection& connection, const Login& who, const std::string& kind, const Login& of, Clock clock,
          const std::string& kept_hash = {}, Timestamp until = 0)
{
    RegisterWriter writer{connection, who, std::move(clock)};
    writer.note(kind, of, kept_hash.empty() ? std::string{} : proof_of(kept_hash, until));
    writer.finish();
}

bool is_administrator(const Staff& staff)
{
    return staff.is_active && has_role(staff, Role::administrator);
}

} // namespace

bool is_first_use(Connection& connection)
{
    return !store::one_integer(connection, "select 1 from sign_in_password limit 1") &&
           !is_practice(connection);
}

Staff first_user(const std::string& account)
{
    // The colon keeps it apart from every login in the register.
    return {.login = Login{"account:" + account},
            .display_name = "The account " + account,
            .roles = {Role::administrator}};
}

Invitation invite(Connection& connection, const Login& of, const Staff& by, Clock clock)
{
    const Invitation invitation{random_code(), clock() + invitation_lasts};
    store::Transaction transaction{connection};
    Register people{connection};
    if (const auto no = check(Invite{of}, people.find(by.login).value_or(by), people))
        throw *no;
    if (is_first_use(connection))
        if (const auto no = check_first_password(connection, of))
            throw *no;
    connection.execute("insert into sign_in_invitation(login, hash, expires) values ($1, $2, $3) "
                       "on conflict (login) do update set hash = excluded.hash, expires = excluded.expires",
                       {of.value(), code_hash(invitation.code), invitation.expires});
    note(connection, by.login, "invited", of, clock, code_hash(invitation.code), invitation.expires);
    transaction.commit();
    return invitation;
}

void accept_invitation(Connection& connection, const Login& login, std::string_view code,
                       std::string_view password, Clock clock)
{
    must_be_password(password);
    const auto hash = password_hash(password);
    store::Transaction transaction{connection};
    const auto staff = Register{connection}.find(login);
    const auto known =
        store::one_text(connection, "select hash from sign_in_invitation where login = $1 and expires > $2",
                        {login.value(), clock()});
    if (!staff || !staff->is_active || known != code_hash(code))
        throw Error{Errc::refused, "This invitation does not open a way in: the login or the code is wrong, "
                                   "or its seven days are over. Ask your lead for a new one."};
    if (is_first_use(connection))
        if (const auto no = check_first_password(connection, login))
            throw *no;
    store_password(connection, login, hash);
    note(connection, login, "password-set", login, clock, hash);
    transaction.commit();
}

void change_password(Connection& connection, const Login& login, std::string_view old_password,
                     std::string_view password, Clock clock)
{
    must_be_password(password);
    begin_try(connection, login, clock());
    if (!is_password(hash_of(connection, login), old_password))
        throw Error{Errc::refused, "The password until now is not this one; nothing was changed."};
    const auto hash = password_hash(password);
    store::Transaction transaction{connection};
    store_password(connection, login, hash);
    note(connection, login, "password-set", login, clock, hash);
    transaction.commit();
}

std::optional<Error> check_first_password(Connection& connection, const Login& login)
{
    if (!is_first_use(connection))
        return Error{Errc::refused,
                     "Somebody already has a password here, so passwords are set by invitation: "
                     "guidepostctl staff invite LOGIN. When no administrator can sign in any more: "
                     "guidepostctl staff recover LOGIN"};
    const auto everybody = Register{connection}.list();
    const auto administrator = std::find_if(everybody.begin(), everybody.end(), is_administrator);
    if (administrator == everybody.end())
        return Error{Errc::refused,
                     "The first password is an administrator's, who lets in everybody else, and there is no "
                     "administrator yet. Enter one: guidepostctl staff edit LOGIN name=NAME "
                     "roles=administrator region=REGION"};
    const auto staff = Register{connection}.find(login);
    if (!staff)
        return Error{Errc::not_found, "There is nobody of that login in the register."};
    if (!is_administrator(*staff))
        return Error{Errc::refused,
                     fmt::format("The first password is an administrator's, who lets in everybody else. Set "
                                 "that of {} first, then invite this person: guidepostctl staff invite {}",
                                 administrator->login.value(), login.value())};
    return std::nullopt;
}

void set_first_password(Connection& connection, const Login& login, std::string_view password,
                        const Staff& by, Clock clock)
{
    must_be_password(password);
    const auto hash = password_hash(password);
    store::Transaction transaction{connection};
    if (const auto no = check_first_password(connection, login))
        throw *no;
    store_password(connection, login, hash);
    note(connection, by.login, "password-set", login, clock, hash);
    transaction.commit();
}

SignedIn sign_in(Connection& connection, const Login& login, std::string_view password, Clock clock)
{
    begin_try(connection, login, clock());
    const auto proved = is_password(hash_of(connection, login), password);
    const auto staff = Register{connection}.find(login);
    if (!proved || !staff || !staff->is_active)
        throw Error{Errc::refused, "That login and password do not belong together. Somebody new, or whose "
                                   "password is lost, needs an invitation from their lead."};
    SignedIn session{login, random_key(), clock() + session_lasts};
    store::Transaction transaction{connection};
    forget_tries(connection, login);
    connection.execute("delete from sign_in_session where login = $1 or expires <= $2",
                       {login.value(), clock()});
    connection.execute("insert into sign_in_session(token_hash, login, expires) values ($1, $2, $3)",
                       {token_hash(session.token), login.value(), session.expires});
    note(connection, login, "signed-in", login, clock, token_hash(session.token), session.expires);
    transaction.commit();
    return session;
}

std::optional<Staff> find_session(Connection& connection, std::string_view token, Timestamp now)
{
    const auto login = store::one_text(
        connection, "select login from sign_in_session where token_hash = $1 and expires > $2",
        {token_hash(token), now});
    if (!login)
        return std::nullopt;
    auto staff = Register{connection}.find(Login{*login});
    return staff && staff->is_active ? staff : std::nullopt;
}

void sign_out(Connection& connection, std::string_view token, Clock clock)
{
    store::Transaction transaction{connection};
    const auto login = store::one_text(
        connection, "delete from sign_in_session where token_hash = $1 returning login", {token_hash(token)});
    if (!login)
        return;
    note(connection, Login{*login}, "signed-out", Login{*login}, clock);
    transaction.commit();
}

} // namespace guidepost::people
