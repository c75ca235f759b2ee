// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace guidepost::privacy {

/// Words that are nobody's name: those of a dictionary, and what the field and its guidance write with a
/// capital letter; and words that are names of people. Filled once, then shared by threads.
///
/// The dictionary is Debian's wbritish (SCOWL, 63,000 words in small letters). Measured on 2,880 lines of
/// guidance that were not looked at before, its words and the vocabulary left 2 capital words unknown but
/// for months, days and places; the words of our own articles left 52, most of them ordinary.
class KnownWords {
public:
    /// One word a line; those with a capital letter are names of somebody or something and left out.
    void add_dictionary(std::string_view lines);

    /// Each word of a text, in small letters as a word, with a capital as a proper word. Lines that start
    /// with # are left out.
    void add_text(std::string_view text);

    /// Words with blanks between them; # starts a comment, ? a line of names that are more often words.
    void add_given_names(std::string_view lines);
    void add_surnames(std::string_view lines);

    /// Without a dictionary nothing can be said to be unknown.
    bool has_dictionary() const { return has_dictionary_; }

    /// `word` in small letters; the ending 's does not matter.
    bool is_word(std::string_view word) const;
    bool is_proper(std::string_view word) const;
    /// Accents do not matter.
    bool is_given_name(std::string_view word) const;
    bool is_name_and_rather_a_word(std::string_view word) const;
    bool is_surname(std::string_view word) const;

private:
    std::unordered_set<std::string> words_;
    std::unordered_set<std::string> proper_;
    std::unordered_set<std::string> given_, rather_words_, surnames_;
    bool has_dictionary_ = false;
};

/// Where Debian's dictionary lies when it is installed.
inline constexpr std::string_view system_dictionary = "/usr/share/dict/british-english";

} // namespace guidepost::privacy
