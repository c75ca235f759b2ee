// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/import.h"
#include "ui/terminal/output.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace guidepost::terminal {

enum class Detail { first_few, all };

/// What an import did and did not do, for a person: reasons grouped, the first twenty of each list.
std::string import_text(const guidance::ImportReport& report, bool is_dry_run, Detail detail,
                        const Output& out);

nlohmann::ordered_json import_json(const guidance::ImportReport& report, bool is_dry_run);

} // namespace guidepost::terminal
