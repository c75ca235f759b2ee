// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/signed_in.h"

#include "core/people/register.h"
#include "core/people/session_file.h"
#include "core/people/sign_in.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>

namespace guidepost::terminal {
namespace {

people::Staff acted_as(const std::string& login, store::Connection& connection)
{
    if (login.empty())
        throw Error{Errc::refused, "This is a practice desk: say who you are, for example --as officer-14. "
                                   "Who there is: guidepostctl staff list"};
    const auto person = people::Register{connection}.find(Login{login});
    if (!person)
        throw Error{Errc::not_found, fmt::format("There is nobody called {} on this practice desk. Who there "
                                                 "is: guidepostctl staff list",
                                                 shortened(login, 80))};
    if (!person->is_active)
        throw Error{Errc::refused, fmt::format("{} has left.", person->display_name)};
    return *person;
}

} // namespace

people::Staff signed_in(const Session& session, desk::Desk& desk)
{
    auto& connection = desk.connection();
    if (people::is_practice(connection))
        return acted_as(session.as, connection);
    if (!session.as.empty())
        throw Error{Errc::refused, "--as works on a practice desk only. Here: guidepostctl sign-in LOGIN"};
    if (people::is_first_use(connection))
        return people::first_user(desk.account());
    const auto now = system_now();
    if (const auto token = people::SessionFile{desk.places().profile}.read(now))
        if (const auto person = people::find_session(connection, *token, now))
            return *person;
    throw Error{Errc::refused,
                "Nobody is signed in, or half an hour went by without a command. Sign in with: "
                "guidepostctl sign-in LOGIN"};
}

} // namespace guidepost::terminal
