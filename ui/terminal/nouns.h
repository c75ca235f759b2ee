// SPDX-License-Identifier: GPL-2.0-or-later
// One function a noun: describes its verbs and options, and leaves in `action` what was asked for.
#pragma once

#include "ui/terminal/session.h"

#include <CLI/CLI.hpp>

#include <string>

namespace guidepost::terminal {

/// What stands below a verb's options: remarks and an example.
inline void explain(CLI::App& verb, const std::string& text)
{
    verb.footer("--profile DIR and --json as for every command.\n" + text);
}

void add_search(CLI::App& app, Action& action);
void add_article(CLI::App& app, Action& action);
void add_article_check(CLI::App& noun, Action& action);
void add_article_imports(CLI::App& noun, Action& action);
void add_index(CLI::App& app, Action& action);
void add_module(CLI::App& app, Action& action);
void add_programme(CLI::App& app, Action& action);
void add_programme_reading(CLI::App& noun, Action& action);
void add_programme_people(CLI::App& noun, Action& action);
void add_source(CLI::App& app, Action& action);
void add_store(CLI::App& app, Action& action);
void add_staff(CLI::App& app, Action& action);
void add_staff_ask(CLI::App& noun, Action& action);
void add_staff_import(CLI::App& noun, Action& action);
void add_staff_edits(CLI::App& noun, Action& action);
void add_staff_sign_in(CLI::App& noun, Action& action);
void add_staff_training(CLI::App& noun, Action& action);
void add_staff_training_import(CLI::App& noun, Action& action);
void add_sign_in(CLI::App& app, Action& action);
void add_guard(CLI::App& app, Action& action);
void add_route(CLI::App& app, Action& action);
void add_consult(CLI::App& app, Action& action);
void add_offer(CLI::App& app, Action& action);
void add_advice(CLI::App& app, Action& action);
void add_inbox(CLI::App& app, Action& action);
void add_clerk(CLI::App& app, Action& action);
void add_draft(CLI::App& app, Action& action);

} // namespace guidepost::terminal
