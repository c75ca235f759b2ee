// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "ui/terminal/consult_desk.h"

namespace guidepost::terminal {
namespace {

using namespace consultation;

void add_decline(CLI::App& noun, Action& action)
{
    auto* verb =
        noun.add_subcommand("decline", "It goes to the next who qualifies, or to the lead")->fallthrough();
    const auto options = add_thread_options(*verb, Takes::text);
    auto reason = std::make_shared<std::string>();
    verb->add_option("--reason", *reason, "conflict (no detail is asked for), no-time, not-my-field or other")
        ->required()
        ->check(CLI::IsMember({"conflict", "no-time", "not-my-field", "other"}))
        ->type_name("REASON");
    explain(*verb, "With --reason other the words come from stdin or --file.\n"
                   "Example:\n  guidepostctl offer decline GP-7K2M9Q --reason no-time");
    verb->callback([options, reason, &action] {
        action = [options, reason](Session& session) {
            const auto why = parse_decline_reason(*reason).value_or(DeclineReason::other);
            const bool has_text = why == DeclineReason::other || !options->file.empty();
            auto text = has_text ? read_text(session, options->file) : std::string{};
            ConsultDesk desk{session};
            return say_done(
                session,
                desk.run(DeclineOffer{event_of(options->event), ref_of(options->ref), why, std::move(text)},
                         options->guard()),
                "declined; it goes on.");
        };
    });
}

} // namespace

void add_offer(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("offer", "A question that was offered to you");
    noun->require_subcommand(1)->fallthrough();
    auto* accept = noun->add_subcommand("accept", "Take it: you answer")->fallthrough();
    const auto options = add_thread_options(*accept, Takes::nothing);
    explain(*accept, "Example:\n  guidepostctl offer accept GP-7K2M9Q");
    accept->callback([options, &action] {
        action = [options](Session& session) {
            ConsultDesk desk{session};
            return say_done(session, desk.run(AcceptOffer{event_of(options->event), ref_of(options->ref)}),
                            "it is yours.");
        };
    });
    add_decline(*noun, action);
}

} // namespace guidepost::terminal
