// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/people/people_example.h"

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
