// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/consultation/thread_example.h"
#include "tests/support/catch.h"
#include "ui/desktop/consultations/ask_words.h"
#include "ui/desktop/consultations/case_rows.h"
#include "ui/desktop/consultations/consultation_views.h"

using namespace guidepost;
using namespace guidepost::desktop;
using namespace guidepost::consultation;
using namespace guidepost::test;
using people::Role;
using Which = ConsultationView::Which;

namespace {

people::Staff somebody(std::set<Role> roles)
{
    people::Staff person;
    person.roles = std::move(roles);
    return person;
}

std::vector<Which> which_of(std::set<Role> roles)
{
    std::vector<Which> all;
    for (const auto& view : views_of(somebody(std::move(roles))))
        all.push_back(view.which);
    return all;
}

Listed a_row()
{
    Listed row;
    row.ref = ConsultationRef{"GP-7K2M9Q"};
    row.title = "Denies & <b>starts</b> Monday";
    row.region = "North West";
    row.specialism = "sexual-offending";
    row.status = Status::with_specialist;
    row.move = Move::specialist;
    row.adviser = Login{"specialist-3"};
    row.due = monday(16);
    row.rosh = "very-high";
    return row;
}

const pages::Names names{{Login{"specialist-3"}, "Specialist 3"}};

std::string markup(const Listed& row, Timestamp now = monday(9))
{
    return row_markup(row, names, result_colours(Background::light), now);
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("everybody has the lists of their roles and no others", "[desktop]")
{
    CHECK(which_of({Role::officer}) ==
          std::vector<Which>{Which::my_move, Which::their_move, Which::over, Which::all_mine});
    CHECK(which_of({Role::specialist}).front() == Which::offered);
    CHECK(which_of({Role::lead}) == std::vector<Which>{Which::team, Which::unassigned, Which::waiting});
    CHECK(which_of({Role::trainer}).empty());
    CHECK(which_of({Role::administrator}).empty());
    CHECK(which_of({Role::officer, Role::specialist}).size() == 10);
}

TEST_CASE("what one asked is told apart by whose move it is, and none is in no list", "[desktop]")
{
    for (const auto move : {Move::officer, Move::specialist, Move::lead, Move::nobody})
        for (const auto status : {Status::offered, Status::with_specialist, Status::needs_more,
                                  Status::answered, Status::escalated, Status::closed, Status::withdrawn}) {
            auto row = a_row();
            row.move = move;
            row.status = status;
            const int lists = belongs(row, Which::my_move) + belongs(row, Which::their_move) +
                              (belongs(row, Which::over) && !belongs(row, Which::their_move));
            CHECK(lists == 1);
            CHECK(belongs(row, Which::all_mine));
        }
}

TEST_CASE("a row says title, reference, field, state and risk, and nothing of it is markup", "[desktop]")
{
    const auto text = markup(a_row());
    CHECK(has(text, "<b>Denies &amp; &lt;b&gt;starts&lt;/b&gt; Monday</b>"));
    CHECK(has(text, "GP-7K2M9Q"));
    CHECK(has(text, "Sexual offending"));
    CHECK(has(text, "RoSH\u00a0very\u00a0high"));
    CHECK(has(text, "With\u00a0Specialist\u00a03\u00a0"));
    CHECK(has(text, "Due\u00a0today\u00a016:00"));
    CHECK_FALSE(has(text, "Restricted"));

    auto row = a_row();
    row.title.clear();
    row.is_restricted = row.has_red_flag = row.has_second_opinion = true;
    row.priority = Priority::urgent;
    for (const char* part :
         {"(words removed)", "Restricted", "Red\u00a0flag", "Second\u00a0opinion", "Urgent"})
        CHECK(has(markup(row), part));
}

TEST_CASE("what presses is not said by colour alone", "[desktop]")
{
    auto row = a_row();
    row.is_overdue = true;
    CHECK(has(markup(row, monday(17)), "Overdue"));
    row.is_overdue = false;
    CHECK(has(markup(row, monday(15, 30)), "Due\u00a0in\u00a030\u00a0min"));
}

TEST_CASE("a thread is looked for in the list it has moved to", "[desktop]")
{
    const Login officer{"officer-14"}, specialist{"specialist-3"};
    AThread thread;
    thread.offered("specialist-3", monday(13));
    CHECK(place_of(thread.at(monday(10)), specialist) == Which::offered);
    CHECK(place_of(thread.at(monday(10)), officer) == Which::their_move);
    thread.accepted("specialist-3", monday(10));
    CHECK(place_of(thread.at(monday(10)), specialist) == Which::mine);
    Details words;
    words.text = "Yes";
    thread.add(Happening::answered, "specialist-3", words, monday(11));
    CHECK(place_of(thread.at(monday(11)), specialist) == Which::answered);
    CHECK(place_of(thread.at(monday(11)), officer) == Which::my_move);
    words.choice = AdviceChoice::agree;
    thread.add(Happening::advice_chosen, "officer-14", words, monday(12));
    CHECK(place_of(thread.at(monday(12)), officer) == Which::over);
}

TEST_CASE("days to choose from are working days, today first", "[desktop]")
{
    const auto days = next_days(to_london(monday(9)).day, working_time(), 6);
    REQUIRE(days.size() == 6);
    CHECK(days[0].words == "today");
    CHECK(days[1].words == "tomorrow");
    CHECK(days[4].words == "Fri 7 Aug");
    CHECK(days[5].words == "Mon 10 Aug");
    CHECK(next_days(to_london(monday(9)).day, working_time(), 0).empty());
}

TEST_CASE("the library is asked with the words of a form once there are some", "[desktop]")
{
    Request request;
    CHECK(search_words(request).empty());
    request.question = "He";
    CHECK(search_words(request).empty());
    request.question = "He denies";
    CHECK(search_words(request) == "He denies");
    request.question = std::string(30'000, 'a') + " b";
    CHECK(search_words(request).size() < 500);
}

TEST_CASE("how soon an answer comes is said by the clocks that leads keep", "[desktop]")
{
    const ClockTable clocks{{Priority::routine, {.answer = 5 * 480}},
                            {Priority::soon, {.answer = 480}},
                            {Priority::urgent, {.answer = 90}}};
    CHECK(priority_label(Priority::routine, clocks) == "Routine: 5 days");
    CHECK(priority_label(Priority::soon, clocks) == "Soon: 1 day");
    CHECK(priority_label(Priority::urgent, clocks) == "Urgent: 90 minutes");
    CHECK(priority_label(Priority::urgent, {{Priority::urgent, {.answer = 240}}}) == "Urgent: 4 hours");
    CHECK(priority_label(Priority::soon, {}) == "Soon");
}

TEST_CASE("a bank holiday is not among the days to choose from", "[desktop]")
{
    using namespace std::chrono;
    const WorkingTime time{{}, {2026y / December / 25, 2026y / December / 28}};
    const auto days = next_days(2026y / December / 24, time, 2);
    REQUIRE(days.size() == 2);
    CHECK(days[0].day == 2026y / December / 24);
    CHECK(days[1].day == 2026y / December / 29);
}

TEST_CASE("what is known of a case stands beside the thread, and what is not known is not there", "[desktop]")
{
    CHECK(case_rows({}).empty());
    CaseProfile profile;
    profile.offence = {"sexual", "online"};
    profile.rosh = {{"public", "high"}};
    profile.oasys = {{"11.12", "2"}};
    const auto rows = case_rows(profile);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].first == "Offence");
    CHECK(rows[1].first == "RoSH, public");
}

TEST_CASE("routing names those passed over to who may read it, and counts to others", "[desktop]")
{
    AThread thread;
    CHECK(routing_lines(thread.at(monday(9)), names).empty());
    thread.offered("specialist-3", monday(13));
    auto now = thread.at(monday(9));
    now.last_offer->passed_over_counts = {{PassedOver::away, 3}};
    const auto lines = routing_lines(now, names);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "Routed to Specialist 3: qualified in sexual offending.");
    CHECK(lines[1].starts_with("3 "));
}
