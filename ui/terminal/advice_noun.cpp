// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/consult_desk.h"

#include <fmt/format.h>

namespace guidepost::terminal {
namespace {

using namespace consultation;

void add_choice(CLI::App& noun, Action& action, AdviceChoice choice, const char* does)
{
    const std::string name{word_of(choice)};
    auto* verb = noun.add_subcommand(name, does)->fallthrough();
    const auto options = add_thread_options(*verb, Takes::text);
    explain(*verb, fmt::format("{}\nExample:\n  guidepostctl advice {} GP-7K2M9Q{}",
                               choice == AdviceChoice::agree ? "A reason may be given with --file."
                                                             : "The reason comes from stdin or --file.",
                               name, choice == AdviceChoice::agree ? "" : " <reason.txt"));
    verb->callback([options, choice, &action] {
        action = [options, choice](Session& session) {
            const bool has_text = choice != AdviceChoice::agree || !options->file.empty();
            auto reason = has_text ? read_text(session, options->file) : std::string{};
            ConsultDesk desk{session};
            return say_done(session,
                            desk.run(ChooseAdvice{event_of(options->event), ref_of(options->ref), choice,
                                                  std::move(reason)},
                                     options->guard()),
                            "your decision is kept.");
        };
    });
}

} // namespace

void add_advice(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("advice", "As officer: decide what you do with an answer");
    noun->require_subcommand(1)->fallthrough();
    add_choice(*noun, action, AdviceChoice::agree, "Follow it");
    add_choice(*noun, action, AdviceChoice::adapt, "Follow it with changes");
    add_choice(*noun, action, AdviceChoice::decline, "Do not follow it");
}

} // namespace guidepost::terminal
