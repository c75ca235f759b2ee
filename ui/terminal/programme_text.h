// SPDX-License-Identifier: GPL-2.0-or-later
// Programmes for a person at a terminal.
#pragma once

#include "core/programme/module_advice.h"
#include "core/programme/plans/brief.h"
#include "core/programme/plans/paths.h"
#include "core/programme/plans/transition.h"
#include "ui/terminal/output.h"

#include <map>
#include <string>

namespace guidepost::terminal {

/// `with_steps`: every step of every option; else of the options there is something to do about, and of all
/// when a module has few.
std::string advice_text(const programme::ModuleAdvice& advice, bool with_steps, const Output& out);
std::string plan_text(const programme::Plan& plan, const Output& out);
std::string brief_text(const programme::BriefSheet& brief, const Output& out);
std::string step_text(const programme::PathStep& step, const Output& out);
std::string transition_text(const programme::Transition& transition,
                            const std::map<std::string, std::string>& names, const Output& out);
std::string group_text(const programme::GroupFindings& findings, const Output& out);

/// The words as lines of the terminal, a line feed at the end; "" for none.
std::string line_text(const Output& out, std::string_view words, std::string_view first = {},
                      std::string_view rest = {});

} // namespace guidepost::terminal
