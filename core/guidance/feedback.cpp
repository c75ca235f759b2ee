// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/feedback.h"

#include "core/store/event_chain.h"

#include <nlohmann/json.hpp>

#include <map>

namespace guidepost::guidance {
namespace {

constexpr const char* chain = "feedback";
constexpr const char* kind = "article.useful";

} // namespace

void record_feedback(store::Connection& connection, const Feedback& feedback, const std::string& who,
                     Timestamp at)
{
    const nlohmann::json payload{{"article", feedback.article.value()},
                                 {"revision", feedback.revision.value()},
                                 {"answer", feedback.answer == Useful::yes ? "yes" : "no"}};
    store::Transaction transaction{connection};
    store::append(connection, {chain, who, kind, payload.dump()}, at);
    transaction.commit();
}

FeedbackCount count_feedback(store::Connection& connection, const ArticleId& article)
{
    std::map<std::string, bool> newest;
    connection.query("select e.who, p.body from event e join event_payload p on p.event = e.id "
                     "where e.chain = $1 and e.kind = $2 and p.body is not null order by e.seq",
                     {std::string{chain}, std::string{kind}}, [&](const store::Row& row) {
                         const auto payload = nlohmann::json::parse(row.text(1), nullptr, false);
                         if (payload.is_object() && payload.value("article", "") == article.value())
                             newest[row.string(0)] = payload.value("answer", "") == "yes";
                     });
    FeedbackCount count;
    for (const auto& [who, is_useful] : newest)
        ++(is_useful ? count.yes : count.no);
    return count;
}

} // namespace guidepost::guidance
