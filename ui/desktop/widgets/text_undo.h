// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// What a text field held, and where its caret was.
struct FieldState {
    std::wstring text = {};
    long caret = 0;

    friend bool operator==(const FieldState&, const FieldState&) = default;
};

/// The undo of one text field. Letters typed on end come back as one step; a step ends with a word,
/// a pause, a deletion after typing, or a paste.
class TextUndo {
public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit TextUndo(FieldState start = {}) : states_{std::move(start)} {}

    /// After each change of the field, by whatever hand. A state equal to the current one is passed over.
    void note(FieldState state, Moment when);

    /// The field's text was put there by the program: nothing before it can be undone.
    void start_over(FieldState state);

    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ + 1 < states_.size(); }
    std::optional<FieldState> undo();
    std::optional<FieldState> redo();

private:
    enum class Change { none, typing, deleting, other };
    static constexpr std::size_t longest = 500;

    std::vector<FieldState> states_;
    std::size_t at_ = 0;
    Change last_change_ = Change::none;
    Moment last_moment_ = {};
};

} // namespace guidepost::desktop
