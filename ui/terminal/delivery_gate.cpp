// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/delivery_gate.h"

#include "core/people/register.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/usecases/delivery_words.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>

namespace guidepost::terminal {
namespace {

people::Staff deliverer_said(desk::Desk& desk, const people::Staff& by, const std::string& login)
{
    if (login.empty() || login == by.login.value())
        return by;
    const auto found = people::Register{desk.connection()}.find(Login{login});
    if (!found)
        throw Error{Errc::not_found,
                    fmt::format("There is nobody called {} in the register.", shortened(login, 80))};
    if (!found->is_active)
        throw Error{Errc::refused, fmt::format("{} has left.", found->display_name)};
    if (!usecases::may_answer_for(by, *found))
        throw Error{Errc::refused, "For somebody else it is made by a lead of their region."};
    return *found;
}

/// `what` is what does not happen: "The group does not begin".
[[noreturn]] void refuse(desk::Desk& desk, const people::Staff& of,
                         const std::vector<people::MissingStep>& missing,
                         const usecases::DeliveryNames& names, std::string_view what)
{
    std::vector<std::string> leads;
    for (const auto& lead : usecases::who_may_except(people::Register{desk.connection()}.everybody(), of))
        leads.push_back(lead.display_name);
    throw Error{
        Errc::refused,
        fmt::format("{}, because this is missing: {} What was done is entered with guidepostctl staff "
                    "training-put; until then a lead of the region can make an exception{}.",
                    what, join(usecases::missing_sentences(missing, names), " "),
                    leads.empty() ? ", but the register names none" : ": " + join(leads, ", "))};
}

} // namespace

void allow_sheet(const Session& session, desk::Desk& desk, usecases::Sheet& sheet, const std::string& login)
{
    if (sheet.requirements.empty())
        return;
    const auto deliverer = deliverer_said(desk, signed_in(session, desk), login);
    usecases::deliver_by(sheet, desk, desk.connection(), deliverer);
    if (!sheet.delivery.may())
        refuse(desk, deliverer, sheet.delivery.missing(), usecases::delivery_names({}, desk.vocabulary()),
               fmt::format("It is not made for {}", deliverer.display_name));
}

void allow_start(const Session& session, desk::Desk& desk,
                 const std::vector<programme::Requirement>& requirements,
                 const std::vector<std::string>& logins)
{
    if (requirements.empty())
        return;
    const auto by = signed_in(session, desk);
    std::vector<people::Staff> together;
    for (const auto& login : logins)
        together.push_back(deliverer_said(desk, by, login));
    if (together.empty())
        together.push_back(by);
    std::vector<Login> all;
    for (const auto& one : together)
        all.push_back(one.login);
    const auto missing = usecases::missing_among(desk.connection(), all, requirements, date_of(system_now()));
    if (!missing.empty())
        refuse(desk, together.front(), missing, usecases::delivery_names({}, desk.vocabulary()),
               "The group does not begin");
}

} // namespace guidepost::terminal
