// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace guidepost::test {

/// Makes a checkout in `place` whose plugins folder is its own, to be changed, and whose other folders are
/// the real ones.
void make_checkout(const std::filesystem::path& place);

} // namespace guidepost::test
