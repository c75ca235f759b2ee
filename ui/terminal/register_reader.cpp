// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/register_reader.h"

#include "core/people/register.h"
#include "core/people/rights.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/values/region.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>

namespace guidepost::terminal {

people::Staff register_reader(const Session& session, desk::Desk& desk)
{
    if (session.as.empty() && people::is_practice(desk.connection()))
        return {};
    auto person = signed_in(session, desk);
    if (!people::may(person.roles, people::Action::read_staff, people::Relation::none))
        throw Error{Errc::refused, "The register is read by those who work here: your record has no role."};
    return person;
}

std::string region_name(const std::string& said)
{
    if (said.empty())
        return {};
    const auto region = find_region(said);
    if (!region)
        throw Error{Errc::usage, fmt::format("{} is none of the twelve regions. Say a name such as \"North "
                                             "West\" or a code such as N51.",
                                             shortened(said, 80))};
    return std::string{region->name};
}

} // namespace guidepost::terminal
