// SPDX-License-Identifier: GPL-2.0-or-later
// Who is at the window. On a practice desk anybody may be acted as; elsewhere people sign in, and half an
// hour without a key or a movement locks. Reading guidance needs nobody.
#pragma once

#include "core/desk/desk.h"
#include "core/journal/journal.h"
#include "core/people/session_file.h"
#include "core/people/sign_in.h"
#include "core/people/staff.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// Main thread. Borrows desk and journal.
class Identity {
public:
    Identity(desk::Desk& desk, journal::Journal& journal);

    bool is_practice() const { return is_practice_; }
    /// Nobody: consultations stay shut until somebody signs in.
    const std::optional<people::Staff>& who() const { return who_; }
    Login login() const { return who_ ? who_->login : Login{}; }
    bool has(people::Role role) const { return who_ && people::has_role(*who_, role); }
    /// Those who have not left, by name.
    std::vector<people::Staff> everybody();

    /// On a practice desk. Throws Error{not_found}.
    void act_as(const Login& login);
    /// After people::sign_in, which takes a while and so runs elsewhere.
    void signed_in(const people::SignedIn& session);
    /// Ends the session. Nothing on a practice desk.
    void lock();

    /// Looks again at what may have changed outside: the record of who is here, a session that ended.
    /// `is_in_use`: somebody pressed a key lately. Returns whether who() is another one than before.
    bool refresh(bool is_in_use);

private:
    std::optional<people::Staff> look();

    desk::Desk& desk_;
    journal::Journal& journal_;
    people::SessionFile session_;
    bool is_practice_ = false;
    std::optional<people::Staff> who_;
};

} // namespace guidepost::desktop
