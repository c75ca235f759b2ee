// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace guidepost::guidance {

/// What a text is made of, counted.
struct TextCounts {
    std::size_t words = 0;
    std::size_t sentences = 0;
    std::size_t syllables = 0;
};

/// English text. A line feed ends a sentence, as it ends a heading or an item of a list.
TextCounts count_text(std::string_view text);

/// The age in years at which somebody can be expected to read the text with ease: Flesch-Kincaid grade
/// and 5. An estimate from the length of words and sentences, which knows nothing of meaning; nothing
/// for fewer than 100 words, where it says nothing.
std::optional<int> reading_age(const TextCounts& counts);

} // namespace guidepost::guidance
