// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: regular expressions over plain text. PCRE2 knows the letters of every script, and it
// is told to give up rather than to search for ever; an expression of the room repeats nothing without a
// limit.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct pcre2_real_code_8;

namespace guidepost::privacy {

struct Span {
    std::size_t start = 0, end = 0;

    std::string_view of(std::string_view text) const { return text.substr(start, end - start); }
    bool is_empty() const { return start >= end; }
};

/// Immutable; share between threads.
class Pattern {
public:
    static constexpr std::size_t most_groups = 8;
    /// The whole, then its groups; one that took no part is empty.
    using Match = std::array<Span, most_groups>;

    /// Small and capital letters are the same; \d is a digit of ASCII; blanks in the expression mean nothing.
    /// An expression that does not read is our own mistake: throws Error{failure}.
    explicit Pattern(const std::string& expression);
    ~Pattern();
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;

    /// Each match in the order of the text, the next one behind it. Behind the first character of one that
    /// `take` turns down the search goes on.
    void for_each(std::string_view plain, const std::function<bool(const Match&)>& take) const;

    bool is_in(std::string_view plain) const;

private:
    std::unique_ptr<pcre2_real_code_8, void (*)(pcre2_real_code_8*)> code_;
};

} // namespace guidepost::privacy
