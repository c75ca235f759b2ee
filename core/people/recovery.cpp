// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/recovery.h"

#include "core/people/password.h"
#include "core/people/register.h"
#include "core/people/sign_in.h"
#include "core/store/store.h"
#include "core/text/error.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace guidepost::people {
namespace {

bool is_own(const std::filesystem::path& path)
{
    struct stat status {};
    return lstat(path.c_str(), &status) == 0 && !S_ISLNK(status.st_mode) && status.st_uid == geteuid() &&
           geteuid() == getuid();
}

bool is_administrator(const Staff& staff)
{
    return staff.is_active && has_role(staff, Role::administrator);
}

} // namespace

void must_own_store(const std::filesystem::path& profile)
{
    for (const auto& path : {profile, store::embedded_store_file(profile)})
        if (!is_own(path))
            throw Error{Errc::refused,
                        fmt::format("{} belongs to another account of this computer, or is a link. Only the "
                                    "account that owns the store recovers it.",
                                    path.string())};
}

std::optional<Error> check_recovery(store::Connection& connection, const Login& login)
{
    if (is_practice(connection))
        return Error{Errc::refused, "Nobody signs in on a practice desk, so there is nothing to recover."};
    if (is_first_use(connection))
        return Error{Errc::refused, "Nobody has a password here yet, so there is nothing to recover. Set the "
                                    "first one: guidepostctl staff password LOGIN"};
    Register people{connection};
    const auto staff = people.find(login);
    if (!staff)
        return Error{Errc::not_found, "There is nobody of that login in the register."};
    if (!staff->is_active)
        return Error{Errc::refused, "This person has left. Name an administrator who works here, or, where "
                                    "there is none, somebody who does."};
    const auto everybody = people.list();
    const auto administrator = std::find_if(everybody.begin(), everybody.end(), is_administrator);
    if (administrator != everybody.end() && !is_administrator(*staff))
        return Error{Errc::refused, fmt::format("Only an administrator is recovered so, who then invites the "
                                                "others. There is {}.",
                                                administrator->login.value())};
    return std::nullopt;
}

void recover(store::Connection& connection, const std::filesystem::path& profile, const Login& login,
             std::string_view password, const std::string& account, Clock clock)
{
    must_own_store(profile);
    must_be_password(password);
    const auto hash = password_hash(password);
    store::Transaction transaction{connection};
    if (const auto no = check_recovery(connection, login))
        throw *no;
    RegisterWriter writer{connection, first_user(account).login, std::move(clock)};
    auto staff = *Register{connection}.find(login);
    if (staff.roles.insert(Role::administrator).second)
        writer.put_staff(staff);
    store_password(connection, login, hash);
    writer.note("recovered", login, proof_of(hash));
    writer.finish();
    transaction.commit();
}

} // namespace guidepost::people
