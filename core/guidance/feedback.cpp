// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/feedback.h"

#include "core/store/event_chain.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace guidepost::guidance {
namespace {

constexpr const char* chain = "feedback";
constexpr const char* kind = "article.useful";

const char* word_of(Useful answer)
{
    switch (answer) {
    case Useful::yes:
        return "yes";
    case Useful::no:
        return "no";
    case Useful::taken_back:
        break;
    }
    return "taken-back";
}

} // namespace

void record_feedback(store::Connection& connection, const Feedback& feedback, const std::string& who,
                     Timestamp at)
{
    const nlohmann::json payload{{"article", feedback.article.value()},
                                 {"revision", feedback.revision.value()},
                                 {"answer", word_of(feedback.answer)}};
    store::Transaction transaction{connection};
    store::append(connection, {chain, who, kind, payload.dump()}, at);
    transaction.commit();
}

std::map<ArticleId, FeedbackCount> count_feedback(store::Connection& connection)
{
    std::map<std::pair<ArticleId, std::string>, std::string> newest; // of each article and person
    connection.query("select e.who, p.body from event e join event_payload p on p.event = e.id "
                     "where e.chain = $1 and e.kind = $2 and p.body is not null order by e.seq",
                     {std::string{chain}, std::string{kind}}, [&](const store::Row& row) {
                         const auto payload = nlohmann::json::parse(row.text(1), nullptr, false);
                         const auto word = [&](const char* key) {
                             const auto found = payload.find(key);
                             return found != payload.end() && found->is_string() ? found->get<std::string>()
                                                                                 : std::string{};
                         };
                         if (payload.is_object())
                             newest[{ArticleId{word("article")}, row.string(0)}] = word("answer");
                     });
    std::map<ArticleId, FeedbackCount> counts;
    for (const auto& [asked, answer] : newest)
        if (answer != word_of(Useful::taken_back))
            ++(answer == word_of(Useful::yes) ? counts[asked.first].yes : counts[asked.first].no);
    return counts;
}

FeedbackCount count_feedback(store::Connection& connection, const ArticleId& article)
{
    return count_feedback(connection)[article];
}

} // namespace guidepost::guidance
