// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/consultation/rules.h"
#include "core/people/staff.h"
#include "core/store/connection.h"

#include <filesystem>
#include <vector>

namespace guidepost::consultation {

/// Brings the consultations of content/practice/threads.yaml onto a practice desk, through the commands
/// that people use, at moments counted back from `now`. Returns false, and does nothing, when the desk has
/// consultations already. Throws Error{format} when what ships cannot be read or done, with the line;
/// those before it stay, and the next call finds consultations.
bool put_practice_threads(store::Connection& connection, const std::filesystem::path& content,
                          const Rules& rules, const std::vector<people::Staff>& everybody, Timestamp now);

} // namespace guidepost::consultation
