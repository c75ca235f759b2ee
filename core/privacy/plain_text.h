// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: text as it would have been typed by hand, with the way back to its bytes.
//
// What is pasted from web pages, spreadsheets and word processors holds characters that nobody sees or that
// look like others. They are made plain once, before anything is looked for:
//   - what is invisible is gone (soft hyphens, joiners, marks of direction),
//   - every blank is a space, every end of a line '\n', every dash '-', every apostrophe '\'', every
//   quotation
//     mark '"', every stroke '/',
//   - wide and mathematical letters and the digits of all scripts are those of ASCII,
//   - letters of other scripts that look like Latin ones are Latin in a word with Latin letters or digits,
//   - O and l among digits are 0 and 1,
//   - a byte that is no UTF-8 is '\x1A'.
// Other characters stay as they are: the plain text is valid UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::privacy {

class PlainText {
public:
    explicit PlainText(std::string_view text);

    std::string_view text() const { return plain_; }

    /// Where the part [start, end) of the plain text stands in the text it was made of.
    std::size_t start_of(std::size_t start) const { return start < starts_.size() ? starts_[start] : size_; }
    std::size_t end_of(std::size_t end) const { return end == 0 ? 0 : ends_[end - 1]; }

private:
    void add(char32_t point, std::size_t start, std::size_t end);
    void read_word_as_latin(std::size_t from);
    void read_letters_as_digits();

    std::string plain_;
    std::vector<std::uint32_t> starts_, ends_; ///< by byte of the plain text
    std::size_t size_;
};

} // namespace guidepost::privacy
