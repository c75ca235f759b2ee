// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: whether what stands around a word is said of people alone. A place, a month or a word
// of the dictionary is a name then: "April rang", "he hit Dean", "Kent's mother".
#pragma once

#include "core/privacy/name_words.h"

#include <cstddef>
#include <vector>

namespace guidepost::privacy {

using NameTokens = std::vector<NameToken>;

/// Somebody speaks, rings, wants: what organisations and feelings do not do.
bool does_what_people_do(const NameTokens& tokens, std::size_t at);
/// Also "is", "was", "has", which tell less: enough for a word that is hardly anything but a name.
bool is_subject(const NameTokens& tokens, std::size_t at);
/// "hit Dean", "spoke to Paris", "moved in with Chelsea".
bool has_people_before(const NameTokens& tokens, std::size_t at);
/// "Kent's mother", "Summer's flat", "Grace, his sister", "Dean and her mother".
bool has_people_behind(const NameTokens& tokens, std::size_t at, const NameWords& words);
/// "the Bill", "Housing Grant": an article or a word with a capital says that it is a thing.
bool is_said_of_a_thing(const NameTokens& tokens, std::size_t at, const NameWords& words);
/// "in Chester", "Leeds, Chester and York", "Chester Road": where, not who.
bool is_said_of_a_place(const NameTokens& tokens, std::size_t at, const NameWords& words);
/// "Snaresbrook Crown Court", "HMP Berwyn": the name of an institution, from `at` to the end of the run.
bool is_of_an_institution(const NameTokens& tokens, std::size_t at, std::size_t end);
/// "Clare's Law"
bool is_of_a_law(const NameTokens& tokens, std::size_t at);

} // namespace guidepost::privacy
