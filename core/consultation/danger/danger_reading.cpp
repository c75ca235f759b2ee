// SPDX-License-Identifier: GPL-2.0-or-later
// The table of weights: lines of columns with tabs between them, comments after '#'.
//
//   (learned_from)  SHA-256 of the sentences
//   (alarm)         hundredths: from this likelihood of any danger on a text is told
//   (flags)         harmless, then the ids of the flags: what the columns below are for
//   (bias)          a weight for each of them, in hundredths, and so every line that follows
//   kill_her        ...
#include "core/consultation/danger/danger_reading.h"

#include "core/text/text.h"
#include "core/text/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace guidepost::consultation {
namespace {

constexpr double hundredth = 0.01;
constexpr std::size_t pair_kind = 1;
/// A sentence may be a whole page when nobody types a full stop.
constexpr std::size_t longest_piece = 24;
/// However long a text is, what is as likely as this is told.
constexpr double sure_odds = 19;

std::vector<std::string_view> columns_of(std::string_view line)
{
    std::vector<std::string_view> columns;
    for (std::size_t start = 0;;) {
        const auto tab = line.find('\t', start);
        columns.push_back(line.substr(start, tab - start));
        if (tab == std::string_view::npos)
            return columns;
        start = tab + 1;
    }
}

std::int16_t weight_at(std::size_t line, std::string_view text)
{
    std::int16_t weight = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (error != std::errc{} || end != text.data() + text.size())
        fail_at(line, fmt::format("a weight is a whole number: {}", shown_in_error(text)));
    return weight;
}

/// Where each piece starts, and behind the last the end: a sentence, or part of a long one.
std::vector<std::size_t> piece_starts(const std::vector<Word>& words)
{
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < words.size(); ++at)
        if (starts.empty() || words[at].sentence != words[at - 1].sentence ||
            at - starts.back() == longest_piece)
            starts.push_back(at);
    starts.push_back(words.size());
    return starts;
}

} // namespace

DangerWeights::DangerWeights(std::string_view tsv)
{
    std::size_t last_line = 0;
    for (const auto& [number, line] : data_lines(tsv)) {
        last_line = number;
        const auto columns = columns_of(line);
        if (columns[0] == "(learned_from)" && columns.size() == 2) {
            learned_from_ = columns[1];
        } else if (columns[0] == "(alarm)" && columns.size() == 2) {
            alarm_ = weight_at(number, columns[1]) * hundredth;
            if (alarm_ <= 0 || alarm_ >= 1)
                fail_at(number, "alarm takes 1 to 99");
        } else if (columns[0] == "(flags)") {
            if (columns.size() < 3 || columns[1] != "harmless" || !flags_.empty())
                fail_at(number, "flags stands once and names harmless and at least one flag");
            flags_.assign(columns.begin() + 2, columns.end());
        } else {
            if (flags_.empty() || columns.size() != flags_.size() + 2)
                fail_at(number,
                        "a feature and a weight for each of the flags are expected, with tabs between");
            Weights weights;
            for (std::size_t at = 1; at < columns.size(); ++at)
                weights.push_back(weight_at(number, columns[at]));
            if (columns[0] == "(bias)")
                bias_ = std::move(weights);
            else if (rows_.emplace(columns[0], static_cast<Row>(rows_.size())).second)
                table_.insert(table_.end(), weights.begin(), weights.end());
            else
                fail_at(number, fmt::format("{} stands here a second time", shown_in_error(columns[0])));
        }
    }
    if (bias_.empty() || rows_.empty() || learned_from_.empty() || alarm_ == 1)
        fail_at(last_line,
                "a table of weights has learned_from, alarm, flags, (bias) and a line for each feature");
}

double DangerWeights::alarm_odds(std::size_t stretches) const
{
    const auto odds = alarm_ / (1 - alarm_);
    return std::max(odds, std::min(odds * static_cast<double>(stretches), sure_odds));
}

std::optional<DangerWeights::Row> DangerWeights::row(std::string_view feature) const
{
    const auto found = rows_.find(feature);
    return found == rows_.end() ? std::nullopt : std::optional{found->second};
}

void DangerWeights::add(Sums& sums, Row row, int times) const
{
    const auto* weights = &table_[row * sums.size()];
    for (std::size_t at = 0; at < sums.size(); ++at)
        sums[at] += times * weights[at];
}

DangerWeights::Piece DangerWeights::piece(const DangerText& text, std::size_t first, std::size_t last,
                                          RowsOfWords& seen) const
{
    Piece piece{.first = first, .last = last};
    auto& [stems, pairs, letters, classes] = piece.rows;
    const auto push = [](Rows& rows, std::optional<Row> row) {
        if (row)
            rows.push_back(*row);
    };
    for (auto at = first; at < last; ++at) {
        const std::string_view word = text.words[at].text;
        const auto [known, is_new] = seen.try_emplace(word);
        auto& [stem, runs] = known->second;
        if (is_new) {
            stem = row(danger_stem(word));
            for (const auto& run : letters_of(word))
                push(runs, row(run));
        }
        push(stems, stem);
        letters.insert(letters.end(), runs.begin(), runs.end());
        if (at == first)
            piece.leading_pair = row(pair_before(text, at));
        else
            push(pairs, row(pair_before(text, at)));
        for (const auto name : text.classes[at])
            push(classes, row(name));
    }
    for (std::size_t kind = 0; kind < piece.rows.size(); ++kind) {
        auto& rows = piece.rows[kind];
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end()); // each feature counts once
        piece.sums[kind].resize(bias_.size());
        for (const auto row : rows)
            add(piece.sums[kind], row);
    }
    return piece;
}

DangerStretch DangerWeights::read(const Piece& piece, const Piece* next) const
{
    // Features of a kind share a weight of their own, so that a long stretch speaks no louder than a short
    // one.
    std::vector<double> sums(bias_.begin(), bias_.end());
    Rows twice;
    for (std::size_t kind = 0; kind < piece.rows.size(); ++kind) {
        auto kind_sums = piece.sums[kind];
        auto count = piece.rows[kind].size();
        if (next) {
            const auto& one = piece.rows[kind];
            const auto& other = next->rows[kind];
            for (std::size_t at = 0; at < kind_sums.size(); ++at)
                kind_sums[at] += next->sums[kind][at];
            twice.clear();
            std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                                  std::back_inserter(twice));
            for (const auto row : twice)
                add(kind_sums, row, -1);
            count += other.size() - twice.size();
            if (const auto pair = next->leading_pair;
                kind == pair_kind && pair && !std::binary_search(one.begin(), one.end(), *pair) &&
                !std::binary_search(other.begin(), other.end(), *pair)) {
                add(kind_sums, *pair);
                ++count;
            }
        }
        for (std::size_t at = 0; count > 0 && at < sums.size(); ++at)
            sums[at] += kind_sums[at] / std::sqrt(static_cast<double>(count));
    }
    const auto highest = *std::max_element(sums.begin(), sums.end());
    double all = 0;
    for (auto& sum : sums)
        all += sum = std::exp((sum - highest) * hundredth);
    for (auto& sum : sums)
        sum /= all;
    return {piece.first, next ? next->last : piece.last, sums.front(), {sums.begin() + 1, sums.end()}};
}

DangerStretch DangerWeights::read_whole(const DangerText& text) const
{
    RowsOfWords seen;
    return read(piece(text, 0, text.words.size(), seen), nullptr);
}

std::vector<DangerStretch> DangerWeights::read(const DangerText& text) const
{
    const auto starts = piece_starts(text.words);
    const auto pieces = starts.size() - 1;
    if (flags_.empty() || pieces == 0)
        return {};
    RowsOfWords seen;
    std::vector<DangerStretch> stretches;
    auto before = piece(text, starts[0], starts[1], seen);
    if (pieces == 1)
        stretches.push_back(read(before, nullptr));
    for (std::size_t at = 1; at < pieces; ++at) {
        auto next = piece(text, starts[at], starts[at + 1], seen);
        stretches.push_back(read(before, &next));
        before = std::move(next);
    }
    return stretches;
}

} // namespace guidepost::consultation
