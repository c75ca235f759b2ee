// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/privacy/privacy_guard.h"

#include <string>
#include <vector>

namespace guidepost::test {

struct IdentifierLine {
    privacy::PersonalData what;
    std::string text;
};

/// Lines as officers write them, each with one identifier, made anew from the same seed each time.
std::vector<IdentifierLine> identifier_lines(std::size_t count);

/// Lines as officers write them, without any identifier but full of numbers.
std::vector<std::string> clean_lines(std::size_t count);

} // namespace guidepost::test
