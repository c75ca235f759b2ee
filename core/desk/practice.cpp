// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/practice.h"

#include "core/people/practice_people.h"

namespace guidepost::desk {

std::filesystem::path practice_profile()
{
    return find_places({}).profile.parent_path() / "guidepost-practice";
}

bool make_practice(Desk& desk, Clock clock)
{
    if (desk.is_read_only())
        return false;
    return people::put_practice_people(desk.connection(), desk.places().content, std::move(clock));
}

} // namespace guidepost::desk
