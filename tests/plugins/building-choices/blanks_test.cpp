// SPDX-License-Identifier: GPL-2.0-or-later
// The short way through the blanks against trying everything.
#include "plugins/building-choices/blanks.h"
#include "tests/plugins/building-choices/cases.h"
#include "tests/support/catch.h"

#include <functional>
#include <map>
#include <random>
#include <set>

using namespace guidepost;
using namespace guidepost::building_choices;

namespace {

/// A question with raw answers, more of them than the rules tell apart.
struct Raw {
    std::string key;
    std::function<void(Answers&)> clear;
    std::vector<std::function<void(Answers&)>> answers;
};

template <class Value>
Raw raw(std::string key, std::optional<Value> Answers::*place, const std::vector<Value>& values)
{
    Raw question{std::move(key), [place](Answers& a) { (a.*place).reset(); }, {}};
    for (const auto& value : values)
        question.answers.push_back([place, value](Answers& a) { a.*place = value; });
    return question;
}

const std::vector<Raw>& questions()
{
    static const auto made = [] {
        const std::vector<Level> levels{Level::low, Level::medium, Level::high};
        const std::vector<Band> bands{Band::low, Band::medium, Band::high, Band::very_high,
                                      Band::not_applicable};
        std::vector<Raw> list{
            raw<Setting>("setting", &Answers::setting,
                         {Setting::community, Setting::custody, Setting::remand}),
            raw<double>("arp", &Answers::arp, {0, 49.99, 50, 74.99, 75, 100}),
            raw<double>("vrp", &Answers::vrp, {0, 29.99, 30, 59.99, 60, 100}),
            raw<double>("csrp", &Answers::csrp, {0, 0.99, 1, 2.99, 3, 50}),
            raw<Band>("dc_srp", &Answers::dc_srp, bands),
            raw<Band>("iic_srp", &Answers::iic_srp, bands),
            raw<Level>("sara.partner", &Answers::sara_partner, levels),
            raw<Level>("sara.others", &Answers::sara_others, levels),
            raw<bool>("oasys.1.30", &Answers::ever_sexual_offence, {false, true}),
            raw<bool>("oasys.6.11", &Answers::risk_of_sexual_harm, {false, true}),
        };
        for (const auto& item : items) {
            Raw question{
                "oasys." + std::string{item.number}, [&item](Answers& a) { a.score(item.item).reset(); }, {}};
            for (int score = 0; score <= 2; ++score)
                question.answers.push_back([&item, score](Answers& a) { a.score(item.item) = score; });
            list.push_back(std::move(question));
        }
        return list;
    }();
    return made;
}

struct Everything {
    std::set<Pathway> pathways = {};
    std::set<std::string> deciding = {}; ///< could change it, the others answered somehow
};

/// Every answer to every blank.
Everything try_all(Answers answers, const std::vector<const Raw*>& blanks)
{
    Everything found;
    std::vector<std::size_t> at(blanks.size(), 0);
    std::map<std::vector<std::size_t>, Pathway> results;
    for (;;) {
        for (std::size_t i = 0; i < blanks.size(); ++i)
            blanks[i]->answers[at[i]](answers);
        const auto pathway = outcome_of(answers).pathway;
        found.pathways.insert(pathway);
        results.emplace(at, pathway);
        std::size_t i = 0;
        while (i < blanks.size() && ++at[i] == blanks[i]->answers.size())
            at[i++] = 0;
        if (i == blanks.size())
            break;
    }
    for (const auto& [where, pathway] : results)
        for (std::size_t i = 0; i < blanks.size(); ++i) {
            auto other = where;
            other[i] = 0;
            if (results.at(other) != pathway)
                found.deciding.insert(blanks[i]->key);
        }
    return found;
}

Answers random_answers(std::mt19937& random)
{
    Answers answers;
    for (const auto& question : questions()) {
        auto pick = std::uniform_int_distribution<std::size_t>{0, question.answers.size() - 1};
        question.answers[pick(random)](answers);
    }
    return answers;
}

} // namespace

TEST_CASE("best case, worst case and deciding blanks are those of trying everything", "[building-choices]")
{
    std::mt19937 random{20261121};
    std::size_t several = 0;
    for (int round = 0; round < 600; ++round) {
        auto answers = random_answers(random);
        // Half the cases low, so that blanks have something to lift.
        if (round % 2 == 0)
            answers.sara_partner = answers.sara_others = Level::low;
        auto shuffled = questions();
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        std::vector<const Raw*> blanks;
        const auto count = std::uniform_int_distribution<std::size_t>{0, 5}(random);
        for (std::size_t i = 0; i < count; ++i) {
            shuffled[i].clear(answers);
            blanks.push_back(&shuffled[i]);
        }
        const auto all = try_all(answers, blanks);
        const auto prospects = prospects_of(answers);

        CAPTURE(round);
        CHECK(prospects.best == *all.pathways.begin());
        CHECK(prospects.worst == *all.pathways.rbegin());
        std::set<std::string> listed;
        std::set<std::string> deciding;
        for (const auto& blank : prospects.blanks) {
            listed.insert(blank.key);
            if (blank.could_change)
                deciding.insert(blank.key);
            CHECK((!blank.decides_alone || blank.could_change));
        }
        std::set<std::string> expected;
        for (const auto* blank : blanks)
            expected.insert(blank->key);
        CHECK(listed == expected);
        CHECK(deciding == all.deciding);
        several += all.pathways.size() > 1;
    }
    CHECK(several > 60); // that blanks mattered in a good part of them
}

TEST_CASE("a lower answer can lead further down: the band that switches CSRP off", "[building-choices]")
{
    auto answers = test::complete();
    test::put_scores(answers, "000|11|1100|1100");
    answers.csrp = 3;
    answers.dc_srp.reset();

    const auto prospects = prospects_of(answers);

    CHECK(outcome_of(answers).pathway == Pathway::moderate);
    CHECK(prospects.best == Pathway::alternative); // low
    CHECK(prospects.worst == Pathway::moderate);
    REQUIRE(prospects.blanks.size() == 1);
    CHECK(prospects.blanks[0].key == "dc_srp");
    CHECK(prospects.blanks[0].decides_alone);
}

TEST_CASE("every blank of an empty form could change the outcome", "[building-choices]")
{
    const auto prospects = prospects_of({});

    CHECK(prospects.blanks.size() == 23);
    CHECK(prospects.best == Pathway::alternative);
    CHECK(prospects.worst == Pathway::high);
    CHECK(prospects.is_missing_information);
    for (const auto& blank : prospects.blanks)
        CHECK(blank.could_change);
    CHECK(prospects.blanks[0].decides_alone);
}

TEST_CASE("the blank that decides by itself is offered before the others", "[building-choices]")
{
    auto answers = test::complete();
    test::put_scores(answers, "000|1-|0000|0000");
    answers.arp = 55;
    answers.sara_partner.reset();

    const auto prospects = prospects_of(answers);

    REQUIRE(prospects.blanks.size() == 2);
    CHECK(prospects.blanks[0].key == "sara.partner");
    CHECK(prospects.blanks[0].decides_alone);
    CHECK_FALSE(prospects.blanks[1].could_change);
}

TEST_CASE("a blank that changes nothing is listed and does not hold anybody up", "[building-choices]")
{
    auto answers = test::complete();
    test::put_scores(answers, "000|11|1100|1100");
    answers.arp = 55;
    answers.vrp.reset();

    const auto prospects = prospects_of(answers);

    REQUIRE(prospects.blanks.size() == 1);
    CHECK_FALSE(prospects.blanks[0].could_change);
    CHECK(prospects.best == Pathway::moderate);
    CHECK(prospects.worst == Pathway::moderate);
    CHECK_FALSE(prospects.is_missing_information);
}

TEST_CASE("unanswered items that decide are missing information", "[building-choices]")
{
    auto answers = test::complete();
    answers.arp = 55;
    test::put_scores(answers, "000|11|1100|0000"); // need 2
    CHECK_FALSE(prospects_of(answers).is_missing_information);
    test::put_scores(answers, "000|11|1100|-100"); // need 2 or 3
    CHECK(prospects_of(answers).is_missing_information);
    answers.arp = 20; // risk low whatever the need
    CHECK_FALSE(prospects_of(answers).is_missing_information);
}

TEST_CASE("without any measure of risk nothing is concluded", "[building-choices]")
{
    auto answers = test::all_nought();
    CHECK(prospects_of(answers).is_missing_information);
    answers.arp = 20;
    CHECK_FALSE(prospects_of(answers).is_missing_information);
}

TEST_CASE("a predictor that is not used for women is no blank of theirs", "[building-choices]")
{
    auto answers = test::complete();
    answers.iic_srp.reset();
    CHECK(prospects_of(answers).blanks.size() == 1);
    answers.sex = Sex::female;
    CHECK(prospects_of(answers).blanks.empty());
}
