// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/core/privacy/chance.h"
#include "tests/core/privacy/pasted_lines.h"

namespace guidepost::test {

/// One birth date for all slots of a line, so that day, month and year belong together.
struct SomeBirth {
    explicit SomeBirth(Chance& chance);
    std::size_t day, month, year;
};

/// What stands in place of `{slot}`: {DD} {Month} {YYYY} of the birth date, {3} as many digits, {L} a letter,
/// {nhs} {card} {iban} and the like with their check digits, {given} {Given} {GIVEN} names of the half.
std::string filled(std::string_view slot, const PastedHalf& half, const SomeBirth& birth, Chance& chance);

} // namespace guidepost::test
