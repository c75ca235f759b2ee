// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/practice.h"

#include "core/consultation/acts/practice_threads.h"
#include "core/people/practice_people.h"
#include "core/people/register.h"

namespace guidepost::desk {

std::filesystem::path practice_profile()
{
    return find_places({}).profile.parent_path() / "guidepost-practice";
}

bool make_practice(Desk& desk, Clock clock)
{
    if (desk.is_read_only())
        return false;
    auto& connection = desk.connection();
    const auto& content = desk.places().content;
    const bool has_new_people = people::put_practice_people(connection, content, clock);
    const bool has_new_threads =
        consultation::put_practice_threads(connection, content, consultation::read_rules(content),
                                           people::Register{connection}.everybody(), clock());
    return has_new_people || has_new_threads;
}

} // namespace guidepost::desk
