// SPDX-License-Identifier: GPL-2.0-or-later
// The words under which the parts of a thread are stored and shown to programs.
#include "core/consultation/thread/thread.h"
#include "core/text/digest.h"
#include "core/text/text.h"

#include <array>
#include <span>
#include <utility>

namespace guidepost::consultation {
namespace {

template <class T>
using Word = std::pair<T, std::string_view>;

constexpr std::array<Word<Status>, 7> statuses{{
    {Status::offered, "offered"},
    {Status::with_specialist, "with-specialist"},
    {Status::needs_more, "needs-more"},
    {Status::answered, "answered"},
    {Status::escalated, "escalated"},
    {Status::closed, "closed"},
    {Status::withdrawn, "withdrawn"},
}};

constexpr std::array<Word<Move>, 4> moves{{
    {Move::officer, "officer"},
    {Move::specialist, "specialist"},
    {Move::lead, "lead"},
    {Move::nobody, "nobody"},
}};

constexpr std::array<Word<AdviceChoice>, 3> choices{{
    {AdviceChoice::agree, "agree"},
    {AdviceChoice::adapt, "adapt"},
    {AdviceChoice::decline, "decline"},
}};

constexpr std::array<Word<Escalation>, 6> escalations{{
    {Escalation::asked, "asked"},
    {Escalation::nobody_qualified, "nobody-qualified"},
    {Escalation::red_flag, "red-flag"},
    {Escalation::answer_overdue, "answer-overdue"},
    {Escalation::adviser_left, "adviser-left"},
    {Escalation::adviser_away, "adviser-away"},
}};

constexpr std::array<Word<Absence>, 3> absences{{
    {Absence::away, "away"},
    {Absence::left, "left"},
    {Absence::back, "back"},
}};

struct EntryKind {
    Entry::Kind kind;
    std::string_view word;
    std::string_view heading; ///< above its text
    bool is_internal = false; ///< for specialists and leads only
};

constexpr std::array<EntryKind, 16> entry_kinds{{
    {Entry::Kind::question, "question", "Question"},
    {Entry::Kind::message, "message", "Message"},
    {Entry::Kind::note, "note", "Note, for specialists only", true},
    {Entry::Kind::more_asked, "more-asked", "Asks for more"},
    {Entry::Kind::answer, "answer", "Answer"},
    {Entry::Kind::call_asked, "call-asked", "Asks for a call"},
    {Entry::Kind::call_held, "call-held", "What the call settled"},
    {Entry::Kind::hand_over, "hand-over", "Why it was handed over, for specialists only", true},
    {Entry::Kind::second_opinion, "second-opinion", "Asks for a second opinion, for specialists only", true},
    {Entry::Kind::escalation, "escalation", "Brought to the lead"},
    {Entry::Kind::advice, "advice", "The officer's choice"},
    {Entry::Kind::take_over, "take-over", "The lead's decision"},
    {Entry::Kind::outcome, "outcome", "How it went"},
    {Entry::Kind::asked_again, "asked-again", "Asks again"},
    {Entry::Kind::given, "given", "What the lead told them, for specialists only", true},
    {Entry::Kind::given_against, "given-against", "Why the lead gave it to them"},
}};

/// In the order of Entry::Kind.
const EntryKind& row_of(Entry::Kind kind)
{
    return entry_kinds.at(static_cast<std::size_t>(kind));
}

template <class T, std::size_t N>
std::string_view find_word(const std::array<Word<T>, N>& table, T value)
{
    for (const auto& [known, word] : table)
        if (known == value)
            return word;
    return {};
}

template <class T, std::size_t N>
std::optional<T> find_value(const std::array<Word<T>, N>& table, std::string_view word)
{
    for (const auto& [value, known] : table)
        if (known == word)
            return value;
    return std::nullopt;
}

/// Without I, L, O and U: not taken for 1 and 0, and no words come about (Crockford's base 32).
constexpr std::string_view ref_letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t ref_size = 6;

} // namespace

std::string_view word_of(Status status)
{
    return find_word(statuses, status);
}

std::optional<Status> parse_status(std::string_view word)
{
    return find_value(statuses, word);
}

std::string_view word_of(Move move)
{
    return find_word(moves, move);
}

std::optional<Move> parse_move(std::string_view word)
{
    return find_value(moves, word);
}

std::string_view word_of(AdviceChoice choice)
{
    return find_word(choices, choice);
}

std::optional<AdviceChoice> parse_advice_choice(std::string_view word)
{
    return find_value(choices, word);
}

std::string_view word_of(Escalation reason)
{
    return find_word(escalations, reason);
}

std::optional<Escalation> parse_escalation(std::string_view word)
{
    return find_value(escalations, word);
}

std::string_view word_of(Absence why)
{
    return find_word(absences, why);
}

std::optional<Absence> parse_absence(std::string_view word)
{
    return find_value(absences, word);
}

std::string_view word_of(Entry::Kind kind)
{
    return row_of(kind).word;
}

std::string_view heading_of(Entry::Kind kind)
{
    return row_of(kind).heading;
}

bool is_internal(Entry::Kind kind)
{
    return row_of(kind).is_internal;
}

std::string choice_words(AdviceChoice choice)
{
    switch (choice) {
    case AdviceChoice::agree:
        return "agrees with the advice";
    case AdviceChoice::adapt:
        return "adapts the advice";
    case AdviceChoice::decline:
        return "declines the advice";
    }
    return {};
}

ConsultationRef make_ref()
{
    return ConsultationRef{"GP-" + random_letters(ref_letters, ref_size)};
}

std::optional<ConsultationRef> parse_ref(std::string_view typed)
{
    std::string ref;
    for (const char c : trimmed(typed))
        ref += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (ref.starts_with("GP-"))
        ref.erase(0, 3);
    if (ref.size() != ref_size)
        return std::nullopt;
    for (char& c : ref) {
        if (c == 'O')
            c = '0';
        else if (c == 'I' || c == 'L')
            c = '1';
        if (ref_letters.find(c) == std::string_view::npos)
            return std::nullopt;
    }
    return ConsultationRef{"GP-" + ref};
}

std::string chain_of(const ConsultationRef& ref)
{
    return "consultation/" + ref.value();
}

} // namespace guidepost::consultation
