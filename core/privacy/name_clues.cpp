// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/name_clues.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

/// Titles that are words as well: behind them a word of the dictionary is no name. "Nurse Practitioner".
constexpr auto wordy_titles = std::to_array<std::string_view>(
    {"master", "sir", "lady", "lord", "doctor", "nurse", "sergeant", "constable", "inspector", "judge",
     "magistrate", "imam", "rabbi", "pastor", "vicar", "professor", "reverend", "miss", "sheikh"});

bool is_nickname(const NameToken& word)
{
    constexpr auto words =
        std::to_array<std::string_view>({"nickname", "nicknamed", "alias", "aka", "moniker"});
    return has(words, word);
}

const RoleWords::Entry naming_entry{NameClue::naming, "person"};

} // namespace

std::vector<FoundName> NameClues::named_at(std::size_t at) const
{
    const auto* entry = words_.clue_of(tokens_[at]);
    if (entry && entry->clue == NameClue::title)
        if (auto names = titled(at, *entry); !names.empty())
            return names;
    if (entry && entry->clue != NameClue::title && is_clue_here(at))
        return announced_by(at, *entry);
    const auto* before = at > 0 ? &tokens_[at - 1] : nullptr;
    const bool is_known_as = before && tokens_[at].lower == "as" && before->lower == "known";
    const bool goes_by = before && tokens_[at].lower == "by" &&
                         (before->lower == "goes" || before->lower == "go" || before->lower == "went" ||
                          before->lower == "going");
    return is_known_as || goes_by ? announced_by(at, naming_entry) : std::vector<FoundName>{};
}

/// "Mr Smith", "mr smith", "Dr A. Khan", "PC 1234 Jones". "his mrs is" is no title.
std::vector<FoundName> NameClues::titled(std::size_t at, const RoleWords::Entry& entry) const
{
    const auto& title = tokens_[at];
    auto first = at + 1;
    while (token(first) && (NameWords::is_initial(*token(first)) || token(first)->is_number) &&
           token(first)->gap == ' ' && first < at + 4)
        ++first;
    const auto* next = token(first);
    if (!next || next->gap != ' ' || next->starts_sentence || next->is_number || next->letters < 2 ||
        NameWords::is_never_a_name(*next) || (words_.clue_of(*next) && !words_.is_listed(*next)))
        return {};
    const bool is_wordy = has(wordy_titles, title);
    bool is_name = false;
    if (next->is_shouted)
        is_name = title.is_shouted && (next->is_in_shouting || next->letters >= 3) &&
                  (words_.is_unknown(*next) || words_.is_listed(*next));
    else if (next->is_capital)
        is_name = is_wordy ? words_.is_unknown(*next) || words_.is_listed(*next)
                           : words_.looks_like_name(*next) || words_.is_listed(*next) || title.is_capital;
    else if (!is_wordy && !title.is_shouted)
        is_name = words_.is_unknown(*next) || title.lower == "mr" ||
                  (words_.is_listed(*next) && !NameWords::reads_as_verb(*next));
    else if (title.is_shouted || title.is_capital)
        is_name = words_.is_unknown(*next);
    else
        is_name = words_.is_unknown(*next) && !words_.is_word(*next);
    if (!is_name)
        return {};
    return {FoundName{NameClue::title, at, extent_.end_of(first), at, entry.role}};
}

/// "PO" and the like are clues; "Officer Training" at the start of a heading is none. A relation counts in
/// small letters, or as the first word.
bool NameClues::is_clue_here(std::size_t at) const
{
    const auto& word = tokens_[at];
    return !word.is_capital || word.starts_sentence || word.is_shouted;
}

std::size_t NameClues::relation_before(std::size_t at) const
{
    for (std::size_t back = 1; back <= 2 && back <= at; ++back)
        if (const auto* entry = words_.clue_of(tokens_[at - back]);
            entry && entry->clue == NameClue::relation && tokens_[at - back + 1].gap != '.')
            return at - back;
    return at;
}

bool NameClues::has_colon_before(std::size_t at) const
{
    const auto from = tokens_[at - 1].end, size = tokens_[at].start - from;
    const auto between = plain_.substr(from, size);
    return between == ":" || between == ": " || between == " : ";
}

/// The word that may be the name: next to the clue, behind a comma, a colon or "is".
std::optional<NameClues::Announced> NameClues::behind(std::size_t at, bool is_naming) const
{
    static constexpr auto joints =
        std::to_array<std::string_view>({"is", "was", "are", "called", "named", "of", "as", "by", "for"});
    auto next = at + 1;
    auto link = Link::direct;
    for (std::size_t skipped = 0;
         skipped < 2 && token(next) && token(next)->gap == ' ' && !token(next)->starts_sentence &&
         !token(next)->is_capital && has(joints, *token(next));
         ++skipped, ++next) {
        const bool is_of_naming =
            token(next)->lower == "of" || token(next)->lower == "as" || token(next)->lower == "by";
        if (is_of_naming && !is_naming)
            return std::nullopt;
        link = Link::loose;
    }
    const auto* word = token(next);
    if (!word || word->is_number)
        return std::nullopt;
    if (has_colon_before(next) || (word->gap == ',' && !word->starts_sentence))
        return Announced{next, Link::loose};
    if (word->gap != ' ' || word->starts_sentence)
        return std::nullopt;
    return Announced{next, link};
}

bool NameClues::is_announced_name(std::size_t at, Link link) const
{
    const auto& word = tokens_[at];
    // "his girlfriend's mum Sarah" is about the mum
    if (word.is_number || NameWords::is_never_a_name(word) || NameWords::is_day(word) || words_.clue_of(word))
        return false;
    const bool is_named_so = words_.is_unknown(word) || words_.is_given(word) || words_.is_surname(word);
    if (word.is_in_shouting)
        return word.letters >= 3 &&
               (words_.is_unknown(word) || (words_.is_listed(word) && !NameWords::reads_as_verb(word)) ||
                words_.is_given(word));
    // "name: KHAN": an acronym is in no dictionary
    if (word.is_shouted)
        return word.letters >= 4 && is_named_so &&
               (!words_.is_known_capital(word) || (words_.is_surname(word) && words_.is_word(word)));
    const auto* next = token(at + 1);
    if (word.is_capital && word.letters >= 2) {
        const bool is_before_number = next && next->is_number && next->gap == ' ';
        if (words_.is_known_capital(word))
            return (words_.is_given(word) || (link == Link::direct && words_.is_surname(word))) &&
                   !is_before_number;
        return words_.looks_like_name(word) && (link == Link::direct || is_named_so);
    }
    if (word.letters < 3)
        return false;
    if (!words_.is_word(word) && !words_.is_known_capital(word))
        return words_.is_given(word) || (link == Link::direct && words_.is_unknown(word));
    const bool ends = !next || next->gap != ' ' || next->starts_sentence || is_subject(tokens_, at);
    return link == Link::direct && (words_.is_given(word) || words_.is_surname(word)) &&
           (words_.is_known_capital(word) ? words_.is_given(word) : ends) && !NameWords::reads_as_verb(word);
}

/// "JS", "J.S.", "K". The letters A to D behind a relation are our own role words.
std::size_t NameClues::end_of_initials(std::size_t at) const
{
    const auto& word = tokens_[at];
    if (word.letters == 2 && word.is_shouted && !word.is_number && !word.is_in_shouting &&
        !words_.is_known_capital(word) && word.lower.find_first_of("0123456789") == std::string::npos)
        return at + 1;
    if (!NameWords::is_initial(word) || word.lower == "i")
        return at;
    const auto* next = token(at + 1);
    if (next && NameWords::is_initial(*next) && next->gap == ' ')
        return at + 2;
    return word.lower[0] > 'd' && !word.is_in_shouting ? at + 1 : at;
}

std::size_t NameClues::end_of_announced(Announced place, bool is_relation) const
{
    const auto [first, link] = place;
    if (is_relation && NameWords::is_initial(tokens_[first]) && token(first + 1) &&
        token(first + 1)->gap == ' ' && words_.looks_like_name(*token(first + 1)) &&
        is_announced_name(first + 1, Link::loose))
        return extent_.end_of(first + 1);
    if (is_relation)
        if (const auto end = end_of_initials(first); end > first)
            return end;
    if (tokens_[first].is_foreign)
        return extent_.end_of_foreign(first);
    return is_announced_name(first, link) && !is_of_a_law(tokens_, first) ? extent_.end_of(first) : first;
}

std::vector<FoundName> NameClues::announced_by(std::size_t at, const RoleWords::Entry& entry) const
{
    const bool is_relation = entry.clue == NameClue::relation;
    auto place = behind(at, !is_relation);
    if (!place)
        return {};
    if (&entry == &naming_entry) // things are known as something as well
        place->link = Link::loose;
    else if (is_nickname(tokens_[at]) && !has_colon_before(place->first)) // any word may be one
        place->link = Link::direct;
    auto end = end_of_announced(*place, is_relation);
    if (end == place->first)
        return {};
    // "his girlfriend called Sarah": her relation says more than "called".
    const auto relation = is_relation ? at : relation_before(at);
    const auto* said = words_.clue_of(tokens_[relation]);
    const bool is_joined = place->first == at + 1 && !has_colon_before(place->first);
    const auto from = relation != at ? relation : is_relation && is_joined ? at : place->first;
    std::vector<FoundName> names{{entry.clue, place->first, end, from, said ? said->role : entry.role}};
    // "his kids Kyle, Jade and Tom"
    while (is_relation && token(end)) {
        const bool is_and =
            token(end)->lower == "and" || token(end)->lower == "a" || token(end)->lower == "ac";
        const auto next = is_and ? end + 1 : end;
        if (!token(next) || token(next)->starts_sentence || (!is_and && token(next)->gap != ',') ||
            (is_and && token(next)->gap != ' ') || !is_announced_name(next, Link::loose) ||
            words_.is_known_capital(*token(next)))
            break;
        end = extent_.end_of(next);
        names.push_back({entry.clue, next, end, next, names.front().role});
    }
    return names;
}

} // namespace guidepost::privacy
