// SPDX-License-Identifier: GPL-2.0-or-later
// "Was this useful?", answered under an article: an event of the chain "feedback", of kind
// "article.useful", whose payload is {"article", "revision", "answer": "yes"|"no"|"taken-back"}.
#pragma once

#include "core/store/connection.h"
#include "core/values/clock.h"
#include "core/values/id.h"

#include <map>
#include <string>

namespace guidepost::guidance {

enum class Useful { yes, no, taken_back };

struct Feedback {
    ArticleId article = {};
    RevisionId revision = {}; ///< the one that was read
    Useful answer = Useful::yes;
};

/// In envelopes, a reader who has not signed in. The colon keeps it apart from every login.
inline constexpr const char* by_a_reader = "reader:not-signed-in";

/// In a transaction of its own. Throws Error{storage}.
void record_feedback(store::Connection& connection, const Feedback& feedback, const std::string& who,
                     Timestamp at);

struct FeedbackCount {
    std::size_t yes = 0;
    std::size_t no = 0;

    friend bool operator==(const FeedbackCount&, const FeedbackCount&) = default;
};

/// Of all the article's revisions. The newest answer of each person counts, unless they took it back.
FeedbackCount count_feedback(store::Connection& connection, const ArticleId& article);

/// Of every article that was answered for, in one walk along the answers.
std::map<ArticleId, FeedbackCount> count_feedback(store::Connection& connection);

} // namespace guidepost::guidance
