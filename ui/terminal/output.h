// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost::terminal {

/// Data for stdout, kept until `flush`, and messages for stderr, said at once. What goes to a person
/// has no control characters left: text from files must not steer the terminal.
class Output {
public:
    Output();

    bool to_terminal() const { return to_terminal_; }
    /// Columns to fill.
    std::size_t width() const { return width_; }

    /// Ready text, with styles.
    void add(std::string_view text) { data_ += text; }
    /// Bytes as they are, unless a terminal shows them.
    void add_raw(std::string_view bytes);
    void add_json(const nlohmann::ordered_json& json);

    /// Bold where stdout is a terminal and NO_COLOR is not set; else as it was.
    std::string bold(std::string_view text) const;
    /// What styling marks of `mark_bold` become.
    std::string styled(std::string text) const;

    /// Writes what was added. Throws Error{failure} when it cannot be written. A reader that has
    /// gone away had enough: no error.
    void flush();

    static void message(std::string_view text);

private:
    bool to_terminal_;
    bool has_style_;
    std::size_t width_;
    std::string data_;
};

/// Marks that take no column and survive the wrapping of lines, to be replaced by `styled`.
inline constexpr std::string_view bold_on = "\xEF\xB8\x80";  // U+FE00
inline constexpr std::string_view bold_off = "\xEF\xB8\x81"; // U+FE01

/// Text fit for a terminal: valid UTF-8, no control characters, none of our marks.
std::string clean(std::string_view text);

} // namespace guidepost::terminal
