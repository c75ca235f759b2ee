// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/preview.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::consultation;

namespace {

const privacy::GuardWords& guard_words()
{
    static const auto words = privacy::read_guard_words(test::source_file("content"));
    return words;
}

usecases::Preview preview_of(test::Office& office, Request request, const std::string& login = "officer-14",
                             const std::vector<Missing>& wrong = {})
{
    return usecases::preview(Ask{test::an_id(), std::move(request)}, wrong, office.work(login),
                             guard_words());
}

std::vector<std::string> fields_of(const usecases::Preview& preview)
{
    std::vector<std::string> fields;
    for (const auto& missing : preview.missing)
        fields.push_back(missing.field);
    return fields;
}

bool has(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a question that may go says who is expected and when, and reads nothing else", "[usecases]")
{
    test::Office office;
    const auto preview = preview_of(office, test::ask_for());

    CHECK(preview.missing.empty());
    CHECK(preview.flags.empty());
    CHECK(preview.seen.empty());
    REQUIRE(preview.route.to);
    CHECK(expected_words(preview).starts_with(preview.to_name + " is expected to answer by "));
    CHECK(preview.expected > preview.offer_until);
    CHECK(office.list("officer-14", ListKind::my_requests).empty());
}

TEST_CASE("everything that is missing is said at once, of the form and of the modules", "[usecases]")
{
    test::Office office;
    const auto preview = preview_of(office, Request{}, "officer-14", {{"fields", "No module asks for x."}});

    const auto fields = fields_of(preview);
    for (const char* field : {"danger", "question", "decision", "priority", "responsibility", "fields"})
        CHECK(std::find(fields.begin(), fields.end(), field) != fields.end());
    CHECK_FALSE(preview.is_refused);
    CHECK_FALSE(preview.expected);
    CHECK_FALSE(expected_words(preview).empty());
}

TEST_CASE("what may say who it is about is seen, and goes out only when that is said", "[usecases]")
{
    test::Office office;
    const auto preview = preview_of(office, test::ask_for("May X123456 start the group on Monday?"));

    REQUIRE(preview.seen.size() == 1);
    CHECK(preview.seen.front().field == "question");
    CHECK(preview.seen.front().is_identifier);
}

TEST_CASE("danger comes with whom to call, and with what to do when nobody is entered", "[usecases]")
{
    test::Office office;
    auto preview = preview_of(office, test::ask_for("He has a knife and says he will kill her tonight."));

    REQUIRE_FALSE(preview.flags.empty());
    const auto fields = fields_of(preview);
    CHECK(std::find(fields.begin(), fields.end(), "called") != fields.end());
    preview.contacts.clear();
    preview.place = "North West";
    CHECK(has(call_words(preview).front(), "Nobody to call is entered for North West"));
    CHECK(has(call_words(preview).front(), "999"));
    preview.contacts = {{"North West", "", "duty SPO", "0113 496 0001", "Mon-Fri 09:00-17:00", ""}};
    CHECK(call_words(preview) == std::vector<std::string>{"duty SPO: 0113 496 0001 (Mon-Fri 09:00-17:00)"});
}

TEST_CASE("an answer that comes too late and one that nobody gives are said", "[usecases]")
{
    usecases::Preview preview;
    preview.now = test::on_monday(9);
    CHECK_FALSE(expected_words(preview).empty());
    preview.expected = test::on_monday(16);
    preview.route.to = Login{"specialist-3"};
    preview.to_name = "Specialist 3";
    preview.route.reasons = {"qualified", "in your region"};
    CHECK(expected_words(preview) ==
          "Specialist 3 is expected to answer by today 16:00: qualified; in your region.");
    preview.is_too_late = true;
    CHECK(has(expected_words(preview), "Call now"));
    preview.route.to.reset();
    preview.to_name.clear();
    CHECK(has(expected_words(preview), "it goes to the lead"));

    preview.need.modules = {{"Building Choices", "asks for sexual offending"}};
    CHECK(usecases::module_lines(preview.need) ==
          std::vector<std::string>{"Building Choices asks for sexual offending."});
}

TEST_CASE("a field that nobody here has goes to the lead, and that is said", "[usecases]")
{
    test::Office office;
    auto request = test::ask_for();
    request.specialism = "sexual-ofending";
    CHECK(has(expected_words(preview_of(office, request)),
              "Nobody here advises on sexual-ofending: it goes to lead-1, who is to find somebody by "));
}

TEST_CASE("that it goes to a lead who is away is said, with until when", "[usecases]")
{
    test::Office office;
    auto request = test::ask_for();
    for (const char* specialist : {"specialist-3", "specialist-5", "specialist-7"})
        office.person(specialist).is_active = false;
    office.person("lead-2").is_active = false;
    CHECK_FALSE(preview_of(office, request).lead_away_until);

    const auto today = office.reader("officer-14").today;
    const auto friday = Date{std::chrono::sys_days{today} + std::chrono::days{4}};
    office.person("lead-1").away.push_back({.first = today, .last = friday});
    const auto preview = preview_of(office, request);
    CHECK(preview.lead_away_until == friday);
    CHECK(has(expected_words(preview), "lead-1 is away until 7 August 2026 and nobody stands in: call"));
}

TEST_CASE("who may not ask is told so and not what is missing", "[usecases]")
{
    test::Office office;
    office.person("officer-14").roles.clear();
    const auto preview = preview_of(office, Request{});
    CHECK(preview.is_refused);
    REQUIRE(preview.missing.size() == 1);
    CHECK(preview.missing.front().field.empty());
}
