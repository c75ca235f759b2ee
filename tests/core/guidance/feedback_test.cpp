// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/feedback.h"
#include "core/store/event_chain.h"
#include "core/store/store.h"
#include "core/store/verify.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::guidance;

namespace {

const ArticleId recall{"recall"};

Feedback answer(Useful useful, const ArticleId& article = recall)
{
    return {article, RevisionId{"r1"}, useful};
}

} // namespace

TEST_CASE("an answer under an article is kept in the chain of feedback", "[guidance]")
{
    const test::TempDir dir;
    const auto connection = store::open_store(dir.path());
    record_feedback(*connection, answer(Useful::yes), "officer", 1000);
    record_feedback(*connection, answer(Useful::no), "other", 2000);
    record_feedback(*connection, answer(Useful::no, ArticleId{"denial"}), "other", 3000);

    CHECK(count_feedback(*connection, recall) == FeedbackCount{1, 1});
    CHECK(count_feedback(*connection, ArticleId{"denial"}) == FeedbackCount{0, 1});
    CHECK(count_feedback(*connection, ArticleId{"never-read"}) == FeedbackCount{});
    const auto all = count_feedback(*connection);
    CHECK(all.size() == 2);
    CHECK(all.at(recall) == FeedbackCount{1, 1});
    CHECK(store::verify_chains(*connection).damages.empty());
    const auto heads = store::chain_heads(*connection);
    REQUIRE(heads.size() == 1);
    CHECK(heads.front().chain == "feedback");
    CHECK(heads.front().seq == 3);
}

TEST_CASE("who answers again changes their answer and does not vote twice", "[guidance]")
{
    const test::TempDir dir;
    const auto connection = store::open_store(dir.path());
    record_feedback(*connection, answer(Useful::no), "officer", 1000);
    record_feedback(*connection, answer(Useful::yes), "officer", 2000);
    CHECK(count_feedback(*connection, recall) == FeedbackCount{1, 0});
}

TEST_CASE("an answer that was taken back stays in the history and is not counted", "[guidance]")
{
    const test::TempDir dir;
    const auto connection = store::open_store(dir.path());
    record_feedback(*connection, answer(Useful::no), "officer", 1000);
    record_feedback(*connection, answer(Useful::taken_back), "officer", 2000);
    record_feedback(*connection, answer(Useful::no), "other", 3000);
    CHECK(count_feedback(*connection, recall) == FeedbackCount{0, 1});
    CHECK(store::chain_heads(*connection).front().seq == 3);
    record_feedback(*connection, answer(Useful::yes), "officer", 4000);
    CHECK(count_feedback(*connection, recall) == FeedbackCount{1, 1});
}

TEST_CASE("an article's name cannot break out of the record", "[guidance]")
{
    const test::TempDir dir;
    const auto connection = store::open_store(dir.path());
    const ArticleId odd{"x\",\"answer\":\"yes"};
    record_feedback(*connection, answer(Useful::no, odd), "who's \"there\"", 1000);
    CHECK(count_feedback(*connection, odd) == FeedbackCount{0, 1});
}

TEST_CASE("an answer that is no answer is passed over", "[guidance]")
{
    const test::TempDir dir;
    const auto connection = store::open_store(dir.path());
    {
        store::Transaction transaction{*connection};
        for (const char* body : {"[]", "no JSON", R"({"article":7,"answer":["yes"]})", R"({"answer":null})"})
            store::append(*connection, {"feedback", "officer", "article.useful", body}, 1000);
        transaction.commit();
    }
    record_feedback(*connection, answer(Useful::yes), "officer", 2000);
    CHECK(count_feedback(*connection, recall) == FeedbackCount{1, 0});
}
