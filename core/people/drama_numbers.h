// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace guidepost::people {

/// Whether a text holds a telephone number that Ofcom keeps for drama, as the practice desk's are: nobody
/// answers it. https://www.ofcom.org.uk, numbers for use in TV and radio drama, read 2026-11-30.
bool has_drama_number(std::string_view text);

} // namespace guidepost::people
