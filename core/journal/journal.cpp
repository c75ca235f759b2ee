// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/journal/journal.h"

#include "core/journal/journal_file.h"
#include "core/privacy/guard.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::journal {
namespace {

using store::Row;

constexpr Timestamp kept_for = 90LL * 24 * 60 * 60 * 1'000'000;
constexpr std::size_t longest_search = 300;

std::int64_t as_limit(std::size_t limit)
{
    return static_cast<std::int64_t>(std::min<std::size_t>(limit, 1'000'000));
}

} // namespace

Journal::Journal(const std::filesystem::path& profile, Clock clock, store::Access access)
    : clock_{std::move(clock)}
{
    auto opened = access == store::Access::read_only ? OpenedJournal{copy_journal(profile), std::nullopt}
                                                     : open_journal(profile, clock_());
    connection_ = std::move(opened.connection);
    set_aside_ = std::move(opened.set_aside);
    forget_old();
}

Journal::~Journal() = default;

void Journal::forget_old()
{
    const auto oldest = clock_() - kept_for;
    std::int64_t forgotten = 0;
    store::Transaction transaction{*connection_};
    for (const char* sql : {"delete from case_profile where at < $1", "delete from recent_page where at < $1",
                            "delete from recent_search where at < $1", "delete from draft where at < $1"})
        forgotten += connection_->execute(sql, {oldest});
    transaction.commit();
    if (forgotten > 0)
        erase_traces();
}

/// What is deleted is overwritten in the database; the write-ahead log beside it must go too.
void Journal::erase_traces()
{
    connection_->query("pragma wal_checkpoint(truncate)", {}, [](const Row&) {});
}

std::vector<CaseProfile> Journal::cases(const Login& who)
{
    std::vector<CaseProfile> found;
    connection_->query("select c.body from case_profile c "
                       "left join active_case a on a.who = c.who and a.reference = c.reference "
                       "where c.who = $1 order by a.who is null, c.reference",
                       {who.value()}, [&](const Row& row) {
                           try {
                               found.push_back(parse_case(row.text(0)));
                           } catch (const Error&) {
                               // Words of a newer version: kept for it, of no use to this one.
                           }
                       });
    return found;
}

void Journal::save_case(const Login& who, const CaseProfile& profile)
{
    if (trimmed(profile.reference).empty())
        throw Error{Errc::usage, "A case needs a reference of its own before it can be kept."};
    connection_->execute("insert into case_profile(who, reference, body, at) values ($1, $2, $3, $4) "
                         "on conflict (who, reference) do update set body = excluded.body, at = excluded.at",
                         {who.value(), profile.reference, format_case(profile), clock_()});
}

void Journal::remove_case(const Login& who, const std::string& reference)
{
    connection_->execute("delete from case_profile where who = $1 and reference = $2",
                         {who.value(), reference});
    erase_traces();
}

std::optional<std::string> Journal::active_case(const Login& who)
{
    return store::one_text(*connection_, "select reference from active_case where who = $1", {who.value()});
}

void Journal::set_active_case(const Login& who, const std::optional<std::string>& reference)
{
    store::Transaction transaction{*connection_};
    connection_->execute("delete from active_case where who = $1", {who.value()});
    if (reference) {
        const auto touched =
            connection_->execute("update case_profile set at = $3 where who = $1 and reference = $2",
                                 {who.value(), *reference, clock_()});
        if (touched == 0)
            throw Error{Errc::not_found, fmt::format("There is no case {} on this desk.", *reference)};
        connection_->execute("insert into active_case(who, reference) values ($1, $2)",
                             {who.value(), *reference});
    }
    transaction.commit();
}

void Journal::take_over_cases(const Login& who)
{
    if (who.value().empty() || !store::one_integer(*connection_, "select 1 from case_profile where who = ''"))
        return;
    store::Transaction transaction{*connection_};
    connection_->execute("insert into case_profile(who, reference, body, at) "
                         "select $1, reference, body, at from case_profile where who = '' "
                         "on conflict (who, reference) do nothing",
                         {who.value()});
    connection_->execute("delete from case_profile where who = ''");
    transaction.commit();
    erase_traces();
}

std::vector<Bookmark> Journal::bookmarks()
{
    std::vector<Bookmark> found;
    connection_->query("select article, anchor, title from bookmark order by lower(title), article", {},
                       [&](const Row& row) {
                           found.push_back({ArticleId{row.string(0)}, row.string(1), row.string(2)});
                       });
    return found;
}

bool Journal::is_bookmarked(const ArticleId& article)
{
    return store::one_integer(*connection_, "select 1 from bookmark where article = $1", {article.value()})
        .has_value();
}

void Journal::add_bookmark(const Bookmark& bookmark)
{
    connection_->execute(
        "insert into bookmark(article, anchor, title) values ($1, $2, $3) "
        "on conflict (article) do update set anchor = excluded.anchor, title = excluded.title",
        {bookmark.article.value(), bookmark.anchor, bookmark.title});
}

void Journal::remove_bookmark(const ArticleId& article)
{
    connection_->execute("delete from bookmark where article = $1", {article.value()});
}

std::vector<RecentPage> Journal::recent_pages(std::size_t limit)
{
    std::vector<RecentPage> found;
    connection_->query("select article, title, at from recent_page order by at desc, rowid desc limit $1",
                       {as_limit(limit)}, [&](const Row& row) {
                           found.push_back({ArticleId{row.string(0)}, row.string(1), row.integer(2)});
                       });
    return found;
}

void Journal::note_page(const ArticleId& article, const std::string& title)
{
    connection_->execute("insert or replace into recent_page(article, title, at) values ($1, $2, $3)",
                         {article.value(), title, clock_()});
}

std::vector<std::string> Journal::recent_searches(std::size_t limit)
{
    std::vector<std::string> found;
    connection_->query("select words from recent_search order by at desc, rowid desc limit $1",
                       {as_limit(limit)}, [&](const Row& row) { found.push_back(row.string(0)); });
    return found;
}

void Journal::note_search(const std::string& text, const privacy::GuardWords* guard_words)
{
    const std::string words{trimmed(text)};
    const auto now = clock_();
    if (words.empty() || words.size() > longest_search)
        return;
    const auto today = date_of(now);
    if (guard_words ? !privacy::may_be_kept(words, *guard_words, today)
                    : !privacy::find_identifiers(words, today).empty())
        return;
    connection_->execute("insert or replace into recent_search(words, at) values ($1, $2)", {words, now});
}

void Journal::forget_recent()
{
    store::Transaction transaction{*connection_};
    connection_->execute("delete from recent_page");
    connection_->execute("delete from recent_search");
    transaction.commit();
    erase_traces();
}

void Journal::keep_draft(const Login& who, const std::string& kind, const std::string& about,
                         const std::string& body)
{
    if (body.empty()) {
        remove_draft(who, kind, about);
        return;
    }
    connection_->execute(
        "insert into draft(who, kind, about, body, at) values ($1, $2, $3, $4, $5) "
        "on conflict (who, kind, about) do update set body = excluded.body, at = excluded.at",
        {who.value(), kind, about, body, clock_()});
}

void Journal::remove_draft(const Login& who, const std::string& kind, const std::string& about)
{
    const auto removed = connection_->execute("delete from draft where who = $1 and kind = $2 and about = $3",
                                              {who.value(), kind, about});
    if (removed > 0)
        erase_traces();
}

std::optional<Draft> Journal::draft(const Login& who, const std::string& kind, const std::string& about)
{
    std::optional<Draft> found;
    connection_->query("select body, at from draft where who = $1 and kind = $2 and about = $3",
                       {who.value(), kind, about}, [&](const Row& row) {
                           found = Draft{kind, about, row.string(0), row.integer(1)};
                       });
    return found;
}

std::vector<Draft> Journal::drafts(const Login& who)
{
    std::vector<Draft> found;
    connection_->query("select kind, about, body, at from draft where who = $1 order by at desc, rowid desc",
                       {who.value()}, [&](const Row& row) {
                           found.push_back({row.string(0), row.string(1), row.string(2), row.integer(3)});
                       });
    return found;
}

std::vector<Journal::Drafted> Journal::drafted()
{
    std::vector<Drafted> found;
    connection_->query("select about, min(at) from draft where about <> '' group by about order by about", {},
                       [&](const Row& row) {
                           found.push_back({row.string(0), row.integer(1)});
                       });
    return found;
}

std::size_t Journal::remove_drafts_about(const std::string& about, Timestamp until)
{
    const auto removed =
        connection_->execute("delete from draft where about = $1 and at <= $2", {about, until});
    if (removed > 0)
        erase_traces();
    return static_cast<std::size_t>(removed);
}

std::optional<std::string> Journal::setting(const std::string& key)
{
    return store::one_text(*connection_, "select value from setting where key = $1", {key});
}

void Journal::set_setting(const std::string& key, const std::string& value)
{
    connection_->execute("insert into setting(key, value) values ($1, $2) "
                         "on conflict (key) do update set value = excluded.value",
                         {key, value});
}

} // namespace guidepost::journal
