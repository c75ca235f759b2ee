// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: what one word of a text may be, by how it is written and by the lists of words.
#pragma once

#include "core/privacy/known_words.h"
#include "core/privacy/likely_names.h"
#include "core/privacy/name_tokens.h"

#include <string_view>

namespace guidepost::privacy {

class NameWords {
public:
    NameWords(const RoleWords& roles, const KnownWords& known) : roles_{roles}, known_{known} {}

    /// The entry of a word, or of its last part: "ex-partner" is a partner.
    const RoleWords::Entry* clue_of(const NameToken& word) const;

    bool is_given(const NameToken& word) const { return known_.is_given_name(word.lower); }
    bool is_surname(const NameToken& word) const { return known_.is_surname(word.lower); }
    /// On a list of names, also of those that are more often words.
    bool is_listed(const NameToken& word) const;

    /// In small letters a word of the dictionary.
    bool is_word(const NameToken& word) const { return known_.is_word(word.lower); }
    /// A place, a month, a word of the field: written with a capital and nobody's name as such.
    bool is_known_capital(const NameToken& word) const;
    /// Neither the dictionary nor the field has it.
    bool is_unknown(const NameToken& word) const;

    /// A capital and then small letters, and nothing that is known to be written so.
    bool looks_like_name(const NameToken& word) const;
    /// A single capital, with its point or without.
    static bool is_initial(const NameToken& word)
    {
        return word.is_capital && word.letters == 1 && !word.is_foreign;
    }
    /// "van", "ap", "Ó": a small word in the middle of a name.
    static bool is_particle(const NameToken& word);
    /// Levels, small words of grammar, the field's own words: no name even behind a title.
    static bool is_never_a_name(const NameToken& word);
    /// A day of the week or a month that nobody is named after: a name behind a title alone.
    static bool is_day(const NameToken& word);
    /// A month that is also a given name.
    static bool is_month(const NameToken& word);
    /// In small letters it would be read as a verb: "his partner may".
    static bool reads_as_verb(const NameToken& word);
    /// "Hope is", "Faith was": more often a feeling or a season than a woman.
    static bool is_feeling(const NameToken& word);

private:
    bool is_made_of_words(std::string_view word) const;

    const RoleWords& roles_;
    const KnownWords& known_;
};

} // namespace guidepost::privacy
