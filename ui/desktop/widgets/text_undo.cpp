// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/text_undo.h"

#include <algorithm>

namespace guidepost::desktop {
namespace {

using namespace std::chrono_literals;
constexpr auto pause_between_steps = 1500ms;

/// The one character that `longer` has more than `shorter`, or nothing when they differ otherwise.
std::optional<wchar_t> one_more(const std::wstring& shorter, const std::wstring& longer)
{
    if (longer.size() != shorter.size() + 1)
        return {};
    const auto [end, in_longer] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    if (!std::equal(end, shorter.end(), in_longer + 1))
        return {};
    return *in_longer;
}

} // namespace

void TextUndo::note(FieldState state, Moment when)
{
    auto& current = states_[at_];
    if (state.text == current.text) {
        current.caret = state.caret;
        return;
    }
    const auto typed = one_more(current.text, state.text);
    const auto change = typed                                ? Change::typing
                        : one_more(state.text, current.text) ? Change::deleting
                                                             : Change::other;
    const bool starts_a_word =
        typed && *typed != L' ' && !current.text.empty() && current.text.back() == L' ';
    const bool continues = change != Change::other && change == last_change_ && !starts_a_word &&
                           when - last_moment_ < pause_between_steps && at_ > 0;
    states_.resize(at_ + 1);
    if (continues) {
        states_[at_] = std::move(state);
    } else {
        states_.push_back(std::move(state));
        if (states_.size() > longest)
            states_.erase(states_.begin());
        at_ = states_.size() - 1;
    }
    last_change_ = change;
    last_moment_ = when;
}

void TextUndo::start_over(FieldState state)
{
    states_ = {std::move(state)};
    at_ = 0;
    last_change_ = Change::none;
}

std::optional<FieldState> TextUndo::undo()
{
    if (!can_undo())
        return {};
    last_change_ = Change::none;
    return states_[--at_];
}

std::optional<FieldState> TextUndo::redo()
{
    if (!can_redo())
        return {};
    last_change_ = Change::none;
    return states_[++at_];
}

} // namespace guidepost::desktop
