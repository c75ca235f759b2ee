// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/people/people_words.h"

#include "core/pages/pages.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::desktop {

std::string about_person(const people::Staff& person)
{
    std::vector<std::string> parts;
    for (const auto role : person.roles)
        parts.emplace_back(people::word_of(role));
    for (const auto& skill : person.skills)
        parts.push_back(pages::words_of(skill.specialism));
    if (person.band > 0)
        parts.push_back(fmt::format("band {}", person.band));
    parts.push_back(person.region);
    parts.push_back(person.pdu);
    std::erase(parts, "");
    return join(parts, ", ");
}

std::vector<people::Staff> find_people(const std::vector<people::Staff>& everybody, std::string_view typed)
{
    const auto words = split(lower_ascii(typed), ' ');
    std::vector<people::Staff> found;
    for (const auto& person : everybody) {
        const auto all =
            lower_ascii(person.display_name + " " + person.login.value() + " " + about_person(person));
        if (std::all_of(words.begin(), words.end(),
                        [&](const auto& word) { return all.find(word) != std::string::npos; }))
            found.push_back(person);
    }
    return found;
}

Login first_to_act_as(const std::vector<people::Staff>& everybody)
{
    const auto officer = std::find_if(everybody.begin(), everybody.end(), [](const auto& person) {
        return person.roles == std::set{people::Role::officer};
    });
    if (officer != everybody.end())
        return officer->login;
    return everybody.empty() ? Login{} : everybody.front().login;
}

} // namespace guidepost::desktop
