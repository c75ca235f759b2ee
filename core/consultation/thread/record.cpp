// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/record.h"

#include "core/consultation/thread/event_kinds.h"
#include "core/text/digest.h"
#include "core/text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::consultation {
namespace {

using store::Row;
using store::Value;

constexpr std::string_view chain_prefix = "consultation/";

Value when(const std::optional<Timestamp>& moment)
{
    return moment ? Value{*moment} : Value{};
}

std::int64_t number(bool flag)
{
    return flag ? 1 : 0;
}

std::string text(std::string_view view)
{
    return std::string{view};
}

/// What anybody wrote in an event, as finding reads it.
std::string words_of(Happening kind, const Details& details)
{
    if (kind != Happening::sent)
        return details.text;
    return fmt::format("{}\n{}\n{}", details.request.question, details.request.decision,
                       details.request.tried);
}

void write_words(store::Connection& connection, const ConsultationRef& ref, const Event& event,
                 const Details& details)
{
    if (!has_words(event.kind) || !event.payload)
        return;
    const auto words = words_of(event.kind, details);
    if (words.empty())
        return;
    connection.execute(
        "insert into consultation_said(event, consultation, is_internal, body) "
        "values ($1, $2, $3, $4) on conflict (event) do update set body = excluded.body",
        {event.id, ref.value(), number(kind_of(event.kind).words_to != Audience::everybody), words});
}

void write_work(store::Connection& connection, const Event& event, const Details& details)
{
    if (event.kind == Happening::minutes)
        connection.execute(
            "insert into consultation_minutes(event, login, at, minutes) values ($1, $2, $3, $4) "
            "on conflict (event) do nothing",
            {event.id, (details.of ? details.of : event.who).value(), event.at,
             std::int64_t{details.minutes}});
    if (event.kind == Happening::offered && details.to)
        connection.execute("insert into consultation_last_offer(login, at) values ($1, $2) "
                           "on conflict (login) do update set at = excluded.at "
                           "where excluded.at > consultation_last_offer.at",
                           {details.to.value(), event.at});
}

void write_row(store::Connection& connection, const Thread& t)
{
    const bool is_open = t.status != Status::closed && t.status != Status::withdrawn;
    const bool may_ask = !t.has_outcome && (t.status == Status::answered || t.status == Status::closed);
    connection.execute(
        "insert into consultation(ref, requester, region, specialism, priority, status, move, due, "
        "answer_due, "
        "offered_to, offer_until, adviser, outcome_due, is_restricted, is_open, is_held, has_red_flag, "
        "has_second_opinion, sent, updated) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
        "$14, "
        "$15, $16, $17, $18, $19, $20) on conflict (ref) do update set status = excluded.status, "
        "move = excluded.move, due = excluded.due, answer_due = excluded.answer_due, "
        "offered_to = excluded.offered_to, offer_until = excluded.offer_until, adviser = excluded.adviser, "
        "outcome_due = excluded.outcome_due, is_restricted = excluded.is_restricted, is_open = "
        "excluded.is_open, "
        "is_held = excluded.is_held, has_second_opinion = excluded.has_second_opinion, "
        "updated = excluded.updated",
        {t.ref.value(),
         t.requester.value(),
         t.region,
         t.need.specialism,
         text(word_of(t.request.priority.value_or(Priority::routine))),
         text(word_of(t.status)),
         text(word_of(t.move)),
         when(t.due),
         t.answer_due,
         t.offer ? t.offer->to.value() : "",
         t.offer ? Value{t.offer->until} : Value{},
         t.adviser.value(),
         may_ask ? when(t.outcome_due) : Value{},
         number(t.is_restricted),
         number(is_open),
         number(t.is_held),
         number(!t.red_flags.empty()),
         number(!t.second_opinions.empty()),
         t.sent_at,
         t.updated});
    connection.execute("insert into consultation_title(ref, title, rosh) values ($1, $2, $3) "
                       "on conflict (ref) do update set title = excluded.title, rosh = excluded.rosh",
                       {t.ref.value(), title_of(t.request), highest_rosh(t.request.profile)});
}

void write_parties(store::Connection& connection, const Thread& t)
{
    connection.execute("delete from consultation_party where consultation = $1", {t.ref.value()});
    const auto put = [&](const Login& login, const char* part) {
        const bool is_own = login == t.requester && std::string_view{part} != "requester";
        if (login && !is_own)
            connection.execute(
                "insert into consultation_party(login, consultation, part) values ($1, $2, $3)",
                {login.value(), t.ref.value(), part});
    };
    put(t.requester, "requester");
    put(t.adviser, "adviser");
    if (t.offer)
        put(t.offer->to, "offered");
    for (const auto& login : t.second_opinions)
        put(login, "second");
    if (!t.is_restricted) {
        for (const auto& login : t.told)
            put(login, "told");
        return;
    }
    for (const auto& login : t.named)
        put(login, "named");
    put(t.named_lead, "named-lead");
}

void write_cover(store::Connection& connection, const Thread& t)
{
    connection.execute("delete from consultation_cover where ref = $1", {t.ref.value()});
    if (t.cover)
        connection.execute("insert into consultation_cover(ref, login, until) values ($1, $2, $3)",
                           {t.ref.value(), t.cover->by.value(), t.cover->until});
}

/// What lists are made of.
void write_derived(store::Connection& connection, const Thread& t)
{
    write_row(connection, t);
    write_parties(connection, t);
    write_cover(connection, t);
}

Details details_of(const Event& event)
{
    return event.payload ? read_payload(event.kind, *event.payload) : Details{};
}

/// Midnight of the Monday of this week, in London.
Timestamp start_of_week(Timestamp now)
{
    const auto today = std::chrono::sys_days{to_london(now).day};
    return from_london(Date{today - (std::chrono::weekday{today} - std::chrono::Monday)}, 0);
}

} // namespace

std::vector<Event> read_events(store::Connection& connection, const ConsultationRef& ref)
{
    std::vector<Event> events;
    connection.query(
        "select e.id, e.seq, e.at, e.who, e.kind, p.body, e.hash from event e "
        "left join event_payload p on p.event = e.id where e.chain = $1 order by e.seq",
        {chain_of(ref)}, [&](const Row& row) {
            const auto kind = parse_happening(row.text(4));
            if (!kind)
                throw Error{Errc::storage,
                            fmt::format("{} holds what a newer Guidepost wrote. Install it to read "
                                        "this consultation.",
                                        ref.value())};
            Event event{row.string(0), row.integer(1), row.integer(2), Login{row.string(3)}, *kind, {},
                        row.string(6)};
            if (!row.is_null(5))
                event.payload = row.string(5);
            events.push_back(std::move(event));
        });
    return events;
}

Record::Record(store::Connection& connection, const Rules& rules, const ConsultationRef& ref)
    : connection_{connection},
      rules_{rules},
      ref_{ref},
      chain_{connection, chain_of(ref)},
      events_{read_events(connection, ref)}
{}

Thread Record::read(Timestamp now) const
{
    if (!fold_)
        fold_.emplace(fold_of(ref_, events_, rules_.time, rules_.clocks));
    return Fold{*fold_}.finish(now);
}

EventId Record::append(Happening kind, const Login& who, const Details& details, Timestamp at, EventId id)
{
    if (!id)
        id = EventId{uuid_v7(at)};
    auto payload = payload_json(kind, details);
    chain_.append(id, who.value(), text(word_of(kind)), payload, at);
    const auto& head = chain_.head();
    events_.push_back({id.value(), head.seq, at, who, kind, std::move(payload), head.hash});
    if (fold_)
        fold_->apply(events_.back(), read_payload(kind, *events_.back().payload), false);
    write_words(connection_, ref_, events_.back(), details);
    write_work(connection_, events_.back(), details);
    return id;
}

void Record::empty(const std::vector<std::string>& events)
{
    for (auto& event : events_) {
        if (std::find(events.begin(), events.end(), event.id) == events.end())
            continue;
        store::empty_payload(connection_, EventId{event.id});
        connection_.execute("delete from consultation_said where event = $1", {event.id});
        event.payload.reset();
    }
    fold_.reset();
}

void Record::append_fallen_due(Timestamp now)
{
    for (const auto& due : read(now).fell_due) {
        Details details;
        details.offer = due.offer;
        if (due.what == Happening::escalated)
            details.reason = word_of(Escalation::answer_overdue);
        append(due.what, Login{clerk_login}, details, now);
    }
}

void Record::finish(Timestamp now)
{
    chain_.write_head();
    write_derived(connection_, read(now));
}

std::map<Login, Load> loads_of(store::Connection& connection, Timestamp now)
{
    std::map<Login, Load> loads;
    connection.query("select login, cast(sum(minutes) as bigint) from consultation_minutes where at >= $1 "
                     "group by login",
                     {start_of_week(now)}, [&](const Row& row) {
                         loads[Login{row.string(0)}].minutes_this_week =
                             static_cast<int>(std::min<std::int64_t>(row.integer(1), 1'000'000));
                     });
    const auto add_open = [&](const Row& row) {
        loads[Login{row.string(0)}].open += static_cast<int>(row.integer(1));
    };
    connection.query("select adviser, count(*) from consultation where adviser > '' and is_open = 1 "
                     "and status in ('with-specialist', 'needs-more', 'escalated') group by adviser",
                     {}, add_open);
    connection.query(
        "select offered_to, count(*) from consultation where offered_to <> '' and offer_until > $1 "
        "group by offered_to",
        {now}, add_open);
    connection.query("select v.login, count(*) from consultation_cover v cross join consultation c "
                     "where v.until > $1 and c.ref = v.ref and c.is_open = 1 "
                     "and c.status in ('with-specialist', 'needs-more', 'escalated') group by v.login",
                     {now}, add_open);
    connection.query("select login, at from consultation_last_offer", {},
                     [&](const Row& row) { loads[Login{row.string(0)}].last_offer = row.integer(1); });
    return loads;
}

void rebuild_derived(store::Connection& connection, const Rules& rules)
{
    store::Transaction transaction{connection};
    for (const char* table : {"consultation", "consultation_title", "consultation_party", "consultation_said",
                              "consultation_minutes", "consultation_last_offer", "consultation_cover"})
        connection.execute(fmt::format("delete from {}", table));
    std::vector<ConsultationRef> refs;
    for (const auto& head : store::chain_heads(connection))
        if (head.chain.starts_with(chain_prefix))
            refs.emplace_back(head.chain.substr(chain_prefix.size()));
    for (const auto& ref : refs) {
        const auto events = read_events(connection, ref);
        for (const auto& event : events) {
            const auto details = details_of(event);
            write_words(connection, ref, event, details);
            write_work(connection, event, details);
        }
        if (events.empty())
            continue;
        // As it was written then: what fell due since is for a clerk to write down.
        write_derived(connection, read_thread(ref, events, rules.time, rules.clocks, events.back().at));
    }
    transaction.commit();
}

void verify(store::Connection& copy, const Rules& rules, store::Findings& findings)
{
    static const std::vector<store::Table> tables{
        {"consultation",
         {"ref"},
         {"requester", "region", "specialism", "priority", "status", "move", "due", "answer_due",
          "offered_to", "offer_until", "adviser", "outcome_due", "is_restricted", "is_open", "is_held",
          "has_red_flag", "has_second_opinion", "sent", "updated"}},
        {"consultation_title", {"ref"}, {"title", "rosh"}},
        {"consultation_party", {"login", "consultation", "part"}, {}},
        {"consultation_said", {"event"}, {"consultation", "is_internal", "body"}},
        {"consultation_minutes", {"event"}, {"login", "at", "minutes"}},
        {"consultation_last_offer", {"login"}, {"at"}},
        {"consultation_cover", {"ref"}, {"login", "until"}},
    };
    store::compare_rebuilt(
        copy, tables, [&] { rebuild_derived(copy, rules); }, findings);
}

} // namespace guidepost::consultation
