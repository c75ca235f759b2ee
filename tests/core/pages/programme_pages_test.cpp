// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/programme_pages.h"
#include "tests/core/pages/page_example.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::programme;
using namespace guidepost::test;

namespace {

pages::SuitabilityPage a_suitability()
{
    Assessment assessment;
    assessment.options = {
        {"moderate",
         "Steps, moderate",
         Verdict::not_eligible,
         {{"In short", "Need 2 of 8 (low)."}, {"1 Gate", "Yes."}},
         {"the-steps#do-now"}},
        {"high", "Steps, high", Verdict::custody_only, {{"In short", "Custody only."}}, {}}};
    assessment.blanks = {{"sara.partner", "SARA to a partner", true}, {"csrp", "CSRP", false}};
    assessment.best_case = "alternative";
    assessment.worst_case = "moderate";
    assessment.details = {{"needs", {{"score", 2}, {"domains", {{"self_management", 1}}}}},
                          {"risk", {{"rows", {{{"measure", "ARP"}, {"level", "high"}}}}}},
                          {"banner", "To be read."},
                          {"empty", ""}};
    ModuleAdvice silent;
    silent.module = silent.name = "Other";
    silent.problem = "It stopped: it took too long.";
    return {.advice = {{"steps", "Steps", assessment, ""}, silent},
            .reference = "north-7k2",
            .chips = {"Community"},
            .titles = {{"the-steps", "The steps"}}};
}

Plan a_plan()
{
    Plan plan;
    plan.title = "Steps, moderate";
    plan.sessions.resize(3);
    plan.sessions[0] = {.session = "a", .title = "Start", .part = "1. First", .minutes = 150};
    plan.sessions[1] = {
        .session = "b", .title = "Alone", .part = "1. First", .kind = SessionKind::one_to_one};
    plan.sessions[2] = {.session = "c", .title = "End", .part = "2. Last", .kind = SessionKind::review};
    plan.notes = {"Ten weeks."};
    return plan;
}

BriefSheet a_brief()
{
    return {.option = "kit",
            .name = "Kit",
            .aim = "An aim.",
            .steps = {"One.", "Two.", "Three."},
            .challenge = {"Why?", "How?"},
            .red_flags = {"New access"},
            .stop_and_call = {"999 if danger is now."},
            .limits = {"Not a substitute."},
            .guidance = {"toolkit-kit"},
            .is_suggestion = true,
            .source = "Somewhere"};
}

Path a_path()
{
    PathStep start{
        .id = "start", .question = "Danger?", .help = "Think.", .answers = {{"Yes", "act"}, {"No", "more"}}};
    PathStep more{.id = "more", .question = "What else?", .answers = {{"A", "act"}, {"B", "calm"}}};
    PathStep act{
        .id = "act", .action = "Ring", .text = "Now.", .guidance = {"enforcement"}, .call = "police"};
    PathStep calm{.id = "calm", .action = "Go on", .text = "As before."};
    return {
        .id = "p", .title = "What now?", .source = "S", .start = "start", .steps = {start, more, act, calm}};
}

} // namespace

TEST_CASE("what suits a case is a table with verdict, reason and every step", "[pages]")
{
    const auto html = pages::suitability_page(a_suitability(), {});

    CHECK(count_of(html, "OFFICIAL-SENSITIVE") == 2);
    CHECK(holds(html, "<strong>Recommendation only.</strong>"));
    CHECK(holds(html, "<span>Case north-7k2</span><span>Community</span>"));
    CHECK(holds(html, "<th scope=\"row\">Steps, moderate</th><td><span class=\"verdict not-eligible\">Not "
                      "eligible</span></td><td>Need 2 of 8 (low).</td>"));
    CHECK(holds(html, "<th scope=\"row\">1 Gate</th><td>Yes.</td>"));
    CHECK(holds(html, "<a href=\"guidepost://article/the-steps#do-now\">The steps \u203a Do now</a>"));
    CHECK(holds(html, "<strong>Fill first:</strong> SARA to a partner"));
    CHECK(holds(html, "Best case alternative, worst case moderate."));
    CHECK(holds(html, "1 more is not answered and would change nothing."));
    CHECK(holds(html, "<div class=\"warning\"><p>To be read.</p></div>"));
    CHECK(holds(html, "It stopped: it took too long."));
    CHECK(holds(html, "<th scope=\"row\">needs \u203a domains \u203a self management</th><td>1</td>"));
    CHECK(holds(html, "<th scope=\"row\">risk \u203a rows \u203a ARP</th><td>high</td>"));
    CHECK_FALSE(holds(html, "<details open>"));
}

TEST_CASE("a page that is printed shows the working", "[pages]")
{
    auto page = a_suitability();
    page.shows_working = true;
    const auto html = pages::suitability_page(page, {});
    CHECK(count_of(html, "<details open>") == count_of(html, "<details"));

    // What nobody acts on is not worked out on paper where there is much of it.
    auto& options = page.advice[0].assessment.options;
    options.resize(5, options[1]);
    options[4].verdict = Verdict::suitable;
    const auto longer = pages::suitability_page(page, {});
    CHECK(count_of(longer, "<details>") == 4);
    CHECK(count_of(longer, "<details open>") == 2);

    CHECK(holds(pages::suitability_page({}, {}), "No programme module on this desk has anything to say."));
}

TEST_CASE("best and worst case are said as one when they agree", "[pages]")
{
    Assessment assessment;
    assessment.best_case = assessment.worst_case = "moderate";
    CHECK(pages::range_words(assessment).empty()); // nothing is blank
    assessment.blanks = {{"vrp", "VRP", false}};
    CHECK(pages::range_words(assessment) == "Best and worst case both give moderate.");
}

TEST_CASE("the details of a hostile module end", "[pages]")
{
    auto many = nlohmann::json::object();
    for (int i = 0; i < 1000; ++i)
        many["k" + std::to_string(i)] = i;
    CHECK(pages::detail_rows(many).size() == 200);
    CHECK(pages::detail_rows(nlohmann::json::array({many, many})).size() == 200);
    CHECK(pages::detail_rows({}).size() <= 1);
}

TEST_CASE("a plan shows its sessions under their parts", "[pages]")
{
    pages::PlanPage page{.plan = a_plan(), .module_name = "Steps"};
    auto html = pages::plan_page(page, {});
    CHECK(count_of(html, "<h2>1. First</h2>") == 1);
    CHECK(holds(html, "<td class=\"number\">1</td><td>Start</td><td>Group</td><td>150 min</td>"));
    CHECK(holds(html, "<td class=\"number\">3</td><td>End</td><td>Review</td><td>not known</td>"));
    CHECK(holds(html, "<li>Ten weeks.</li>"));
    CHECK_FALSE(holds(html, "May not be delivered yet"));
    CHECK_FALSE(holds(html, "Not complete."));

    page.blocked = {"Officer 14 lacks the training."};
    page.plan.is_complete = false;
    page.plan.sessions.clear();
    html = pages::plan_page(page, {});
    CHECK(holds(html, "May not be delivered yet"));
    CHECK(holds(html, "Officer 14 lacks the training."));
    CHECK(holds(html, "Not complete."));
    CHECK_FALSE(holds(html, "<table"));
}

TEST_CASE("a plan over weekly meetings shows the weeks", "[pages]")
{
    pages::PlanPage page;
    page.plan.title = "Kit";
    page.plan.sessions.resize(1);
    page.plan.sessions[0] = {
        .session = "week-3", .title = "Go on.", .kind = SessionKind::exercise, .week = 3};
    const auto html = pages::plan_page(page, {});
    CHECK(holds(html, "<td class=\"number\">Week 3</td><td>Go on.</td></tr>"));
    CHECK(holds(html, "What to do"));
}

TEST_CASE("a brief has aim, steps, words, red flags and whom to call", "[pages]")
{
    const auto html = pages::brief_page({.brief = a_brief(), .module_name = "Kits"}, {});
    for (const char* part :
         {"<strong>Aim.</strong> An aim.", "<li>Three.</li>", "<blockquote><p>Why?</p></blockquote>",
          "<li>New access</li>", "<strong>Stop and call</strong>", "<li>999 if danger is now.</li>",
          "<li>Not a substitute.</li>", "<a href=\"guidepost://article/toolkit-kit\">",
          "no part of the toolkit"})
        CHECK(holds(html, part));
}

TEST_CASE("a path is shown step by step with the way behind it", "[pages]")
{
    pages::PathPage page{.path = a_path(), .module = "mod", .step = "calm"};
    auto html = pages::path_page(page, {});
    CHECK(holds(html, "<h2>Go on</h2>"));
    CHECK(
        holds(html, "<a href=\"guidepost://path/mod/p/start\">Danger?</a> <span class=\"quiet\">No</span>"));
    CHECK(
        holds(html, "<a href=\"guidepost://path/mod/p/more\">What else?</a> <span class=\"quiet\">B</span>"));
    CHECK_FALSE(holds(html, "Call:"));

    page.step = "more";
    html = pages::path_page(page, {});
    CHECK(holds(html, "<a href=\"guidepost://path/mod/p/calm\">B</a>"));
    CHECK_FALSE(holds(html, "As before."));

    page.step = "no-such-step";
    CHECK(holds(pages::path_page(page, {}), "<h2>Danger?</h2>"));
}

TEST_CASE("a whole path can be followed on paper", "[pages]")
{
    const auto html = pages::path_page({.path = a_path(), .module = "mod"}, {});
    CHECK(holds(html, "<section class=\"step\" id=\"start\">\n<h2>1. Danger?</h2>"));
    CHECK(holds(html, "<a href=\"#act\">Yes</a> <span class=\"quiet\">go to 3</span>"));
    CHECK(holds(html, "<h2>3. Ring</h2>"));
    CHECK(holds(html, "<strong>Call: police</strong>"));
    CHECK(holds(html, "<a href=\"guidepost://article/enforcement\">"));
    CHECK_FALSE(holds(html, "guidepost://path/"));
}

TEST_CASE("what became of programmes says where to look and that it is not the same", "[pages]")
{
    Transition old{.id = "old",
                   .name = "Old One",
                   .status = "closed",
                   .successor = "new-one",
                   .mid_programme = "Ask in writing.",
                   .source = "S"};
    auto none = old;
    none.id = "lost";
    none.successor = "none";
    auto stays = old;
    stays.id = "stays";
    stays.successor = "keep";
    const auto html = pages::transition_page(
        {.groups = {{"module", "Module", "", {old, none, stays}}, {"empty", "Empty", "", {}}},
         .names = {{"new-one", "The New One"}}},
        {});
    CHECK(holds(html, "<h3>Old One <span class=\"quiet\">Closed: no new starts</span></h3>"));
    CHECK(holds(html, "<dd>The New One <span class=\"quiet\">(not the same)</span></dd>"));
    CHECK(holds(html, "<dd>None was named</dd>"));
    CHECK(holds(html, "<dd>Nothing took its place</dd>"));
    CHECK(holds(html, "Ask in writing."));
    CHECK_FALSE(holds(html, "Empty"));
    CHECK(holds(pages::transition_page({}, {}), "No module on this desk has such a list."));
}

TEST_CASE("a brief says above all what keeps it from being delivered, or by whose exception it is", "[pages]")
{
    const auto blocked = pages::brief_page(
        {.brief = a_brief(), .banner = "Closed.", .blocked = {"No training."}, .delivery = {}}, {});
    CHECK(holds(blocked, "Closed."));
    CHECK(holds(blocked, "May not be delivered yet."));
    CHECK(holds(blocked, "No training."));
    const auto excepted =
        pages::brief_page({.brief = a_brief(), .delivery = {"By exception of Lead 7."}}, {});
    CHECK(holds(excepted, "By exception of Lead 7."));
    CHECK_FALSE(holds(excepted, "May not be delivered yet."));
}

TEST_CASE("who may deliver shows each requirement, how somebody stands to it, and who does", "[pages]")
{
    using Row = pages::DeliveryPage::Row;
    pages::DeliveryPage page{
        .title = "Steps",
        .who = "Specialist 14",
        .may = false,
        .rows = {{.place = "Every session", .asked = "Steps: deliver", .state = Row::State::met},
                 {.place = "2. Second",
                  .asked = "Visits: observe",
                  .state = Row::State::missing,
                  .missing = {"Visits: observe is not signed off."}},
                 {.place = "3. Third",
                  .asked = "Calls: observe",
                  .state = Row::State::by_exception,
                  .exception = "By exception of Lead 7"}},
        .region = "North West",
        .may_deliver = {{"Specialist 2", "until 1 May 2027"}},
        .leads = {"Lead 7", "Lead 8"}};
    const auto html = pages::delivery_page(page, {});
    CHECK(holds(html, "Specialist 14 may not deliver all of it yet."));
    CHECK(holds(html, "Has it"));
    CHECK(holds(html, "Missing"));
    CHECK(holds(html, "Visits: observe is not signed off."));
    CHECK(holds(html, "By exception of Lead 7"));
    CHECK(holds(html, "Specialist 2"));
    CHECK(holds(html, "Lead 7, Lead 8"));

    page.leads.clear();
    page.may_deliver.clear();
    const auto empty = pages::delivery_page(page, {});
    CHECK(holds(empty, "Nobody in the register of this region may deliver all of it."));
    CHECK(holds(empty, "names no lead of this region"));

    page.who.clear();
    CHECK(holds(pages::delivery_page(page, {}), "Nobody is signed in"));
    CHECK(holds(pages::delivery_page({.title = "Steps"}, {}), "Nothing is asked for."));
}

TEST_CASE("a module lists its guidance, or says why it cannot be used", "[pages]")
{
    const auto html = pages::module_page(
        {.name = "Steps", .articles = {{"First steps", "guidepost://article/first-steps", ""}}}, {});
    CHECK(holds(html, "<a href=\"guidepost://article/first-steps\">First steps</a>"));
    CHECK_FALSE(holds(html, "Not in use."));
    const auto stopped = pages::module_page({.name = "Steps", .reason = "It took too long."}, {});
    CHECK(holds(stopped, "It took too long."));
    CHECK(holds(stopped, "Search, consultations and the other modules go on."));
    CHECK(holds(stopped, "This module has no guidance in the library."));
}

TEST_CASE("what suits a case as text says what the page says", "[pages]")
{
    const auto text = pages::suitability_text(a_suitability());
    CHECK(text.starts_with("OFFICIAL-SENSITIVE\nWhat suits this case: north-7k2\n"));
    CHECK(holds(text, "Recommendation only"));
    CHECK(holds(text, "Steps, moderate: Not eligible. Need 2 of 8 (low)."));
    CHECK(holds(text, "Missing before this is firm: SARA to a partner\n"));
    CHECK(holds(text, "It stopped: it took too long."));
    auto hostile = a_suitability();
    hostile.advice[0].name = "a\x1b[31m\nb";
    CHECK_FALSE(holds(pages::suitability_text(hostile), "\x1b"));
}

TEST_CASE("a link to a module's part of the page lands on it", "[pages]")
{
    CHECK(holds(pages::suitability_page(a_suitability(), {}),
                "id=\"" + pages::suitability_anchor("steps") + "\""));
}

TEST_CASE("nothing a module says becomes active on a page", "[pages]")
{
    const std::string words = "</td><script>alert(1)</script>\"><img src=x onerror=y> {{{style}}}";
    auto suitability = a_suitability();
    auto& option = suitability.advice[0].assessment.options[0];
    option.name = words;
    option.reasons = {{words, words}};
    option.guidance = {words, "javascript:alert(1)", "../x", "a#\"><b>"};
    suitability.advice[0].name = suitability.advice[1].problem = suitability.reference = words;
    suitability.chips = {words};
    suitability.advice[0].assessment.blanks = {{words, words, true}};
    suitability.advice[0].assessment.details = {{words, words}, {"banner", words}};
    auto plan = a_plan();
    plan.title = words;
    plan.notes = {words};
    plan.sessions[0].title = plan.sessions[0].part = words;
    plan.sessions[0].materials = {words};
    auto brief = a_brief();
    brief.name = brief.aim = brief.source = words;
    brief.steps = brief.challenge = brief.red_flags = brief.stop_and_call = brief.limits =
        brief.guidance = {words};
    auto path = a_path();
    path.title = path.steps[0].question = path.steps[0].help = words;
    path.steps[0].answers[0] = {words, words};
    Transition transition{.id = words,
                          .name = words,
                          .status = words,
                          .successor = words,
                          .mid_programme = words,
                          .note = words,
                          .guidance = {words},
                          .source = words};
    const std::vector<std::string> all{
        pages::suitability_page(suitability, {}),
        pages::plan_page({.plan = plan, .module_name = words, .banner = words, .blocked = {words}}, {}),
        pages::brief_page(
            {.brief = brief, .module_name = words, .banner = words, .blocked = {words}, .delivery = {words}},
            {}),
        pages::delivery_page(
            {.title = words,
             .module_name = words,
             .banner = words,
             .who = words,
             .rows =
                 {{.place = words, .asked = words, .note = words, .missing = {words}, .exception = words}},
             .region = words,
             .may_deliver = {{words, words}},
             .on_the_way = {{words, words}},
             .leads = {words},
             .notes = {words}},
            {}),
        pages::module_page({.name = words,
                            .version = words,
                            .summary = words,
                            .banner = words,
                            .reason = words,
                            .approved = words,
                            .articles = {{words, "javascript:alert(1)", words}},
                            .sources = {words}},
                           {}),
        pages::path_page({.path = path, .module = words, .module_name = words}, {}),
        pages::path_page({.path = path, .module = words, .step = "start"}, {}),
        pages::transition_page({.groups = {{words, words, words, {transition}}}}, {})};
    for (const auto& html : all) {
        CHECK_FALSE(holds(html, "<script"));
        CHECK_FALSE(holds(html, "<img"));
        CHECK_FALSE(holds(html, "<b>"));
        CHECK_FALSE(holds(html, "href=\"javascript"));
        CHECK(count_of(html, "<style>") == 1);
    }
}
