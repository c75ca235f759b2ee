// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/delivery_gate.h"

#include "core/desk/delivery_words.h"
#include "core/people/register.h"
#include "core/values/error.h"
#include "core/values/text.h"
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
    if (!desk::may_answer_for(by, *found))
        throw Error{Errc::refused, "For somebody else it is made by a lead of their region."};
    return *found;
}

/// `what` is what does not happen: "The group does not begin".
[[noreturn]] void refuse(desk::Desk& desk, const people::Staff& of,
                         const std::vector<people::MissingStep>& missing, const desk::DeliveryNames& names,
                         std::string_view what)
{
    std::vector<std::string> leads;
    for (const auto& lead : desk::who_may_except(people::Register{desk.connection()}.everybody(), of))
        leads.push_back(lead.display_name);
    throw Error{
        Errc::refused,
        fmt::format("{}, because this is missing: {} What was done is entered with guidepostctl staff "
                    "training-put; until then a lead of the region can make an exception{}.",
                    what, join(desk::missing_sentences(missing, names), " "),
                    leads.empty() ? ", but the register names none" : ": " + join(leads, ", "))};
}

} // namespace

std::vector<std::string> allowed_sheet(const Session& session, desk::Desk& desk,
                                       const std::vector<programme::Requirement>& requirements,
                                       const std::string& login)
{
    if (requirements.empty())
        return {};
    const auto deliverer = deliverer_said(desk, signed_in(session, desk), login);
    const auto names =
        desk::delivery_names(people::Register{desk.connection()}.everybody(), desk.vocabulary());
    const auto delivery =
        desk::delivery_of(desk.connection(), deliverer.login, requirements, date_of(system_now()));
    if (!delivery.may())
        refuse(desk, deliverer, delivery.missing(), names,
               fmt::format("It is not made for {}", deliverer.display_name));
    return desk::delivery_lines(delivery, deliverer, names);
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
    const auto missing = desk::missing_among(desk.connection(), all, requirements, date_of(system_now()));
    if (!missing.empty())
        refuse(desk, together.front(), missing, desk::delivery_names({}, desk.vocabulary()),
               "The group does not begin");
}

} // namespace guidepost::terminal
