// SPDX-License-Identifier: GPL-2.0-or-later
// The store's form, step by step. A step that has shipped is never edited; the next one mends it.
//
// An event is an envelope (`event`) and a payload (`event_payload`) in a table apart, because the
// law may demand that a text goes while the history stays: a recorded redaction empties the payload
// and the chain, which hashes the payload's hash, still verifies. Revisions are split the same way.
// Envelopes refuse UPDATE, DELETE and REPLACE; INSERT OR REPLACE slips past the first two triggers,
// which is why there are three.
//
// One table of events for all chains was chosen over a table for each subject: one verifier, one
// feed, one place for the triggers. Current state (`article`) is derived and may be rebuilt.
#include "core/store/migrations.h"

#include "core/text/error.h"

#include <fmt/format.h>

#include <array>

namespace guidepost::store {
namespace {

struct Migration {
    const char* adds; ///< named to a person whose program is too old
    const char* sqlite;
};

constexpr std::array migrations{
    Migration{"guidance with its history", R"sql(
create table event(
    id text primary key,
    chain text not null,
    seq integer not null,
    at integer not null,
    who text not null,
    kind text not null,
    payload_hash text not null,
    previous_hash text not null,
    hash text not null unique,
    unique (chain, seq)) strict;
create table event_payload(
    event text primary key references event(id),
    body text) strict;
create table chain_head(
    chain text primary key,
    seq integer not null,
    hash text not null) strict;

create table source(
    id text primary key,
    kind text not null check (kind in ('pack', 'folder')),
    title text not null,
    root text not null unique,
    version text not null,
    approved_by text not null,
    event text not null references event(id)) strict;

create table revision(
    id text primary key,
    article text not null,
    parent text,
    at integer not null,
    who text not null,
    source_hash text not null,
    event text not null references event(id)) strict;
create index revision_of_article on revision(article, at);
create table revision_text(
    revision text primary key references revision(id),
    body text) strict;

create table publication(
    feed integer primary key,
    article text not null,
    revision text not null references revision(id),
    state text not null check (state in ('published', 'imported', 'withdrawn')),
    at integer not null,
    event text not null references event(id)) strict;
create index publication_of_article on publication(article, feed);

create table article(
    id text primary key,
    revision text not null references revision(id),
    state text not null,
    source text not null references source(id),
    path text not null,
    title text not null,
    feed integer not null unique) strict;
create index article_of_source on article(source, path);

create trigger event_keeps before update on event begin select raise(abort, 'events are never changed'); end;
create trigger event_stays before delete on event begin select raise(abort, 'events are never removed'); end;
create trigger event_once before insert on event
    when exists (select 1 from event where id = new.id or hash = new.hash or (chain = new.chain and seq = new.seq))
    begin select raise(abort, 'events are never replaced'); end;
create trigger revision_keeps before update on revision begin select raise(abort, 'revisions are never changed'); end;
create trigger revision_stays before delete on revision begin select raise(abort, 'revisions are never removed'); end;
create trigger revision_once before insert on revision when exists (select 1 from revision where id = new.id)
    begin select raise(abort, 'revisions are never replaced'); end;
create trigger publication_keeps before update on publication
    begin select raise(abort, 'publications are never changed'); end;
create trigger publication_stays before delete on publication
    begin select raise(abort, 'publications are never removed'); end;
create trigger publication_once before insert on publication
    when exists (select 1 from publication where feed = new.feed)
    begin select raise(abort, 'publications are never replaced'); end;
)sql"},

    // Staff and contacts are derived from the chain "people" and may be rebuilt. What proves a person (a
    // password's hash, an invitation's, a session's) is not: events are for ever, and a proof must not be.
    Migration{"people and sign-in", R"sql(
create table staff(
    login text primary key,
    is_active integer not null,
    body text not null) strict;
create table contact(
    region text not null,
    pdu text not null,
    whom text not null,
    body text not null,
    primary key (region, pdu, whom)) strict;
create table sign_in_password(
    login text primary key,
    hash text not null) strict;
create table sign_in_invitation(
    login text primary key,
    hash text not null,
    expires integer not null) strict;
create table sign_in_session(
    token_hash text primary key,
    login text not null,
    expires integer not null) strict;
)sql"},

    // What the chains "consultation/..." say, in a form that lists are quick in. All of it is derived and
    // may be rebuilt, but for drafts. What people wrote lies in consultation_said and consultation_title
    // alone, so that a recorded removal knows where to go. Minutes and offers carry no reference: what a
    // restricted thread cost is part of a sum and nothing else.
    Migration{"consultations", R"sql(
create table consultation(
    ref text primary key,
    requester text not null,
    region text not null,
    specialism text not null,
    priority text not null,
    status text not null,
    move text not null,
    due integer,
    answer_due integer not null,
    offered_to text not null,
    offer_until integer,
    adviser text not null,
    outcome_due integer,
    is_restricted integer not null,
    is_open integer not null,
    is_held integer not null,
    has_red_flag integer not null,
    has_second_opinion integer not null,
    sent integer not null,
    updated integer not null) strict;
create index consultation_of_requester on consultation(requester, updated);
create index consultation_of_adviser on consultation(adviser, is_open, updated);
create index consultation_offered on consultation(offered_to) where offered_to <> '';
create index consultation_of_region on consultation(region, is_open, updated);
create index consultation_answer_due on consultation(answer_due) where is_open = 1;
create index consultation_offer_until on consultation(offer_until) where offer_until is not null;
create table consultation_title(
    ref text primary key,
    title text not null,
    rosh text not null) strict;
create table consultation_party(
    login text not null,
    consultation text not null,
    part text not null,
    primary key (login, consultation, part)) strict, without rowid;
create index consultation_party_of on consultation_party(consultation);
create table consultation_said(
    event text primary key,
    consultation text not null,
    is_internal integer not null,
    body text not null) strict;
create index consultation_said_in on consultation_said(consultation);
create table consultation_minutes(
    event text primary key,
    login text not null,
    at integer not null,
    minutes integer not null) strict;
create index consultation_minutes_of on consultation_minutes(at, login, minutes);
create table consultation_last_offer(
    login text primary key,
    at integer not null) strict;

create table draft(
    id text primary key,
    owner text not null,
    title text not null,
    body text not null,
    who text not null,
    at integer not null,
    provenance text not null,
    event text not null references event(id)) strict;
)sql"},

    // Derived, like staff, from the chain "people".
    Migration{"the register of training", R"sql(
create table competence(
    login text not null,
    training text not null,
    step text not null check (step in ('trained', 'observe', 'co-deliver', 'deliver-observed', 'deliver')),
    body text not null,
    primary key (login, training, step)) strict;
)sql"},

    // Logins as hashes: what is typed for a login may be a password.
    Migration{"slower sign-in after wrong passwords", R"sql(
create table sign_in_failure(
    login_hash text primary key,
    failures integer not null,
    until integer not null) strict;
)sql"},

    // Derived, like the other tables of consultations.
    Migration{"covers of consultations", R"sql(
create table consultation_cover(
    ref text primary key,
    login text not null,
    until integer not null) strict;
create index consultation_cover_of on consultation_cover(login, until);
)sql"},

    // 32 random bytes in hexadecimal that are hashed with the payload and go with it: see event_chain.h. Null
    // in events of earlier versions, and where the payload is gone. A draft names who alone may see it, a
    // login a line; "": whoever may see drafts.
    Migration{"texts that cannot be guessed after their removal", R"sql(
alter table event_payload add column salt text;
alter table draft add column restricted_to text not null default '';
)sql"},
};

/// 0: nothing was made in it yet.
std::int64_t version_of(Connection& connection)
{
    if (!one_integer(connection, "select 1 from sqlite_master where type = 'table' and name = 'migration'"))
        return 0;
    return one_integer(connection, "select max(version) from migration").value_or(0);
}

} // namespace

int newest_migration()
{
    return static_cast<int>(migrations.size());
}

bool is_older(Connection& connection)
{
    const auto version = version_of(connection);
    return version > 0 && version < newest_migration();
}

void refuse_newer(Connection& connection)
{
    const auto version = version_of(connection);
    if (version <= newest_migration())
        return;
    const auto missing = one_text(connection, "select adds from migration where version = $1", {version});
    throw Error{Errc::storage,
                fmt::format("This store was written by a newer Guidepost and holds what this one does not "
                            "know: {}. Install the newer version; nothing was changed.",
                            missing.value_or("unknown"))};
}

void migrate(Connection& connection)
{
    auto version = version_of(connection);
    if (version == newest_migration())
        return;
    refuse_newer(connection);
    // Taken again inside the lock: another desk may be doing the same.
    while (version < newest_migration()) {
        Transaction transaction{connection};
        version = version_of(connection);
        if (version == 0)
            connection.run_script(
                "create table if not exists migration(version integer primary key, adds text not null)");
        if (version < newest_migration()) {
            const auto& next = migrations.at(static_cast<std::size_t>(version));
            connection.run_script(next.sqlite);
            connection.execute("insert into migration(version, adds) values ($1, $2)",
                               {++version, next.adds});
        }
        transaction.commit();
    }
}

} // namespace guidepost::store
