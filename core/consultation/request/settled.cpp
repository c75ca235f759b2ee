// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/request/settled.h"

#include "core/store/event_chain.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace guidepost::consultation {
namespace {

constexpr const char* chain = "settled";
constexpr const char* kind = "settled-by-guidance";

std::vector<std::string> articles_in(std::string_view payload)
{
    const auto json = nlohmann::json::parse(payload, nullptr, false);
    std::set<std::string> articles;
    if (json.is_object() && json.contains("articles") && json["articles"].is_array())
        for (const auto& article : json["articles"])
            if (article.is_string())
                articles.insert(article.get<std::string>());
    return {articles.begin(), articles.end()};
}

} // namespace

void record_settled(store::Connection& connection, const EventId& event, const Login& who,
                    const std::vector<ArticleId>& articles, Timestamp at)
{
    auto named = nlohmann::json::array();
    for (const auto& article : articles) {
        if (!is_slug(article.value()))
            throw Error{Errc::usage, "That is no article's name: they look like maintaining-innocence."};
        named.push_back(article.value());
    }
    if (named.empty() || named.size() > most_settling)
        throw Error{Errc::usage, "Name the guidance that settled it: one article at least, twenty at most."};
    store::Transaction transaction{connection};
    if (const auto there =
            store::one_text(connection, "select chain from event where id = $1", {event.value()})) {
        if (*there != chain)
            throw Error{Errc::conflict, "The id of this event belongs to another one."};
        return;
    }
    store::ChainWriter writer{connection, chain};
    writer.append(event, who.value(), kind, nlohmann::json{{"articles", std::move(named)}}.dump(), at);
    writer.write_head();
    transaction.commit();
}

Settled settled_by_guidance(store::Connection& connection, std::optional<Timestamp> from)
{
    Settled settled;
    std::map<std::string, SettledBy> by;
    connection.query("select e.at, p.body from event e join event_payload p on p.event = e.id "
                     "where e.chain = $1 and e.kind = $2 and e.at >= $3 and p.body is not null",
                     {std::string{chain}, std::string{kind}, from.value_or(0)}, [&](const store::Row& row) {
                         ++settled.questions;
                         for (const auto& id : articles_in(row.text(1))) {
                             auto& one = by[id];
                             one.article = ArticleId{id};
                             ++one.questions;
                             one.last = std::max(one.last, row.integer(0));
                         }
                     });
    for (auto& [id, one] : by)
        settled.by.push_back(std::move(one));
    std::stable_sort(settled.by.begin(), settled.by.end(),
                     [](const auto& one, const auto& other) { return one.questions > other.questions; });
    return settled;
}

} // namespace guidepost::consultation
