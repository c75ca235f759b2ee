// SPDX-License-Identifier: GPL-2.0-or-later
// The table. A cell holds the relations by which a role may act, one letter each; what is not there is
// refused, and a role or relation that is added later may nothing until somebody writes it down.
//
//   -  no record, or a stranger to it     f  same field in the region
//   q  asked the question                 l  leads the region
//   o  has the offer                      n  named in a restricted thread
//   a  advises                            m  the lead named in it
//                                         s  one's own record of staff
//
// Why it is so, where it might have been otherwise:
// - Asking is the officer's. A specialist or lead who holds cases has the role of officer as well.
// - The one with an offer reads thread and notes, to know what is accepted, and may escalate: whoever
//   sees danger must be able to raise it without taking the case first. They write nothing.
// - The team of the field reads, and leaves notes among specialists; the answer is the adviser's alone.
// - A person named in a restricted thread reads it. Notes are for named specialists and leads.
// - Leads of the region may speak in a thread, since what nobody can take goes to them, but the choice of
//   advice, the outcome and withdrawing stay the officer's, who holds the case.
// - Redaction is the lead's: the text of an answer is a record that neither side may remove alone.
// - Trainers see drafts, which carry no identity, and no thread. Administrators run the store and never
//   read a thread; what they back up is encrypted.
// - Texts from elsewhere are brought in by those who can judge them, or answer for the desk; an officer asks
// one.
//   What they bring in is never guidance, and nobody changes what came with the program or a module.
// - A lead may switch a module off that misleads people today; what code comes to the desk is the
//   administrator's to say, and so is whether it may come unsigned.
// - Nobody edits one's own record but for being away: not even an administrator, who could otherwise
//   become a lead.
#include "core/people/rights.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guidepost::people {
namespace {

struct Right {
    Action action;
    std::string_view word;
    std::string_view officer, specialist, trainer, lead, administrator;
};

// clang-format off
constexpr std::array table{
    //                                                         officer  special. trainer  lead    admin.
    Right{Action::ask,                   "ask",                   "-",     "",      "",     "",     ""},
    Right{Action::read_thread,           "read-thread",           "qn",    "oafn",  "",     "lnm",  ""},
    Right{Action::read_notes,            "read-notes",            "",      "oafn",  "",     "lnm",  ""},
    Right{Action::read_route_names,      "read-route-names",      "",      "",      "",     "lm",   ""},
    Right{Action::write_message,         "write-message",         "q",     "a",     "",     "lm",   ""},
    Right{Action::write_note,            "write-note",            "",      "afn",   "",     "lm",   ""},
    Right{Action::answer_offer,          "answer-offer",          "",      "o",     "",     "",     ""},
    Right{Action::ask_for_more,          "ask-for-more",          "",      "a",     "",     "lm",   ""},
    Right{Action::hand_over,             "hand-over",             "",      "a",     "",     "",     ""},
    Right{Action::ask_second_opinion,    "ask-second-opinion",    "",      "a",     "",     "lm",   ""},
    Right{Action::ask_for_call,          "ask-for-call",          "q",     "a",     "",     "",     ""},
    Right{Action::record_call,           "record-call",           "q",     "a",     "",     "lm",   ""},
    Right{Action::put_action,            "put-action",            "",      "a",     "",     "lm",   ""},
    Right{Action::settle_action,         "settle-action",         "q",     "a",     "",     "lm",   ""},
    Right{Action::record_minutes,        "record-minutes",        "",      "a",     "",     "lm",   ""},
    Right{Action::choose_advice,         "choose-advice",         "q",     "",      "",     "",     ""},
    Right{Action::ask_again,             "ask-again",             "q",     "",      "",     "",     ""},
    Right{Action::decide_responsibility, "decide-responsibility", "",      "",      "",     "lm",   ""},
    Right{Action::escalate,              "escalate",              "q",     "oa",    "",     "m",    ""},
    Right{Action::assign,                "assign",                "",      "",      "",     "lm",   ""},
    Right{Action::withdraw,              "withdraw",              "q",     "",      "",     "",     ""},
    Right{Action::close,                 "close",                 "q",     "",      "",     "lm",   ""},
    Right{Action::record_outcome,        "record-outcome",        "q",     "",      "",     "",     ""},
    Right{Action::export_record,         "export-record",         "q",     "",      "",     "lm",   ""},
    Right{Action::make_guidance,         "make-guidance",         "",      "a",     "",     "lm",   ""},
    Right{Action::redact,                "redact",                "",      "",      "",     "lm",   ""},
    Right{Action::restrict,              "restrict",              "q",     "",      "",     "lm",   ""},

    Right{Action::read_staff,            "read-staff",            "-ls",   "-ls",   "-ls",  "-ls",  "-ls"},
    Right{Action::edit_staff,            "edit-staff",            "",      "",      "",     "l",    "-l"},
    Right{Action::edit_own_away,         "edit-own-away",         "s",     "s",     "s",    "s",    "s"},
    Right{Action::edit_skills,           "edit-skills",           "",      "",      "",     "l",    "-l"},
    Right{Action::edit_contacts,         "edit-contacts",         "",      "",      "",     "l",    "-l"},

    Right{Action::back_up,               "back-up",               "",      "",      "",     "",     "-"},
    Right{Action::restore,               "restore",               "",      "",      "",     "",     "-"},
    Right{Action::run_retention,         "run-retention",         "",      "",      "",     "",     "-"},

    Right{Action::import_guidance,       "import-guidance",       "",      "-",     "-",    "-",    "-"},
    Right{Action::read_drafts,           "read-drafts",           "",      "-",     "-",    "-",    ""},
    Right{Action::edit_drafts,           "edit-drafts",           "",      "",      "-",    "",     ""},
    Right{Action::remove_drafts,         "remove-drafts",         "",      "",      "-",    "-",    ""},

    Right{Action::switch_modules,        "switch-modules",        "",      "",      "",     "-",    "-"},
    Right{Action::install_modules,       "install-modules",       "",      "",      "",     "",     "-"},
    Right{Action::install_unsigned,      "install-unsigned",      "",      "",      "",     "",     "-"},
};

struct Column {
    Relation relation;
    std::string_view word;
    char letter;
};

constexpr std::array columns{
    Column{Relation::none,       "none",       '-'},
    Column{Relation::requester,  "requester",  'q'},
    Column{Relation::offered,    "offered",    'o'},
    Column{Relation::adviser,    "adviser",    'a'},
    Column{Relation::same_field, "same-field", 'f'},
    Column{Relation::lead,       "lead",       'l'},
    Column{Relation::named,      "named",      'n'},
    Column{Relation::named_lead, "named-lead", 'm'},
    Column{Relation::self,       "self",       's'},
};
// clang-format on

std::string_view cell(const Right& row, Role role)
{
    switch (role) {
    case Role::officer:
        return row.officer;
    case Role::specialist:
        return row.specialist;
    case Role::trainer:
        return row.trainer;
    case Role::lead:
        return row.lead;
    case Role::administrator:
        return row.administrator;
    }
    return {};
}

template <class Table, class Member, class Value>
auto find_in(const Table& rows, Member member, Value value)
{
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.*member == value; });
    return found == rows.end() ? nullptr : &*found;
}

template <auto member, class Table>
auto listed(const Table& rows)
{
    std::array<std::remove_cvref_t<decltype(rows.front().*member)>, std::tuple_size_v<Table>> all{};
    std::transform(rows.begin(), rows.end(), all.begin(), [](const auto& row) { return row.*member; });
    return all;
}

} // namespace

std::span<const Action> all_actions()
{
    static const auto all = listed<&Right::action>(table);
    return all;
}

std::span<const Relation> all_relations()
{
    static const auto all = listed<&Column::relation>(columns);
    return all;
}

std::string_view word_of(Action action)
{
    const auto* row = find_in(table, &Right::action, action);
    return row ? row->word : std::string_view{};
}

std::string_view word_of(Relation relation)
{
    const auto* column = find_in(columns, &Column::relation, relation);
    return column ? column->word : std::string_view{};
}

bool may(Role role, Action action, Relation relation)
{
    const auto* row = find_in(table, &Right::action, action);
    const auto* column = find_in(columns, &Column::relation, relation);
    return row && column && cell(*row, role).find(column->letter) != std::string_view::npos;
}

bool may(const std::set<Role>& roles, Action action, Relation relation)
{
    return std::any_of(roles.begin(), roles.end(), [&](Role role) { return may(role, action, relation); });
}

bool may(const std::set<Role>& roles, Action action, const std::set<Relation>& relations)
{
    if (relations.empty())
        return may(roles, action, Relation::none);
    return std::any_of(relations.begin(), relations.end(),
                       [&](Relation relation) { return may(roles, action, relation); });
}

} // namespace guidepost::people
