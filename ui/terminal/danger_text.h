// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/consultation/danger/red_flags.h"
#include "ui/terminal/output.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace guidepost::terminal {

/// The nearest danger first and large; whatever else it may be, and whom to call, after it.
void add_danger(Output& out, const std::vector<consultation::RedFlag>& flags);
nlohmann::ordered_json danger_json(const std::vector<consultation::RedFlag>& flags);

} // namespace guidepost::terminal
