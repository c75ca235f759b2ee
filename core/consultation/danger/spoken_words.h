// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: text as the words a person meant, whoever typed them in a hurry.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

struct Word {
    std::string text = {}; ///< small letters, without apostrophes; "he'll" is "he" and "will", "he's" is "he"
    std::size_t start = 0; ///< bytes of the text it was read from
    std::size_t end = 0;
    int sentence = 0; ///< ends at . ! ? and at a blank line
    int clause = 0;   ///< ends at a comma and the like, and before "but" and "and"
};

/// What is typed and the words that are meant: "gna" is "going to". Keys are in small letters.
using Spelling = std::map<std::string, std::vector<std::string>, std::less<>>;

/// A number that runs into letters is two words ("14yo"), unless the spelling knows it ("2nite").
std::vector<Word> words_of(std::string_view text, const Spelling& spelling = {});

} // namespace guidepost::consultation
