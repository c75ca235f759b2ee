// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: what the learned reader sees of a stretch of text. script/danger-weights has them from
// here, so that what is learned and what is read cannot differ.
#pragma once

#include "core/consultation/spoken_words.h"

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
    /// By word: the names of the classes and contexts of red-flags.yaml that stand there, and of a rule that
    /// stands there the reason why it does not count ("denied").
    std::vector<std::vector<std::string_view>> classes = {};
};

/// Of one word, by kind: its stem ("kill"), the stem before it in its sentence with its own ("will_kill"),
/// each three and four letters of it with its edges ("/^kil", "/ill$"), which still hold when it is mistyped,
/// and each class that starts there ("{blade}"), which holds words that nobody used in the sentences learned
/// from.
std::array<DangerFeatures, 4> word_features(const DangerText& text, std::size_t at);
constexpr std::size_t pair_kind = 1;

/// Of words [first, last), by kind, each once, in order of bytes. No pair reaches beyond them.
std::array<DangerFeatures, 4> danger_features(const DangerText& text, std::size_t first, std::size_t last);

} // namespace guidepost::consultation
