// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/register.h"
#include "core/people/session_file.h"
#include "core/people/sign_in.h"
#include "core/text/error.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/secret_input.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

constexpr const char* what_it_is =
    "An embedded store belongs to one account of the computer: sign-in here is "
    "attribution, not secrecy.";

struct SignIn {
    std::string login = {};
    bool by_invitation = false;
};

void refuse_practice(desk::Desk& desk)
{
    if (people::is_practice(desk.connection()))
        throw Error{Errc::refused, "Nobody signs in on a practice desk. Say who you are with --as LOGIN."};
}

Exit sign_in(const SignIn& wanted, Session& session)
{
    const auto desk = open_desk(session);
    refuse_practice(*desk);
    const Login login{wanted.login};
    auto& connection = desk->connection();
    std::string password;
    if (wanted.by_invitation) {
        const auto code = ask_secret(session, "Code of the invitation");
        password = ask_new_secret(session, "New password");
        people::accept_invitation(connection, login, code, password);
    } else {
        password = ask_secret(session, "Password");
    }
    const auto signed_in = people::sign_in(connection, login, password);
    people::SessionFile{desk->places().profile}.write(signed_in.token);
    if (session.json)
        session.out.add_json({{"version", 1},
                              {"login", login.value()},
                              {"expires", format_timestamp(signed_in.expires)},
                              {"idle_minutes", people::idle_lasts / 60'000'000}});
    else
        session.out.message(fmt::format("Signed in as {}. Half an hour without a command, or twelve hours, "
                                        "end it. {}",
                                        clean(login.value()), what_it_is));
    return Exit::ok;
}

Exit sign_out(Session& session)
{
    const auto desk = open_desk(session);
    const people::SessionFile file{desk->places().profile};
    std::optional<std::string> token;
    try {
        token = file.read(system_now());
    } catch (const Error&) {
        // One that is not ours alone goes all the same.
    }
    if (token)
        people::sign_out(desk->connection(), *token);
    file.remove();
    session.out.message(token ? "Signed out." : "Nobody was signed in.");
    return Exit::ok;
}

} // namespace

void add_sign_in(CLI::App& app, Action& action)
{
    auto wanted = std::make_shared<SignIn>();
    auto* in = app.add_subcommand("sign-in", "Say who you are, once for a while")->fallthrough();
    in->add_option("login", wanted->login, "as the register names you")->required()->type_name("LOGIN");
    in->add_flag("--invitation", wanted->by_invitation,
                 "with the code of an invitation: sets your password first");
    explain(*in, std::string{what_it_is} +
                     "\nThe password is typed unseen, or read as a line of stdin: never an argument. With\n"
                     "--invitation the code comes first. The session is a file of your own below\n"
                     "XDG_RUNTIME_DIR.\nExample:\n  guidepostctl sign-in officer-14 --invitation");
    in->callback([wanted, &action] {
        action = [wanted](Session& session) {
            return sign_in(*wanted, session);
        };
    });
    auto* out = app.add_subcommand("sign-out", "End it")->fallthrough();
    explain(*out, "Example:\n  guidepostctl sign-out");
    out->callback([&action] { action = sign_out; });
}

} // namespace guidepost::terminal
