// SPDX-License-Identifier: GPL-2.0-or-later
// Every statement begins with the same two parts: `me`, one row of who asks and when, and `reach`, the
// threads that they may read. The clock is worked into the columns (now_columns), since what nobody has
// written down yet must read as due all the same.
#include "core/consultation/thread/board.h"

#include "core/consultation/thread/record.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace guidepost::consultation {
namespace {

using store::Row;

constexpr std::size_t most_rows = 1'000'000;

constexpr std::array<std::pair<ListKind, std::string_view>, 7> lists{{
    {ListKind::my_requests, "my-requests"},
    {ListKind::offered, "offered"},
    {ListKind::mine, "mine"},
    {ListKind::team, "team"},
    {ListKind::unassigned, "unassigned"},
    {ListKind::waiting, "waiting"},
    {ListKind::answered, "answered"},
}};

/// Fields and conflicts are ",a,b," and looked into by LIKE, which both engines have.
constexpr const char* me = R"sql(
with me(login, region, fields, conflicts, at, is_officer, is_specialist, is_lead) as (
    select cast($1 as text), cast($2 as text), cast($3 as text), cast($4 as text), cast($5 as bigint),
           cast($6 as bigint), cast($7 as bigint), cast($8 as bigint)))sql";

/// A part counts for the role whose part it is, as in the table of rights.
constexpr const char* party_reach = R"sql(
    select p.consultation as ref from consultation_party p, me where p.login = me.login and (
        (p.part = 'requester' and me.is_officer = 1)
        or (p.part in ('adviser', 'second') and me.is_specialist = 1)
        or (p.part = 'offered' and me.is_specialist = 1 and exists (
            select 1 from consultation o where o.ref = p.consultation and o.offer_until > me.at))
        or (p.part = 'named' and me.is_officer + me.is_specialist + me.is_lead > 0)
        or (p.part in ('named-lead', 'told') and me.is_lead = 1)))sql";

/// Whoever stands in for an adviser counts as one while it lasts.
constexpr const char* cover_reach = R"sql(
    select v.ref from consultation_cover v, me where v.login = me.login and v.until > me.at
        and me.is_specialist = 1)sql";

/// Of these, only what is open to somebody by name: a list of a team need not walk through years of advice.
constexpr const char* named_reach = R"sql(
    select p.consultation as ref from consultation_party p, me where p.login = me.login and (
        (p.part = 'named' and me.is_officer + me.is_specialist + me.is_lead > 0)
        or (p.part in ('named-lead', 'told') and me.is_lead = 1)))sql";

constexpr const char* field_reach = R"sql(
    select f.ref from consultation f, me where f.region = me.region and f.is_restricted = 0
        and f.requester <> me.login and (
        me.is_lead = 1 or (me.is_specialist = 1 and me.fields like '%,' || f.specialism || ',%'
                           and me.conflicts not like '%,' || f.requester || ',%')))sql";

/// Whether an offer lives, and what status, move and due therefore are.
constexpr const char* now_columns = R"sql(
    select c.*,
        case when c.offer_until > me.at then c.offered_to else '' end as now_offered,
        case when c.status = 'offered' and c.offer_until > me.at then 'offered'
             when c.status in ('offered', 'with-specialist') and c.answer_due <= me.at then 'escalated'
             else c.status end as now_status,
        case when c.status = 'offered' and c.offer_until > me.at then 'specialist'
             when c.status = 'offered' then 'lead'
             when c.status = 'with-specialist' and c.answer_due <= me.at then 'lead'
             when c.status in ('answered', 'closed') and c.move = 'nobody' and c.outcome_due <= me.at then 'officer'
             else c.move end as now_move,
        case when c.status = 'offered' and c.offer_until > me.at then c.offer_until
             when c.status = 'offered' then c.answer_due
             when c.status in ('answered', 'closed') and c.move = 'nobody' and c.outcome_due <= me.at
                 then c.outcome_due
             else c.due end as now_due)sql";

constexpr const char* shown_columns =
    "n.ref, t.title, n.requester, n.region, n.specialism, n.priority, n.now_status, n.now_move, n.now_due, "
    "n.adviser, coalesce((select v.login from consultation_cover v where v.ref = n.ref and v.until > me.at), "
    "''), "
    "n.now_offered, n.is_restricted, n.has_red_flag, n.has_second_opinion, t.rosh, n.sent, "
    "n.updated";

/// The parameters of `me`.
struct Asking {
    std::string login, region, fields{","}, conflicts{","};
    std::int64_t is_officer, is_specialist, is_lead;

    explicit Asking(const Reader& reader)
        : login{reader.person.login.value()},
          region{reader.person.region},
          is_officer{has(reader, people::Role::officer)},
          is_specialist{has(reader, people::Role::specialist)},
          is_lead{has(reader, people::Role::lead)}
    {
        for (const auto& skill : reader.person.skills)
            if (people::level_on(reader.person, skill.specialism, reader.today))
                fields += skill.specialism + ",";
        for (const auto& other : reader.conflicts)
            conflicts += other.value() + ",";
    }

    static std::int64_t has(const Reader& reader, people::Role role)
    {
        return people::has_role(reader.person, role) ? 1 : 0;
    }
};

/// Which threads a list draws from (by an index) and which of these it shows.
struct Drawn {
    std::string from;
    std::string where;
    std::string order;
};

/// `most` is how many rows are wanted at most: lists that are in order of their index draw no more.
Drawn drawn(ListKind kind, std::size_t most)
{
    const std::string urgent = "order by n.now_due is null, n.now_due, n.ref";
    const std::string newest = "order by n.updated desc, n.ref";
    const auto open_team = fmt::format("{} union {} and f.is_open = 1", named_reach, field_reach);
    const auto newest_of = [&](const char* condition) {
        return fmt::format("select ref from (select c.ref as ref from consultation c, me where {} "
                           "order by c.updated desc, c.ref limit {}) as newest",
                           condition, most);
    };
    switch (kind) {
    case ListKind::my_requests:
        return {newest_of("c.requester = me.login and me.is_officer = 1"), "1 = 1", newest};
    case ListKind::offered:
        return {"select c.ref from consultation c, me where c.offered_to <> '' and c.offered_to = me.login "
                "and me.is_specialist = 1",
                "n.now_offered <> ''", urgent};
    case ListKind::mine:
        return {"select c.ref from consultation c, me where c.adviser = me.login and c.is_open = 1 "
                "and me.is_specialist = 1 union select p.consultation from consultation_party p, me "
                "where p.login = me.login and p.part = 'second' and me.is_specialist = 1 union " +
                    std::string{cover_reach},
                "n.now_status in ('with-specialist', 'needs-more', 'escalated')", urgent};
    case ListKind::team:
        return {open_team, "n.is_open = 1 and n.requester <> me.login", urgent};
    case ListKind::unassigned:
        return {open_team, "n.is_open = 1 and n.now_move = 'lead' and n.requester <> me.login", urgent};
    case ListKind::waiting:
        return {"select c.ref from consultation c, me where c.adviser = me.login and c.is_open = 1 and "
                "me.is_specialist = 1 union " +
                    std::string{cover_reach} + " union select ref from (" + open_team +
                    ") as led, me where me.is_lead = 1",
                "n.is_open = 1 and n.now_move = 'officer' and n.requester <> me.login", urgent};
    case ListKind::answered:
        // These two are what no clock changes, so that they may be chosen before it is looked at.
        return {newest_of("c.adviser = me.login and c.is_open = 1 and c.status = 'answered' "
                          "and me.is_specialist = 1") +
                    " union " +
                    newest_of("c.adviser = me.login and c.is_open = 0 and c.status = 'closed' "
                              "and me.is_specialist = 1"),
                "1 = 1", newest};
    }
    return {};
}

/// CROSS JOIN keeps SQLite from turning the joins round: it would otherwise index all threads for a list of
/// a few.
std::string statement(const Drawn& drawn, std::string_view shown)
{
    return fmt::format(
        "{}, reach(ref) as ({}), n as ({} from me cross join reach r cross join consultation c "
        "where c.ref = r.ref) select {} from me cross join n cross join consultation_title t "
        "where t.ref = n.ref and ({}) ",
        me, drawn.from, now_columns, shown, drawn.where);
}

std::string counting(const Drawn& drawn)
{
    return fmt::format(
        "{}, reach(ref) as ({}), n as ({} from me cross join reach r cross join consultation c "
        "where c.ref = r.ref) select count(*) from me cross join n where {}",
        me, drawn.from, now_columns, drawn.where);
}

Listed read_listed(const Row& row, Timestamp now)
{
    Listed listed;
    listed.ref = ConsultationRef{row.string(0)};
    listed.title = row.string(1);
    listed.requester = Login{row.string(2)};
    listed.region = row.string(3);
    listed.specialism = row.string(4);
    listed.priority = parse_priority(row.text(5)).value_or(Priority::routine);
    listed.status = parse_status(row.text(6)).value_or(Status::offered);
    listed.move = parse_move(row.text(7)).value_or(Move::nobody);
    if (!row.is_null(8) && listed.move != Move::nobody)
        listed.due = row.integer(8);
    listed.is_overdue = listed.due && *listed.due <= now;
    listed.adviser = Login{row.string(9)};
    listed.cover = Login{row.string(10)};
    listed.offered_to = Login{row.string(11)};
    listed.is_restricted = row.integer(12) != 0;
    listed.has_red_flag = row.integer(13) != 0;
    listed.has_second_opinion = row.integer(14) != 0;
    listed.rosh = row.string(15);
    listed.sent = row.integer(16);
    listed.updated = row.integer(17);
    return listed;
}

std::int64_t as_limit(std::size_t limit)
{
    return static_cast<std::int64_t>(std::min(limit, most_rows));
}

/// Whoever has the move and is the reader, by part.
constexpr const char* moves_of_me = R"sql(
    (n.requester = me.login and me.is_officer = 1 and n.now_move = 'officer')
    or (n.now_offered = me.login and me.is_specialist = 1 and n.now_move = 'specialist')
    or (n.adviser = me.login and me.is_specialist = 1 and n.now_move = 'specialist')
    or (n.now_move = 'specialist' and me.is_specialist = 1 and exists (
        select 1 from consultation_cover v where v.ref = n.ref and v.login = me.login and v.until > me.at))
    or (me.is_lead = 1 and n.now_move = 'lead' and n.requester <> me.login))sql";

} // namespace

std::string_view word_of(ListKind kind)
{
    for (const auto& [known, word] : lists)
        if (known == kind)
            return word;
    return {};
}

std::optional<ListKind> parse_list(std::string_view word)
{
    for (const auto& [kind, known] : lists)
        if (known == word)
            return kind;
    return std::nullopt;
}

const std::vector<ListKind>& all_lists()
{
    static const std::vector<ListKind> all = [] {
        std::vector<ListKind> kinds;
        for (const auto& [kind, word] : lists)
            kinds.push_back(kind);
        return kinds;
    }();
    return all;
}

std::vector<Listed> Board::list(ListKind kind, const Reader& reader, Timestamp now, std::size_t limit,
                                std::size_t offset)
{
    const Asking a{reader};
    const auto from =
        drawn(kind, std::min<std::size_t>(limit, most_rows) + std::min<std::size_t>(offset, most_rows));
    std::vector<Listed> found;
    connection_.query(statement(from, shown_columns) + from.order + " limit $9 offset $10",
                      {a.login, a.region, a.fields, a.conflicts, now, a.is_officer, a.is_specialist,
                       a.is_lead, as_limit(limit), as_limit(offset)},
                      [&](const Row& row) { found.push_back(read_listed(row, now)); });
    return found;
}

std::size_t Board::count(ListKind kind, const Reader& reader, Timestamp now)
{
    const Asking a{reader};
    return static_cast<std::size_t>(store::one_integer(connection_, counting(drawn(kind, most_rows)),
                                                       {a.login, a.region, a.fields, a.conflicts, now,
                                                        a.is_officer, a.is_specialist, a.is_lead})
                                        .value_or(0));
}

std::size_t Board::count_for_me(const Reader& reader, Timestamp now)
{
    const Asking a{reader};
    // A closed one still asks for its outcome; requests are few for one officer.
    const Drawn mine{
        fmt::format("select c.ref from consultation c, me where c.requester = me.login and "
                    "me.is_officer = 1 union select c.ref from consultation c, me where "
                    "c.adviser = me.login and c.is_open = 1 and me.is_specialist = 1 union "
                    "select c.ref from consultation c, me where c.offered_to <> '' and "
                    "c.offered_to = me.login union {} union {} union {} and f.is_open = 1 and me.is_lead = 1",
                    cover_reach, named_reach, field_reach),
        moves_of_me,
        {}};
    return static_cast<std::size_t>(store::one_integer(connection_, counting(mine),
                                                       {a.login, a.region, a.fields, a.conflicts, now,
                                                        a.is_officer, a.is_specialist, a.is_lead})
                                        .value_or(0));
}

std::vector<Listed> Board::find(std::string_view words, const Reader& reader, Timestamp now,
                                std::size_t limit)
{
    const Asking a{reader};
    auto wanted = split(lower_ascii(trimmed(words)), ' ');
    if (const auto ref = parse_ref(words)) {
        // It may be a word of six letters as well.
        if (auto thread = read(*ref, reader, now)) {
            std::vector<Listed> found;
            const Drawn one{
                fmt::format("select ref from consultation where ref = '{}'", ref->value()), "1 = 1", {}};
            connection_.query(
                statement(one, shown_columns),
                {a.login, a.region, a.fields, a.conflicts, now, a.is_officer, a.is_specialist, a.is_lead},
                [&](const Row& row) { found.push_back(read_listed(row, now)); });
            return found;
        }
    }
    if (wanted.empty())
        return {};
    // The longest word is left to SQL; the others are looked for in what it found.
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const auto& one, const auto& other) { return one.size() > other.size(); });
    const std::string reads_notes =
        "(s.is_internal = 0 or (me.is_specialist + me.is_lead > 0 and n.requester <> me.login))";
    const Drawn holding{std::string{party_reach} + " union " + cover_reach + " union " + field_reach,
                        "exists (select 1 from consultation_said s where s.consultation = n.ref and " +
                            reads_notes + " and lower(s.body) like $9 escape '!')",
                        {}};
    std::vector<Listed> found;
    connection_.query(statement(holding, shown_columns) + "order by n.updated desc, n.ref",
                      {a.login, a.region, a.fields, a.conflicts, now, a.is_officer, a.is_specialist,
                       a.is_lead, store::like_pattern(wanted.front())},
                      [&](const Row& row) { found.push_back(read_listed(row, now)); });
    wanted.erase(wanted.begin());
    std::vector<Listed> all_words;
    for (auto& listed : found) {
        if (all_words.size() == limit)
            break;
        if (!wanted.empty()) {
            const auto thread = read(listed.ref, reader, now);
            std::string text;
            for (const auto& entry : thread ? thread->entries : std::vector<Entry>{})
                text += lower_ascii(entry.text) + "\n";
            if (thread)
                text += lower_ascii(thread->request.decision) + "\n" + lower_ascii(thread->request.tried);
            if (!std::all_of(wanted.begin(), wanted.end(),
                             [&](const auto& word) { return text.find(word) != std::string::npos; }))
                continue;
        }
        all_words.push_back(std::move(listed));
    }
    return all_words;
}

bool Board::reaches(const ConsultationRef& ref, const Reader& reader, Timestamp now)
{
    const Asking a{reader};
    bool is_reached = false;
    connection_.query(
        fmt::format(
            "{} select 1 from ({} and p.consultation = $9 union {} and v.ref = $9 union {} and f.ref = $9) "
            "as reach",
            me, party_reach, cover_reach, field_reach),
        {a.login, a.region, a.fields, a.conflicts, now, a.is_officer, a.is_specialist, a.is_lead,
         ref.value()},
        [&](const Row&) { is_reached = true; });
    return is_reached;
}

std::optional<Thread> Board::read_whole(const ConsultationRef& ref, const Reader& reader, Timestamp now)
{
    if (!reaches(ref, reader, now))
        return std::nullopt;
    auto thread = read_thread(ref, read_events(connection_, ref), rules_.time, rules_.clocks, now);
    // The table of rights has the last word.
    if (!may(reader, people::Action::read_thread, thread))
        return std::nullopt;
    return thread;
}

std::optional<Thread> Board::read(const ConsultationRef& ref, const Reader& reader, Timestamp now)
{
    auto thread = read_whole(ref, reader, now);
    return thread ? std::optional{for_reader(std::move(*thread), reader)} : std::nullopt;
}

std::string not_found_sentence(const ConsultationRef& ref)
{
    return fmt::format("There is no consultation {} that you may read.", ref.value());
}

} // namespace guidepost::consultation
