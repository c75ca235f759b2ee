// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of `staff` by which somebody comes to a password.
#include "core/people/recovery.h"
#include "core/people/register.h"
#include "core/people/sign_in.h"
#include "core/text/error.h"
#include "core/text/wrap.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/secret_input.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

Exit invite(const std::string& login, Session& session)
{
    const auto desk = open_desk(session);
    const auto by = signed_in(session, *desk);
    if (people::is_practice(desk->connection()))
        throw Error{Errc::refused, "Nobody signs in on a practice desk, so nobody is invited."};
    const auto invitation = people::invite(desk->connection(), Login{login}, by);
    if (session.json)
        session.out.add_json({{"version", 1},
                              {"login", login},
                              {"code", invitation.code},
                              {"expires", format_timestamp(invitation.expires)}});
    else
        session.out.add(fmt::format("{}\nHand it over in person. It opens the way in once, until {}:\n"
                                    "  guidepostctl sign-in {} --invitation\n",
                                    session.out.bold(invitation.code),
                                    format_date_long(date_of(invitation.expires)), clean(login)));
    return Exit::ok;
}

Exit set_password(const std::string& login, Session& session)
{
    const auto desk = open_desk(session);
    const auto by = signed_in(session, *desk);
    auto& connection = desk->connection();
    if (people::is_practice(connection))
        throw Error{Errc::refused, "Nobody signs in on a practice desk, so nobody has a password."};
    if (people::is_first_use(connection)) {
        if (const auto no = people::check_first_password(connection, Login{login}))
            throw login.empty() && no->code() == Errc::not_found
                ? Error{Errc::usage, "Say whose password: nobody is signed in yet."}
                : *no;
        people::set_first_password(connection, Login{login}, ask_new_secret(session, "New password"), by);
        session.out.message(
            "Set. From now on people sign in; the others are invited with: guidepostctl staff "
            "invite LOGIN");
        return Exit::ok;
    }
    if (!login.empty() && by.login != Login{login})
        throw Error{Errc::refused,
                    "Only your own password. Somebody else's is set by invitation: guidepostctl "
                    "staff invite LOGIN"};
    const auto before = ask_secret(session, "Password until now");
    people::change_password(connection, by.login, before, ask_new_secret(session, "New password"));
    session.out.message("Changed. Sign in again: guidepostctl sign-in " + by.login.value());
    return Exit::ok;
}

Exit recover(const std::string& login, Session& session)
{
    const auto desk = open_desk(session);
    auto& connection = desk->connection();
    const auto& profile = desk->places().profile;
    people::must_own_store(profile);
    if (const auto no = people::check_recovery(connection, Login{login}))
        throw *no;
    people::recover(connection, profile, Login{login}, ask_new_secret(session, "New password"),
                    desk->account());
    session.out.message(fmt::format("Recovered, and recorded as an act of the account {}. Sign in: "
                                    "guidepostctl sign-in {}",
                                    clean(desk->account()), clean(login)));
    return Exit::ok;
}

void add_verb(CLI::App& noun, Action& action, const char* name, const char* what, const char* more,
              bool is_required, Exit (*run)(const std::string&, Session&))
{
    auto login = std::make_shared<std::string>();
    auto* verb = noun.add_subcommand(name, what)->fallthrough();
    verb->add_option("login", *login, "as staff list says it")->type_name("LOGIN")->required(is_required);
    explain(*verb, more);
    verb->callback([login, run, &action] {
        action = [login, run](Session& session) {
            return run(*login, session);
        };
    });
}

} // namespace

void add_staff_sign_in(CLI::App& noun, Action& action)
{
    add_verb(noun, action, "invite", "A code with which somebody sets their password",
             "By a lead of the region or an administrator. It is shown once, is never stored and lasts seven "
             "days.\nExample:\n  guidepostctl staff invite officer-14",
             true, invite);
    add_verb(noun, action, "password", "Change your password, or set the very first one",
             "Typed unseen, or lines of stdin: the one until now, then the new one. As long as nobody has a\n"
             "password, the account that owns the store sets that of an administrator, without one before.\n"
             "Where there is no administrator yet, it enters one first:\n"
             "  guidepostctl staff edit administrator-1 name=NAME roles=administrator region=London\n"
             "Example:\n  guidepostctl staff password administrator-1",
             false, set_password);
    add_verb(noun, action, "recover", "A new password for an administrator, when none can sign in",
             "By the account of the computer that owns the store's files, which is the proof; recorded with\n"
             "its name. The password is typed unseen, or a line of stdin. Where nobody who works here is an\n"
             "administrator, the person becomes one.\n"
             "Example:\n  guidepostctl staff recover administrator-1",
             true, recover);
}

} // namespace guidepost::terminal
