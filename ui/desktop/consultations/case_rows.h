// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/consultation/thread/thread.h"

#include <string>
#include <utility>
#include <vector>

namespace guidepost::desktop {

/// What is known of a case, as name and value, in the order of the case form; OASys items apart, which are
/// too many to read beside a thread.
std::vector<std::pair<std::string, std::string>> case_rows(const CaseProfile& profile);

/// What modules asked of whoever answers, then how it came to whoever has it, and who was passed over: names
/// for those who may read them, counts for others.
std::vector<std::string> routing_lines(const consultation::Thread& thread,
                                       const std::map<Login, std::string>& names);

} // namespace guidepost::desktop
