// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: what the learned reader sees of a stretch of text. script/danger-weights has them from
// here, so that what is learned and what is read cannot differ.
#pragma once

#include "core/consultation/danger/spoken_words.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

/// "threatened", "threatening" and "threatens" are "threaten". Not a linguist's stem: what words share,
/// shortly.
std::string danger_stem(std::string_view word);

/// Of one kind.
using DangerFeatures = std::vector<std::string>;

/// A text as the learned reader takes it.
struct DangerText {
    std::vector<Word> words = {};
    /// By word, in braces: the names of the classes and contexts of red-flags.yaml that stand there, and of a
    /// rule that stands there the reason why it does not count ("{denied}").
    std::vector<std::vector<std::string_view>> classes = {};
};

/// Each three and four letters of a word with its edges ("/^kil", "/ill$"): they still hold when it is
/// mistyped.
DangerFeatures letters_of(std::string_view word);

/// The stem before a word in its sentence with its own ("will_kill"); "" at the start of a sentence.
std::string pair_before(const DangerText& text, std::size_t at);

/// Of words [first, last), each once, in order of bytes: stems ("kill"), pairs within them, letters, and
/// classes
/// ("{blade}"), which hold words that nobody used in the sentences learned from.
std::array<DangerFeatures, 4> danger_features(const DangerText& text, std::size_t first, std::size_t last);

} // namespace guidepost::consultation
