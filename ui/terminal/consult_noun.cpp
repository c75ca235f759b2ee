// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/consult_verbs.h"

namespace guidepost::terminal {

void add_consult(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("consult", "Ask a specialist, answer, decide");
    noun->require_subcommand(1)->fallthrough();
    add_consult_ask(*noun, action);
    add_consult_read(*noun, action);
    add_consult_write(*noun, action);
    add_consult_decide(*noun, action);
    add_consult_record(*noun, action);
    add_consult_settled(*noun, action);
    noun->footer(
        "Case material is OFFICIAL-SENSITIVE. Texts come from stdin or --file, never from the command\n"
        "line, which other accounts of the computer can see.");
}

} // namespace guidepost::terminal
