// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/rules/rules.h"
#include "core/text/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <algorithm>

using namespace guidepost;
using namespace guidepost::programme;

namespace {

Rule rule(std::string measure, std::string at_least, std::string at_most = {})
{
    Rule made;
    made.measure = std::move(measure);
    made.at_least = std::move(at_least);
    made.at_most = std::move(at_most);
    return made;
}

/// A man of 30 in the community, on a licence with a year left.
CaseProfile somebody()
{
    CaseProfile profile;
    profile.setting = "community";
    profile.sex = "male";
    profile.age = 30;
    profile.offence = {"violence"};
    profile.arp = 55;
    profile.vrp = 20;
    profile.dc_srp = "not-applicable";
    profile.sara = {{"partner", "low"}};
    profile.sentence_type = "licence";
    profile.months_left = 12;
    return profile;
}

Offer offer_with(std::vector<Rule> rules)
{
    Offer offer;
    offer.id = "course";
    offer.name = "A course";
    offer.rules = std::move(rules);
    return offer;
}

struct Said {
    Option option;
    std::vector<Blank> blanks;

    Verdict verdict() const { return option.verdict; }
    bool has(const std::string& text) const
    {
        return std::any_of(option.reasons.begin(), option.reasons.end(), [&](const auto& reason) {
            return (reason.step + ": " + reason.text).find(text) != std::string::npos;
        });
    }
    bool lacks(const std::string& key) const
    {
        return std::any_of(blanks.begin(), blanks.end(), [&](const auto& blank) { return blank.key == key; });
    }
};

Said say(const Offer& offer, const CaseProfile& profile, const RuleContext& context = {})
{
    Said said;
    said.option = weigh(offer, profile, context, said.blanks);
    return said;
}

} // namespace

TEST_CASE("a number is met from its threshold on and an unknown one is a question", "[programme]")
{
    auto profile = somebody();
    const auto offer = offer_with({rule("arp", "50", "75")});
    for (const auto& [value, verdict] :
         {std::pair{49.99, Verdict::not_eligible}, std::pair{50.0, Verdict::suitable},
          std::pair{75.0, Verdict::suitable}, std::pair{75.01, Verdict::not_eligible}}) {
        profile.arp = value;
        CHECK(say(offer, profile).verdict() == verdict);
    }
    profile.arp.reset();
    const auto open = say(offer, profile);
    CHECK(open.verdict() == Verdict::ask);
    REQUIRE(open.blanks.size() == 1);
    CHECK(open.blanks[0].key == "arp");
    CHECK(open.blanks[0].could_change);
    CHECK(open.has("ARP: ARP at least 50 and at most 75; not known."));
}

TEST_CASE("levels are compared by their order and not applicable reaches none", "[programme]")
{
    auto profile = somebody();
    const auto offer = offer_with({rule("dc_srp", "medium")});
    for (const auto& [band, verdict] :
         {std::pair{"low", Verdict::not_eligible}, std::pair{"medium", Verdict::suitable},
          std::pair{"very-high", Verdict::suitable}, std::pair{"not-applicable", Verdict::not_eligible}}) {
        profile.dc_srp = band;
        CHECK(say(offer, profile).verdict() == verdict);
    }
    profile.dc_srp = "not-applicable";
    CHECK(say(offer_with({rule("dc_srp", "", "low")}), profile).verdict() == Verdict::suitable);

    auto exactly = rule("sara.partner", "");
    exactly.is = "low";
    CHECK(say(offer_with({exactly}), profile).verdict() == Verdict::suitable);
    profile.sara["partner"] = "medium";
    CHECK(say(offer_with({exactly}), profile).verdict() == Verdict::not_eligible);
    profile.sara.clear();
    CHECK(say(offer_with({exactly}), profile).lacks("sara.partner"));

    profile.rosh = {{"public", "low"}, {"children", "high"}};
    CHECK(say(offer_with({rule("rosh", "high")}), profile).verdict() == Verdict::suitable);
}

TEST_CASE("names are those of the case's generation of predictors", "[programme]")
{
    auto profile = somebody();
    profile.predictor = "ogrs3";
    CHECK(say(offer_with({rule("arp", "50")}), profile).has("OGRS3: OGRS3 at least 50; it is 55%: met."));
    CHECK(rule_text(rule("dc_srp", "very-high"), profile) == "OSP-DC at least very high.");
}

TEST_CASE("a rule for what is known passes over a blank and asks where it is not met", "[programme]")
{
    auto sara = rule("sara.partner", "", "low");
    sara.when = "known";
    sara.otherwise = Rule::Otherwise::ask;
    auto profile = somebody();
    CHECK(say(offer_with({sara}), profile).verdict() == Verdict::suitable);
    profile.sara["partner"] = "high";
    const auto high = say(offer_with({sara}), profile);
    CHECK(high.verdict() == Verdict::ask);
    CHECK(high.has("SARA to a partner at most low; it is high: not met, so ask before it is used."));
    profile.sara.clear();
    const auto blank = say(offer_with({sara}), profile);
    CHECK(blank.verdict() == Verdict::suitable);
    CHECK(blank.blanks.empty());
}

TEST_CASE("alternatives for a community order are refused there alone, and open while it may be one",
          "[programme]")
{
    std::vector<Rule> rules(2);
    for (auto& one : rules) {
        one.measure = "offence";
        one.when = "community-order";
        one.any_of = "sexual";
    }
    rules[0].is = "sexual";
    rules[1].is = "online";
    const auto offer = offer_with(rules);
    auto profile = somebody();
    CHECK(say(offer, profile).verdict() == Verdict::suitable);
    profile.sentence_type = "suspended-sentence-order";
    CHECK(say(offer, profile).verdict() == Verdict::suitable);
    profile.sentence_type = "community-order";
    CHECK(say(offer, profile).verdict() == Verdict::not_eligible);
    CHECK(rule_text(rules[0], profile) == "Offence sexual on a community order.");
    profile.sentence_type.clear();
    const auto open = say(offer, profile);
    CHECK(open.verdict() == Verdict::ask);
    CHECK(open.lacks("sentence.type"));
    profile.offence = {"online"};
    CHECK(say(offer, profile).verdict() == Verdict::suitable);
}

TEST_CASE("an offence that an offer was not made for is asked about", "[programme]")
{
    auto offer = offer_with({});
    offer.offence_ask = {"stalking"};
    auto profile = somebody();
    CHECK(say(offer, profile).verdict() == Verdict::suitable);
    profile.offence.push_back("stalking");
    const auto asked = say(offer, profile);
    CHECK(asked.verdict() == Verdict::ask);
    CHECK(asked.has("In short: Not made for stalking: ask before it is used."));
    profile.offence.clear();
    CHECK(say(offer, profile).lacks("offence"));
}

TEST_CASE("of alternatives one is enough, and all are open while none is met", "[programme]")
{
    auto arp = rule("arp", "25");
    auto vrp = rule("vrp", "20");
    arp.any_of = vrp.any_of = "score";
    auto profile = somebody();
    profile.arp = 10;
    CHECK(say(offer_with({arp, vrp}), profile).verdict() == Verdict::suitable);
    profile.vrp = 19.9;
    CHECK(say(offer_with({arp, vrp}), profile).verdict() == Verdict::not_eligible);
    profile.vrp.reset();
    const auto open = say(offer_with({arp, vrp}), profile);
    CHECK(open.verdict() == Verdict::ask);
    CHECK(open.lacks("vrp"));
    CHECK_FALSE(open.lacks("arp"));
    profile.arp = 30; // met by the other: nothing to ask
    CHECK(say(offer_with({arp, vrp}), profile).verdict() == Verdict::suitable);
    CHECK(say(offer_with({arp, vrp}), profile).blanks.empty());
}

TEST_CASE("a rule for licences does not count on an order, and on neither it is asked which", "[programme]")
{
    auto on_licence = rule("months_left", "12");
    on_licence.when = "licence";
    auto on_order = rule("months_left", "18");
    on_order.when = "order";
    const auto offer = offer_with({on_licence, on_order});
    auto profile = somebody();
    CHECK(say(offer, profile).verdict() == Verdict::suitable);
    profile.sentence_type = "community-order";
    CHECK(say(offer, profile).verdict() == Verdict::not_eligible);
    profile.months_left = 18;
    CHECK(say(offer, profile).verdict() == Verdict::suitable);
    profile.sentence_type.clear();
    CHECK(say(offer, profile).verdict() == Verdict::suitable); // long enough for either
    profile.months_left = 12;
    CHECK(say(offer, profile).verdict() == Verdict::ask);
    CHECK(say(offer, profile).lacks("sentence.type"));
    profile.months_left.reset();
    CHECK(say(offer, profile).verdict() == Verdict::ask);
}

TEST_CASE("a rule says itself what it comes to when it is not met", "[programme]")
{
    auto profile = somebody();
    auto strict = rule("vrp", "60");
    CHECK(say(offer_with({strict}), profile).verdict() == Verdict::not_eligible);
    strict.otherwise = Rule::Otherwise::ask;
    CHECK(say(offer_with({strict}), profile).verdict() == Verdict::ask);
    CHECK(say(offer_with({strict}), profile).blanks.empty()); // it is known, and asked about
    strict.otherwise = Rule::Otherwise::while_waiting;
    CHECK(say(offer_with({strict}), profile).verdict() == Verdict::while_waiting);
    auto asked = rule("asked", "");
    asked.question = "Is he ready?";
    CHECK(say(offer_with({strict, asked}), profile).verdict() == Verdict::ask);
    CHECK(say(offer_with({strict, asked, rule("vrp", "60")}), profile).verdict() == Verdict::not_eligible);
}

TEST_CASE("sex, age, offence and setting close or leave open", "[programme]")
{
    auto offer = offer_with({});
    offer.sexes = {"female"};
    auto profile = somebody();
    CHECK(say(offer, profile).verdict() == Verdict::not_eligible);
    profile.sex.clear();
    CHECK(say(offer, profile).lacks("sex"));

    offer = offer_with({});
    offer.age_from = 18;
    offer.age_to = 25;
    profile = somebody();
    CHECK(say(offer, profile).verdict() == Verdict::not_eligible);
    offer.age_to_if_immature = 30;
    CHECK(say(offer, profile).verdict() == Verdict::suitable);
    profile.age = 31;
    CHECK(say(offer, profile).verdict() == Verdict::not_eligible);
    profile.age = 17;
    CHECK(say(offer, profile).verdict() == Verdict::not_eligible);
    profile.age.reset();
    CHECK(say(offer, profile).verdict() == Verdict::ask);
    offer.age_to.reset();
    offer.age_to_if_immature.reset();
    CHECK(say(offer, profile).verdict() == Verdict::suitable); // no upper limit: nothing to ask

    offer = offer_with({});
    offer.offence_include = {"domestic-abuse"};
    offer.offence_exclude = {"sexual"};
    profile = somebody();
    CHECK(say(offer, profile).verdict() == Verdict::not_eligible);
    profile.offence = {"domestic-abuse", "violence"};
    CHECK(say(offer, profile).verdict() == Verdict::suitable);
    profile.offence = {"domestic-abuse", "sexual"};
    CHECK(say(offer, profile).verdict() == Verdict::not_eligible);
    profile.offence.clear();
    CHECK(say(offer, profile).lacks("offence"));

    offer = offer_with({});
    offer.settings = {"custody"};
    CHECK(say(offer, somebody()).verdict() == Verdict::custody_only);
    profile = somebody();
    profile.setting = "remand";
    CHECK(say(offer, profile).verdict() == Verdict::suitable);
    CHECK(say(offer, profile).has("Remand counts as custody"));
    profile.setting.clear();
    CHECK(say(offer, profile).lacks("setting"));
    offer.settings = {"community"};
    profile.setting = "custody";
    CHECK(say(offer, profile).verdict() == Verdict::not_eligible);
}

TEST_CASE("what is closed says closed and names where to look now", "[programme]")
{
    auto offer = offer_with({rule("arp", "50")});
    offer.status = "closed";
    RuleContext context;
    context.transitions = {{.id = "course",
                            .name = "A course",
                            .status = "closed",
                            .successor = "other",
                            .mid_programme = "Ask in writing."}};
    context.names = {{"other", "The Other"}};
    const auto said = say(offer, somebody(), context);
    CHECK(said.verdict() == Verdict::closed);
    CHECK(said.has("Successor: Look now at The Other, which is not the same"));
    CHECK(said.has("In the middle of it: Ask in writing."));
    CHECK(said.has("Its rule was: ARP at least 50."));
    context.transitions[0].successor = "none";
    CHECK(say(offer, somebody(), context).has("No successor was found named."));

    offer.status = "closing";
    CHECK(say(offer, somebody(), context).verdict() == Verdict::ask);
    auto low = somebody();
    low.arp = 10;
    CHECK(say(offer, low, context).verdict() == Verdict::not_eligible);

    offer.status = "custody-only";
    CHECK(say(offer, somebody(), context).verdict() == Verdict::custody_only);
    auto inside = somebody();
    inside.setting = "custody";
    CHECK(say(offer, inside, context).verdict() == Verdict::suitable);
    context.banner = "To be read only.";
    CHECK(say(offer, inside, context).verdict() == Verdict::ask);
}

TEST_CASE("an assessment puts first what can be done and lists each blank once", "[programme]")
{
    auto closed = offer_with({});
    closed.id = "closed";
    closed.status = "closed";
    auto open = offer_with({rule("vrp", "60")});
    open.id = "open";
    auto good = offer_with({});
    good.id = "good";
    auto asked = offer_with({rule("csrp", "1"), rule("asked", "")});
    asked.rules[1].question = "Ready?";
    asked.id = "asked";
    auto again = asked;
    again.id = "again";

    const auto assessment = assess_offers({closed, open, good, asked, again}, somebody(), {});

    std::vector<std::string> order;
    for (const auto& option : assessment.options)
        order.push_back(option.option);
    CHECK(order == std::vector<std::string>{"good", "asked", "again", "open", "closed"});
    REQUIRE(assessment.blanks.size() == 2);
    CHECK(assessment.blanks[0].key == "csrp");
    CHECK(assessment.blanks[1].key == "asked");
    CHECK(assess_offers({}, {}, {}).options.empty());
}

TEST_CASE("a file of offers that makes no sense is refused with its place", "[programme]")
{
    const auto problem = [](const std::string& rules) {
        test::TempDir dir;
        dir.write("interventions.yaml",
                  "interventions:\n- id: a\n  name: A\n  source: S\n  rules:\n    - " + rules + "\n");
        try {
            read_offers(dir.path());
        } catch (const Error& e) {
            return std::string{e.what()};
        }
        return std::string{};
    };
    CHECK(problem("{measure: arp, at_least: 50}").empty());
    CHECK(problem("{measure: arp}").find("line 6") != std::string::npos);
    CHECK_FALSE(problem("{measure: shoe-size, at_least: 50}").empty());
    CHECK_FALSE(problem("{measure: arp, at_least: medium}").empty());
    CHECK_FALSE(problem("{measure: dc_srp, at_least: 50}").empty());
    CHECK_FALSE(problem("{measure: dc_srp, at_most: enormous}").empty());
    CHECK_FALSE(problem("{measure: arp, at_least: nan}").empty());
    CHECK_FALSE(problem("{measure: arp, at_least: 50, otherwise: perhaps}").empty());
    CHECK_FALSE(problem("{measure: arp, at_least: 50, when: sunday}").empty());
    CHECK_FALSE(problem("{measure: asked}").empty());
    CHECK_FALSE(problem("{measure: offence, at_least: sexual}").empty());

    test::TempDir dir;
    CHECK(read_offers(dir.path()).empty());
    dir.write("interventions.yaml", "interventions: a\n");
    CHECK_THROWS_AS(read_offers(dir.path()), Error);
    dir.write("interventions.yaml", "");
    CHECK_THROWS_AS(read_offers(dir.path()), Error);
    dir.write("interventions.yaml", "interventions:\n");
    CHECK(read_offers(dir.path()).empty());
}
