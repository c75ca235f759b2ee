// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/thread_page.h"
#include "tests/core/consultation/thread_example.h"
#include "tests/core/pages/page_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using namespace guidepost::test;
using pages::thread_page;
using pages::ThreadPage;

namespace {

const Login officer{"officer-14"}, specialist{"specialist-3"}, lead{"lead-1"};

/// Answered, with a note and an action, on Monday at 12:00.
AThread an_answered_thread(Request request = a_request())
{
    AThread thread{std::move(request)};
    thread.offered("specialist-3", monday(13)).accepted("specialist-3", monday(9, 5));
    Details note;
    note.text = "Same pattern as last week.";
    thread.add(Happening::note, "specialist-3", note, monday(9, 20));
    Details action;
    action.number = 1;
    action.text = "Tell the facilitator before Monday";
    action.owner = "Officer";
    thread.add(Happening::action_added, "specialist-3", action, monday(11));
    Details answer;
    answer.text = "Yes, he may start.\nThree things first.";
    answer.cites = {"maintaining-innocence#when-a-group-is-running"};
    thread.add(Happening::answered, "specialist-3", answer, monday(11));
    return thread;
}

ThreadPage page_of(const Thread& thread, const Login& reader, bool reads_notes, Timestamp now)
{
    return {.thread = thread,
            .reader = {reader, reads_notes, now},
            .names = {{officer, "Officer 14"}, {specialist, "Specialist 3"}, {lead, "Lead 1"}},
            .titles = {{"maintaining-innocence", "I didn't do it"}}};
}

ThreadPage for_officer(const Thread& thread, Timestamp now = monday(12))
{
    return page_of(thread, officer, false, now);
}

ThreadPage for_specialist(const Thread& thread, Timestamp now = monday(12))
{
    return page_of(thread, specialist, true, now);
}

} // namespace

TEST_CASE("a thread shows question, answer, actions and what it rests on", "[pages]")
{
    const auto html = thread_page(for_officer(an_answered_thread().at(monday(12))), {});

    CHECK(holds(html, "<h1>He says nothing happened"));
    CHECK(holds(html, "Officer 14"));
    CHECK(holds(html, "Yes, he may start.\nThree things first."));
    CHECK(holds(html, "<li value=\"1\">Tell the facilitator before Monday"));
    CHECK(holds(html, "href=\"guidepost://article/maintaining-innocence#when-a-group-is-running\""));
    CHECK(holds(html, " \u203a When a group is running</a>"));
    CHECK(holds(html, "Whether he starts"));
    CHECK(holds(html, "sent today 09:00"));
    CHECK(holds(html, "Routed to Specialist 3: qualified in sexual offending."));
}

TEST_CASE("every thread says how sensitive it is, above and below", "[pages]")
{
    CHECK(count_of(body_of(thread_page(for_officer(AThread{}.at(monday(10))), {})), "OFFICIAL-SENSITIVE") ==
          2);
}

TEST_CASE("what specialists say among themselves does not reach the officer", "[pages]")
{
    auto thread = an_answered_thread();
    Details to;
    to.to = Login{"specialist-5"};
    to.text = "Have I missed the licence?";
    thread.add(Happening::second_opinion_asked, "specialist-3", to);
    Details minutes;
    minutes.minutes = 35;
    thread.add(Happening::minutes, "specialist-3", minutes);
    to.text = "I am away from Tuesday.";
    thread.add(Happening::handed_over, "specialist-3", to);

    auto page = for_officer(thread.at(monday(12)));
    page.shows_case = true; // the history too
    const auto theirs = thread_page(page, {});
    CHECK_FALSE(holds(theirs, "Same pattern"));
    CHECK_FALSE(holds(theirs, "missed the licence"));
    CHECK_FALSE(holds(theirs, "away from Tuesday"));
    CHECK_FALSE(holds(theirs, "note by"));
    CHECK_FALSE(holds(theirs, "minutes"));
    CHECK_FALSE(holds(theirs, "specialist-5"));

    const auto ours = thread_page(for_specialist(thread.at(monday(12))), {});
    CHECK(holds(ours, "Same pattern"));
    CHECK(holds(ours, "missed the licence"));
    CHECK(holds(ours, "away from Tuesday"));
    CHECK(holds(ours, "entry internal"));
}

TEST_CASE("a line of a list says plainly where it stands", "[pages]")
{
    using consultation::Move;
    using consultation::Status;
    const auto words = [](Status status, Move move) {
        consultation::Listed row;
        row.status = status;
        row.move = move;
        row.adviser = specialist;
        return pages::state_words(row, {{specialist, "Specialist 3"}});
    };
    CHECK(words(Status::with_specialist, Move::specialist) == "with Specialist 3");
    CHECK(words(Status::answered, Move::officer) == "answered: officer to choose");
    CHECK(words(Status::answered, Move::nobody) == "answered: officer has chosen");
    CHECK(words(Status::closed, Move::officer) == "officer to say how it went");
    CHECK(words(Status::closed, Move::nobody) == "closed");
    CHECK(words(Status::withdrawn, Move::nobody) == "withdrawn");
}

TEST_CASE("a thread says whose move it is to each who reads it", "[pages]")
{
    const auto words = [](const AThread& thread, const Login& reader, Timestamp now) {
        const auto page = page_of(thread.at(now), reader, reader != officer, now);
        return pages::move_words(page.thread, page.names, page.reader);
    };
    AThread thread;
    thread.offered("specialist-3", monday(13));
    CHECK(words(thread, officer, monday(9, 1)) ==
          "Offered to Specialist 3, who accepts or declines by today 13:00.");
    CHECK(words(thread, specialist, monday(9, 1)) == "Your move: accept or decline by today 13:00.");
    CHECK(words(thread, officer, monday(14)) ==
          "Nobody has it yet: the lead finds somebody by tomorrow 17:00.");

    thread.accepted("specialist-3", monday(10));
    CHECK(words(thread, officer, monday(10)) == "With Specialist 3, who answers by tomorrow 17:00.");
    CHECK(words(thread, specialist, monday(10)) == "Your move: answer by tomorrow 17:00.");

    const auto answered = an_answered_thread();
    CHECK(words(answered, officer, monday(12)).starts_with("Your move: agree with, adapt or decline"));
    CHECK(words(answered, specialist, monday(12)).starts_with("Answered. Waiting for the officer"));
    CHECK(words(answered, officer, monday(12) + 60 * day_us).find("overdue since") != std::string::npos);
}

TEST_CASE("a take-over that nobody decided leaves the case where it is, and says so", "[pages]")
{
    auto request = a_request();
    request.responsibility = Responsibility::take_over;
    auto thread = an_answered_thread(request);
    CHECK(holds(thread_page(for_officer(thread.at(monday(12))), {}), "You still hold this case."));
    CHECK(
        holds(thread_page(for_specialist(thread.at(monday(12))), {}), "The officer still holds this case."));

    Details decision;
    decision.is_granted = true;
    thread.add(Happening::take_over_decided, "lead-1", decision, monday(12));
    const auto html = thread_page(for_officer(thread.at(monday(12))), {});
    CHECK_FALSE(holds(html, "still hold"));
    CHECK(holds(html, "The lead granted the take-over"));
    CHECK(holds(html, "grants the take-over"));

    CHECK_FALSE(holds(thread_page(for_officer(an_answered_thread().at(monday(12))), {}), "hold this case"));
}

TEST_CASE("words that were removed are said to be removed", "[pages]")
{
    auto thread = an_answered_thread();
    thread.redact(5);
    const auto html = thread_page(for_officer(thread.at(monday(12))), {});

    CHECK(holds(html, "words of this entry were removed"));
    CHECK_FALSE(holds(html, "Yes, he may start."));

    SECTION("of the question too")
    {
        thread.redact(0);
        const auto page = thread_page(for_officer(thread.at(monday(12))), {});
        CHECK_FALSE(holds(page, "nothing happened"));
        CHECK_FALSE(holds(page, "Whether he starts"));
        CHECK(holds(page, "<h1>GP-7K2M9Q</h1>"));
    }
}

TEST_CASE("an officer's choice is said with its reason", "[pages]")
{
    auto thread = an_answered_thread();
    Details choice;
    choice.choice = AdviceChoice::adapt;
    choice.text = "He starts a week later.";
    thread.add(Happening::advice_chosen, "officer-14", choice, monday(12));

    const auto html = thread_page(for_specialist(thread.at(monday(13))), {});

    CHECK(holds(html, "adapts the advice"));
    CHECK(holds(html, "He starts a week later."));
}

TEST_CASE("hostile words in a thread are shown as words", "[pages]")
{
    const auto* const words = GENERATE("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
                                       "{{title}} {{{style}}} {{#entries}}", "{{=<% %>=}}",
                                       "</title></style></head><body onload=alert(1)>", "javascript:alert(1)",
                                       "<meta http-equiv=refresh content=0;url=http://example.org>");
    CAPTURE(words);
    auto request = a_request();
    request.question = words;
    request.decision = words;
    request.tried = words;
    request.called = Called{words, words};
    request.read = {words, std::string{"a#"} + words};
    request.fields = {{words, words}};
    auto thread = an_answered_thread(request);
    Details details;
    details.text = words;
    details.cites = {words};
    details.number = 2;
    details.owner = words;
    thread.add(Happening::message, words, details)
        .add(Happening::note, words, details)
        .add(Happening::action_added, words, details)
        .add(Happening::answered, words, details);
    auto page = for_specialist(thread.at(monday(12)));
    page.names[specialist] = words;
    page.titles["maintaining-innocence"] = words;
    page.thread.region = words;
    page.shows_case = true;

    const auto html = thread_page(page, {});

    for (const char* active : {"<script", "<img", "<meta http-equiv=\"refresh", "<meta http-equiv=refresh"})
        CHECK_FALSE(holds(html, active));
    CHECK(count_of(html, "<body") == 1);
    CHECK(count_of(html, "<style>") == 1);
    CHECK_FALSE(holds(html, "href=\"javascript"));
    CHECK_FALSE(holds(html, "href=\"a#"));
}

TEST_CASE("control characters and marks of direction do not reach the page of a thread", "[pages]")
{
    auto request = a_request();
    request.question = "May\x1b[2J he\u202e start?";
    const auto html = thread_page(for_officer(AThread{request}.at(monday(10))), {});
    CHECK_FALSE(holds(html, "\x1b"));
    CHECK_FALSE(holds(html, "\u202e"));
}

TEST_CASE("a moment is said as near as people say it", "[pages]")
{
    const auto now = monday(10);
    CHECK(pages::moment_words(monday(16), now) == "today 16:00");
    CHECK(pages::moment_words(monday(9) + day_us, now) == "tomorrow 09:00");
    CHECK(pages::moment_words(monday(9) - day_us, now) == "yesterday 09:00");
    CHECK(pages::moment_words(monday(9) + 2 * day_us, now) == "Wed 5 Aug 09:00");
    CHECK(pages::moment_words(monday(9) - 365 * day_us, now) == "Sun 3 Aug 2025 09:00");
}

TEST_CASE("what is due soon is said in minutes", "[pages]")
{
    AThread thread;
    thread.offered("specialist-3", monday(10));
    CHECK(pages::due_words(thread.at(monday(9, 12)), monday(9, 12)) == "due in 48 min");
    thread.accepted("specialist-3", monday(9, 30));
    CHECK(pages::due_words(thread.at(monday(10)), monday(10)) == "due tomorrow 17:00");
    Details reason;
    thread.add(Happening::closed, "officer-14", reason, monday(11));
    CHECK(pages::due_words(thread.at(monday(12)), monday(12)).empty());
}
