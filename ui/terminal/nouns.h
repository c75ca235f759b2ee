// SPDX-License-Identifier: GPL-2.0-or-later
// One function a noun: describes its verbs and options, and leaves in `action` what was asked for.
#pragma once

#include "ui/terminal/session.h"

#include <CLI/CLI.hpp>

namespace guidepost::terminal {

void add_search(CLI::App& app, Action& action);
void add_article(CLI::App& app, Action& action);
void add_index(CLI::App& app, Action& action);
void add_store(CLI::App& app, Action& action);

} // namespace guidepost::terminal
