// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/privacy/likely_names.h"

#include <string>
#include <vector>

namespace guidepost::test {

struct NameLine {
    privacy::NameClue clue;
    std::string name;
    std::string text;
};

/// Lines as officers write them, each with one invented name, made anew from the same seed each time.
std::vector<NameLine> name_lines(std::size_t count);

/// The words that ship, with the dictionary of this machine.
const privacy::KnownWords& shipped_words();
const privacy::RoleWords& shipped_roles();

} // namespace guidepost::test
