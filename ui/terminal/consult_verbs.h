// SPDX-License-Identifier: GPL-2.0-or-later
// The verbs of the noun consult, by subject.
#pragma once

#include "ui/terminal/nouns.h"

namespace guidepost::terminal {

void add_consult_ask(CLI::App& noun, Action& action);     ///< ask
void add_consult_read(CLI::App& noun, Action& action);    ///< list, show, find
void add_consult_write(CLI::App& noun, Action& action);   ///< reply, note, ask-more, call, action, minutes
void add_consult_decide(CLI::App& noun, Action& action);  ///< hand-over, second-opinion, escalate, assign ...
void add_consult_record(CLI::App& noun, Action& action);  ///< export, to-guidance, redact, hold, restrict
void add_consult_settled(CLI::App& noun, Action& action); ///< settled

} // namespace guidepost::terminal
