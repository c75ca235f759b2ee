// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: how text becomes terms, and where things lie in the index. Writer and
// reader share it, so that what is asked is cut exactly as what was stored.
#pragma once

#include "core/search/query.h"

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::search {

// Terms of the text are stems with Xapian's prefix Z, with positions. All forms of a word share one
// term: that is 1.7 times faster to index and a third smaller than keeping each form beside its
// stem, and no judged collection ranked worse for it. The Z keeps Xapian's snippets marking words.
//   Z...     body: title, summary, headings, text; stop words left out
//   ZS...    title alone, stop words kept, so that "what is this" can still find a title
//   ZA...    the words officers ask for it with, see asked_as
//   Q...     the article's id
//   XP XO XR XT XA XK XG XM XE   facet values, see facet_prefix
inline constexpr const char* title_prefix = "S";
inline constexpr const char* asked_prefix = "A";
inline constexpr const char* id_prefix = "Q";

std::string facet_prefix(Facet facet);
std::string facet_term(Facet facet, std::string_view value);

enum Slot : Xapian::valueno {
    slot_facets = 0,        ///< every facet value, see join_facets
    slot_review_by = 1,     ///< YYYY-MM-DD or nothing
    slot_asked = 2,         ///< the ways officers ask for it, see askers_words.h
    slot_article_words = 3, ///< every word said in and about guidance, see article_words.h
    slot_narrow = 4,        ///< what narrows whom it is for, see Narrow
    slot_title = 5,         ///< as titles are compared, see title_to_compare
};

/// Letters of slot_narrow. Such guidance answers who asks for just that, and seldom a question in general.
enum Narrow : char {
    narrow_pack = 'p',     ///< a programme's own pack: its source is one of its programmes
    narrow_material = 'm', ///< material to work with: of the kind session or toolkit
};

/// Guidance that leaves one of these open is for every value of it: an article without an offence is
/// for any offence, and narrowing by one must not hide it. Texts nobody tagged say nothing either way.
bool open_means_any(Facet facet);
inline constexpr std::string_view any_value = "*";

/// Facet values of one article in one string: a letter for the facet, the value, a unit separator.
using FacetValues = std::vector<std::pair<Facet, std::string>>;
std::string join_facets(const FacetValues& values);
FacetValues split_facets(std::string_view joined);

/// Words too common to tell articles apart.
const Xapian::Stopper& stopper();
bool is_stop_word(std::string_view word);

/// The stemmer of the library's language; accents do not count. Cheap to copy, one per thread.
Xapian::Stem stemmer();

/// The same, keeping what it was asked: for texts that share most of their words, such as the results
/// shown from one key to the next. Cutting snippets is mostly stemming.
Xapian::Stem remembering_stemmer();

/// A generator set up as the index is, with no document yet.
Xapian::TermGenerator term_generator();

/// With words that are joined by '_' as words: what is given to a generator.
std::string parts_apart(std::string_view text);

/// The stems (with Z) of a short text in order, stop words left out.
std::vector<std::string> stems_of(std::string_view text);
/// The same for the title field, stop words kept.
std::vector<std::string> title_stems_of(std::string_view text);
/// "she's" and "shes" are one word to who types.
std::string without_apostrophes(std::string_view text);
/// The same for two titles that a person takes for one: case and spaces tell nothing.
std::string title_to_compare(std::string_view title);
/// Every word of a text as bare stems, stop words kept, apostrophes left out.
std::vector<std::string> every_stem_of(std::string_view text);
/// A stem of the body as it stands among the askers' words.
std::string asked_stem_of(std::string_view stem);
/// Whether a letter after the Z names a field: stems are small letters.
constexpr bool is_field_letter(char c)
{
    return c >= 'A' && c <= 'Z';
}

} // namespace guidepost::search
