// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/clerk.h"
#include "core/people/register.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guidepost::terminal {
namespace {

/// Asks for nobody's sign-in: it decides nothing that the clock has not decided, and a timer has no hands.
Exit run_clerk_once(Session& session)
{
    const auto desk = open_desk(session);
    const auto rules = consultation::read_rules(desk->places().content);
    const auto everybody = people::Register{desk->connection()}.everybody();
    const auto report =
        consultation::run_clerk(desk->connection(), rules, everybody, system_now(), session.stop);
    if (session.json)
        session.out.add_json({{"version", 1},
                              {"lapsed", report.lapsed},
                              {"escalated", report.escalated},
                              {"offered", report.offered},
                              {"passed_on", report.passed_on}});
    else
        session.out.add(
            fmt::format("{} offers lapsed, {} went to a lead, {} were offered anew, {} passed on from "
                        "somebody who is away or has left, or back.\n",
                        report.lapsed, report.escalated, report.offered, report.passed_on));
    return Exit::ok;
}

} // namespace

void add_clerk(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("clerk", "Write down what the clock did");
    noun->require_subcommand(1)->fallthrough();
    auto* run = noun->add_subcommand("run", "Once, now")->fallthrough();
    explain(*run,
            "An open desk does it too; twice or two at once does no harm. For a timer, every ten minutes.\n"
            "Example:\n  guidepostctl clerk run");
    run->callback([&action] { action = run_clerk_once; });
}

} // namespace guidepost::terminal
