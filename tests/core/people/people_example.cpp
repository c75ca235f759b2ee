// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/people/people_example.h"

#include "core/people/sign_in.h"

namespace guidepost::test {

people::Staff person(const std::string& login, people::Role role, const std::string& region)
{
    return {.login = Login{login},
            .display_name = "Person " + login,
            .roles = {role},
            .band = 4,
            .region = region,
            .pdu = "North PDU"};
}

PeopleExample::PeopleExample() : connection_{store::open_store(dir_.path() / "profile")}
{
    using people::Role;
    write([](people::RegisterWriter& writer) {
        writer.put_staff(person("officer-1", Role::officer));
        writer.put_staff(person("specialist-1", Role::specialist));
        writer.put_staff(person("trainer-1", Role::trainer));
        writer.put_staff(person("lead-1", Role::lead));
        writer.put_staff(person("lead-2", Role::lead, "Wales"));
        writer.put_staff(person("administrator-1", Role::administrator));
    });
}

people::Staff PeopleExample::find(const std::string& login)
{
    return people().find(Login{login}).value();
}

void PeopleExample::set_up()
{
    if (people::is_first_use(*connection_))
        people::set_first_password(*connection_, Login{"administrator-1"}, "basin lantern quarry",
                                   people::first_user("root"));
}

void PeopleExample::give_password(const Login& login, std::string_view password, const Clock& clock)
{
    set_up();
    const auto invitation = people::invite(*connection_, login, find("administrator-1"), clock);
    people::accept_invitation(*connection_, login, invitation.code, password, clock);
}

void PeopleExample::write(const std::function<void(people::RegisterWriter&)>& work)
{
    store::Transaction transaction{*connection_};
    people::RegisterWriter writer{*connection_, Login{"administrator-1"}};
    work(writer);
    writer.finish();
    transaction.commit();
}

std::int64_t PeopleExample::events()
{
    return store::one_integer(*connection_, "select count(*) from event where chain = 'people'").value();
}

Date november(unsigned day)
{
    return std::chrono::year{2026} / std::chrono::November / static_cast<int>(day);
}

} // namespace guidepost::test
