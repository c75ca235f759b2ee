// SPDX-License-Identifier: GPL-2.0-or-later
// The words under which the parts of a thread are stored and shown to programs.
#include "core/consultation/thread.h"
#include "core/values/digest.h"
#include "core/values/text.h"

#include <array>
#include <span>
#include <utility>

namespace guidepost::consultation {
namespace {

template <class T>
using Word = std::pair<T, std::string_view>;

constexpr std::array<Word<Happening>, 33> happenings{{
    {Happening::sent, "sent"},
    {Happening::offered, "offered"},
    {Happening::accepted, "accepted"},
    {Happening::declined, "declined"},
    {Happening::lapsed, "lapsed"},
    {Happening::assigned, "assigned"},
    {Happening::message, "message"},
    {Happening::note, "note"},
    {Happening::more_asked, "more-asked"},
    {Happening::answered, "answered"},
    {Happening::handed_over, "handed-over"},
    {Happening::second_opinion_asked, "second-opinion-asked"},
    {Happening::call_asked, "call-asked"},
    {Happening::call_held, "call-held"},
    {Happening::action_added, "action-added"},
    {Happening::action_settled, "action-settled"},
    {Happening::minutes, "minutes"},
    {Happening::advice_chosen, "advice-chosen"},
    {Happening::take_over_decided, "take-over-decided"},
    {Happening::escalated, "escalated"},
    {Happening::closed, "closed"},
    {Happening::withdrawn, "withdrawn"},
    {Happening::outcome, "outcome"},
    {Happening::opened, "opened"},
    {Happening::restricted, "restricted"},
    {Happening::exported, "exported"},
    {Happening::draft_made, "draft-made"},
    {Happening::verdict_attached, "verdict-attached"},
    {Happening::held, "held"},
    {Happening::hold_ended, "hold-ended"},
    {Happening::redacted, "redacted"},
    {Happening::asked_again, "asked-again"},
    {Happening::passed_on, "passed-on"},
}};

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

constexpr std::array<Word<Entry::Kind>, 16> entry_kinds{{
    {Entry::Kind::question, "question"},
    {Entry::Kind::message, "message"},
    {Entry::Kind::note, "note"},
    {Entry::Kind::more_asked, "more-asked"},
    {Entry::Kind::answer, "answer"},
    {Entry::Kind::call_asked, "call-asked"},
    {Entry::Kind::call_held, "call-held"},
    {Entry::Kind::hand_over, "hand-over"},
    {Entry::Kind::second_opinion, "second-opinion"},
    {Entry::Kind::escalation, "escalation"},
    {Entry::Kind::advice, "advice"},
    {Entry::Kind::take_over, "take-over"},
    {Entry::Kind::outcome, "outcome"},
    {Entry::Kind::asked_again, "asked-again"},
    {Entry::Kind::given, "given"},
    {Entry::Kind::given_against, "given-against"},
}};

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

std::string_view word_of(Happening happening)
{
    return find_word(happenings, happening);
}

std::optional<Happening> parse_happening(std::string_view word)
{
    return find_value(happenings, word);
}

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
    return find_word(entry_kinds, kind);
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
