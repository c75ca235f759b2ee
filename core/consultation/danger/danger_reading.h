// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: a learned reader of danger, beside the rules. What people wrote when somebody was in
// danger of one kind or of none (content/danger-told.tsv) gave every word, pair of words, run of letters and
// class a weight for each kind (content/danger-weights.tsv, made by script/danger-weights). A stretch of text
// reads like the kind whose weights add up highest. It knows no sense and no facts: it says what words look
// like.
#pragma once

#include "core/consultation/danger/danger_features.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace guidepost::consultation {

/// How the words [first, last) read. All likelihoods together are 1.
struct DangerStretch {
    std::size_t first = 0;
    std::size_t last = 0;
    double harmless = 1;
    std::vector<double> flags = {}; ///< in the order of DangerWeights::flags

    double odds() const { return (1 - harmless) / harmless; } ///< that it is danger of any kind
};

/// Immutable; any thread.
class DangerWeights {
public:
    DangerWeights() = default; ///< knows nothing: no text reads like danger
    /// Throws Error{format} with the line.
    explicit DangerWeights(std::string_view tsv);

    /// Ids, in the order of the table.
    const std::vector<std::string>& flags() const { return flags_; }
    /// SHA-256 of the sentences the weights were learned from.
    const std::string& learned_from() const { return learned_from_; }

    /// All of a text as one stretch.
    DangerStretch read_whole(const DangerText& text) const;

    /// Every two neighbouring sentences are read together, long ones in pieces, so that what stands in one
    /// place of a long question is not thinned out. In order of place; cost grows with the length of the text
    /// alone.
    std::vector<DangerStretch> read(const DangerText& text) const;

    /// A stretch with these odds or more is danger. A text of many stretches has more places that look like
    /// it by chance, so each of them wants more.
    double alarm_odds(std::size_t stretches = 1) const;

private:
    using Weights = std::vector<std::int16_t>; ///< harmless first, then the flags; hundredths

    using Row = std::uint32_t; ///< of the table
    using Rows = std::vector<Row>;
    using Sums = std::vector<int>;
    /// What is known of the words of a piece, by kind of feature, each once and in order, and the sums of it.
    /// The pair that leads into it is kept apart: it belongs to a stretch that starts before.
    struct Piece {
        std::size_t first = 0;
        std::size_t last = 0;
        std::array<Rows, 4> rows = {};
        std::array<Sums, 4> sums = {};
        std::optional<Row> leading_pair = {};
    };
    using RowsOfWords = std::unordered_map<std::string_view, std::pair<std::optional<Row>, Rows>>;

    std::optional<Row> row(std::string_view feature) const;
    void add(Sums& sums, Row row, int times = 1) const;
    Piece piece(const DangerText& text, std::size_t first, std::size_t last, RowsOfWords& seen) const;
    DangerStretch read(const Piece& piece, const Piece* next) const;

    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    std::vector<std::string> flags_;
    std::string learned_from_;
    double alarm_ = 1; ///< from this likelihood of any danger on a stretch is told
    Weights bias_;
    std::unordered_map<std::string, Row, Hash, std::equal_to<>> rows_;
    Weights table_; ///< row after row
};

} // namespace guidepost::consultation
