// SPDX-License-Identifier: GPL-2.0-or-later
// Sentences with what people paste into a question, made anew from templates. Half of the templates, with
// names of their own, are kept out of all tuning.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost::test {

/// [[ and ]] stand around what must be found; {slots} in braces are filled by chance.
struct PastedTemplate {
    std::string_view kind; ///< "date of birth", "kinship"
    std::string_view text;
};

struct PastedHalf {
    std::vector<PastedTemplate> templates = {};
    std::vector<std::string> given = {}, surnames = {}, word_names = {};
    std::vector<std::string> traditions = {}, scripts = {}; ///< whole names
};

const PastedHalf& tuned_half();
const PastedHalf& kept_half();

struct PastedLine {
    std::string_view kind;
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> private_parts; ///< bytes [first, second)
};

/// Each template by turns, so that every kind is among them; the same from the same seed on every machine.
std::vector<PastedLine> pasted_lines(const PastedHalf& half, std::size_t count, unsigned seed);

/// Whether lines of this kind hold a name; the others hold an identifier.
bool is_kind_of_name(std::string_view kind);

} // namespace guidepost::test
