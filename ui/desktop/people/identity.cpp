// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/people/identity.h"

#include "core/people/name_order.h"
#include "core/people/register.h"
#include "core/text/error.h"
#include "ui/desktop/people/people_words.h"

namespace guidepost::desktop {
namespace {

constexpr const char* acting_as = "acting-as";

} // namespace

Identity::Identity(desk::Desk& desk, journal::Journal& journal)
    : desk_{desk},
      journal_{journal},
      session_{desk.places().profile},
      is_practice_{people::is_practice(desk.connection())}
{
    who_ = look();
}

std::vector<people::Staff> Identity::everybody()
{
    return people::by_name(people::Register{desk_.connection()}.list());
}

std::optional<people::Staff> Identity::look()
{
    auto& connection = desk_.connection();
    if (is_practice_) {
        people::Register staff{connection};
        if (const auto kept = journal_.setting(acting_as))
            if (auto person = staff.find(Login{*kept}); person && person->is_active)
                return person;
        return staff.find(first_to_act_as(staff.list()));
    }
    if (people::is_first_use(connection))
        return people::first_user(desk_.account());
    const auto now = system_now();
    try {
        if (const auto token = session_.read(now))
            return people::find_session(connection, *token, now);
    } catch (const Error&) {
        // A session file that is not ours alone counts as none.
    }
    return std::nullopt;
}

void Identity::act_as(const Login& login)
{
    const auto person = people::Register{desk_.connection()}.find(login);
    if (!is_practice_ || !person || !person->is_active)
        throw Error{Errc::not_found, "There is nobody of that name to act as."};
    journal_.set_setting(acting_as, login.value());
    who_ = person;
}

void Identity::signed_in(const people::SignedIn& session)
{
    session_.write(session.token);
    who_ = look();
}

void Identity::lock()
{
    if (is_practice_)
        return;
    try {
        if (const auto token = session_.read(system_now()))
            people::sign_out(desk_.connection(), *token);
    } catch (const Error&) {
        // It goes all the same.
    }
    session_.remove();
    who_ = look();
}

bool Identity::refresh(bool is_in_use)
{
    const auto before = who_;
    if (!is_practice_ && who_ && !is_in_use && !people::is_first_use(desk_.connection()))
        lock();
    else
        who_ = look();
    return who_ != before;
}

} // namespace guidepost::desktop
