// SPDX-License-Identifier: GPL-2.0-or-later
// A store in a temporary folder with five people, one of each role.
#pragma once

#include "core/people/register.h"
#include "core/store/store.h"
#include "tests/support/temp_dir.h"

#include <functional>
#include <memory>

namespace guidepost::test {

people::Staff person(const std::string& login, people::Role role, const std::string& region = "North West");

class PeopleExample {
public:
    PeopleExample();

    store::Connection& connection() { return *connection_; }
    people::Register people() { return people::Register{*connection_}; }
    people::Staff find(const std::string& login);
    const std::filesystem::path& profile() const { return dir_.path(); }

    /// Ends first use: administrator-1 has a password.
    void set_up();
    /// By invitation, on a store that is set up or becomes so.
    void give_password(const Login& login, std::string_view password, const Clock& clock = system_now);

    /// One transaction as "administrator-1".
    void write(const std::function<void(people::RegisterWriter&)>& work);
    std::int64_t events();

private:
    TempDir dir_;
    std::unique_ptr<store::Connection> connection_;
};

Date november(unsigned day);

} // namespace guidepost::test
