// SPDX-License-Identifier: GPL-2.0-or-later
// What may be somebody's name in free text: a softer class than identifiers, for it can be wrong in both
// ways. It warns, one key puts a role word in its place, and a person decides.
//
// A title, a relation or "called" before a word outweighs every list: "Mrs May", "his brother Kent". Without
// one, a word with a capital that nothing else is called, a name of the lists in small letters or in
// capitals, and a word that is also a name beside what people alone do ("April rang") are seen.
//
// Not seen are a word in small letters that is also a name without a clue ("mark came"), a surname that is
// also a word and stands alone ("Baker"), and a single letter A to D behind a relation, which is how we write
// roles
// ("partner A").
#pragma once

#include "core/privacy/known_words.h"
#include "core/privacy/privacy_guard.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::privacy {

/// Why it looks like a name.
enum class NameClue {
    title,    ///< "Mr Smith"
    relation, ///< "his girlfriend Sarah", "her ex, Dean"
    naming,   ///< "a man called Steve"
    given,    ///< a name that is also a word, a month or a place, or in small letters: "when Mark came in"
    unknown,  ///< a capital word that neither dictionary nor vocabulary knows
    again,    ///< a name found elsewhere in the text by one of the others
};
std::string_view word_of(NameClue clue);

/// Roles by the word before a name. From content/role-words.tsv.
class RoleWords {
public:
    RoleWords() = default; ///< none: only unknown words are found
    /// Throws Error{format} with the line.
    explicit RoleWords(std::string_view tsv);

    /// Roles that can be offered, each once, in the order of the file.
    const std::vector<std::string>& roles() const { return roles_; }

    struct Entry {
        NameClue clue = NameClue::title;
        std::string role = {};
    };
    /// By the word in small letters, without apostrophes. None when it says nothing.
    const Entry* find(std::string_view word) const;

private:
    std::map<std::string, Entry, std::less<>> entries_;
    std::vector<std::string> roles_;
};

/// Bytes [start, end) hold the name, title included; `role` may stand in their place.
struct LikelyName {
    NameClue clue = NameClue::unknown;
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t from = 0;  ///< where the words begin that the role replaces: "girlfriend Sarah"
    std::string role = {}; ///< with its letter, the same for the same name: "partner A"

    friend bool operator==(const LikelyName&, const LikelyName&) = default;
};

/// In the order of the text, none over another. Cost grows with the length of the text alone.
std::vector<LikelyName> find_likely_names(std::string_view text, const RoleWords& roles,
                                          const KnownWords& known);

/// The text with role words in place of names and "[case reference number]" in place of identifiers.
/// A finding that does not lie within the text, or lies over an earlier one, changes nothing.
std::string redacted(std::string_view text, const std::vector<Finding>& identifiers,
                     const std::vector<LikelyName>& names);

/// Also for one finding alone, as the one key does.
std::string role_in_place_of(const Finding& finding);

} // namespace guidepost::privacy
