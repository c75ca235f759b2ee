// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/request/request.h"
#include "core/text/error.h"
#include "tests/support/catch.h"

#include <functional>
#include <random>

using namespace guidepost;
using namespace guidepost::consultation;

namespace {

Request a_request()
{
    Request request;
    request.is_danger = false;
    request.question = "May he move in with partner A? She has a child of 8.\nHe asked on Monday.";
    request.decision = "Whether to agree to the address: yes or no";
    request.needed_by = parse_date("2026-12-04");
    request.tried = "Spoke to MOSOVO; home visit booked.";
    request.priority = Priority::soon;
    request.responsibility = Responsibility::take_over;
    request.profile =
        parse_case("version: 1\nsetting: community\noffence: [sexual, online]\narp: 55.5\n"
                   "region: Kent, Surrey and Sussex\n"
                   "rosh: {public: high, children: medium}\noasys: {\"1.30\": yes, \"11.11\": 2}\n"
                   "learning: {subtotal: 3}\nflags: [mappa-1, shpo]");
    request.read = {"new-partner#do-now", "contact-with-children"};
    return request;
}

Request a_full_request()
{
    auto request = a_request();
    request.is_danger = true;
    request.profile.fields = {{"building-blocks.found-before", "yes"}, {"ladders.rungs", "-2.5"}};
    request.profile.need_score = 7;
    request.specialism = "sexual-offending";
    request.is_restricted = true;
    request.restricted_to = {Login{"lead-3"}, Login{"officer-14"}};
    request.called = Called{"duty manager", "16:20 today: \"now\""};
    request.not_danger = "A line of a film: \"I will kill him\"";
    request.fields = {{"group-size", "8\nto 10"}, {"venue", "yes"}};
    request.verdicts = {R"({"module":"x","verdict":"ask"})"};
    return request;
}

std::string error_of(std::string_view yaml)
{
    try {
        parse_request(yaml);
    } catch (const Error& e) {
        REQUIRE(e.code() == Errc::format);
        return e.what();
    }
    return "";
}

} // namespace

TEST_CASE("a request comes back from its file as it went", "[consultation]")
{
    for (const auto& request : {Request{}, a_request(), a_full_request()})
        REQUIRE(parse_request(format_request(request)) == request);

    auto odd = a_request();
    for (const char* text : {"yes",
                             "null",
                             "- a\n- b",
                             " leads",
                             "ends\n",
                             "tab\there",
                             "a: b # c",
                             "\"quoted\" \\ back",
                             "'",
                             "two\n\n\nblank",
                             "trailing \nspace",
                             "ünïcödé “quotes”\nline",
                             "|-\n  x",
                             "---\n...",
                             "%YAML",
                             "\n",
                             "line\n  indented\nback",
                             "1.30",
                             "#",
                             "NEL\xC2\x85here\nand \xE2\x80\xA8 there"}) {
        CAPTURE(text);
        odd.question = odd.tried = text;
        odd.specialism = "no";
        odd.called = Called{text, text};
        odd.fields = {{"k", text}};
        std::replace(odd.called->whom.begin(), odd.called->whom.end(), '\n', ' ');
        std::replace(odd.called->when.begin(), odd.called->when.end(), '\n', ' ');
        REQUIRE(parse_request(format_request(odd)) == odd);
        REQUIRE(request_from_json(request_json(odd)) == odd);
    }
}

TEST_CASE("any text at all comes back from file and event", "[consultation]")
{
    std::mt19937 chance{5};
    const std::vector<std::string> pieces{"a", " ",    "\n", "  ", ": ", "- ",  "#",     "\"",
                                          "'", "\\",   "{",  "}",  "[",  "]",   ",",     "&",
                                          "*", "!",    "|",  ">",  "%",  "@",   "`",     "\t",
                                          "é", "\n\n", "0",  "?",  "~",  "yes", "---\n", "\xE2\x80\xA8"};
    for (int round = 0; round < 2000; ++round) {
        Request request;
        for (auto* text : {&request.question, &request.decision, &request.tried})
            for (std::size_t i = chance() % 12; i > 0; --i)
                *text += pieces[chance() % pieces.size()];
        CAPTURE(format_request(request));
        REQUIRE(parse_request(format_request(request)) == request);
        REQUIRE(request_from_json(request_json(request)) == request);
    }
}

TEST_CASE("a request comes back from an event as it went, in canonical form", "[consultation]")
{
    for (const auto& request : {Request{}, a_request(), a_full_request()}) {
        const auto json = request_json(request);
        REQUIRE(request_from_json(json) == request);
        REQUIRE(request_json(request_from_json(json)) == json);
    }
    REQUIRE(request_json(Request{}) == R"({"decision":"","question":"","version":1})");
    const auto json = request_json(a_full_request());
    for (const char* part : {R"("needed_by":"2026-12-04")", R"("offence":["sexual","online"])",
                             R"("rosh":{"children":"medium","public":"high"})", R"("arp":"55.5")",
                             R"("restricted":["lead-3","officer-14"])", R"("responsibility":"take-over")"})
        CHECK(json.find(part) != std::string::npos);
}

TEST_CASE("an event of a later desk is read as far as it is known", "[consultation]")
{
    const auto request = request_from_json(
        R"({"version":1,"question":"Q?","mood":"new","case":{"setting":"orbit","sex":"male","moon":1},"priority":"someday"})");
    REQUIRE(request.question == "Q?");
    REQUIRE(request.profile.sex == "male");
    REQUIRE(request.profile.setting.empty());
    REQUIRE_FALSE(request.priority);
    for (const char* bad : {"", "{}", "[]", "null", R"({"version":2})", R"({"version":1,"question":7})",
                            R"({"version":1,"read":"x"})", R"({"version":1,"called":3})", "{\"version\":1"})
        REQUIRE_THROWS_AS(request_from_json(bad), Error);
    Request broken;
    broken.question = "\xFF";
    REQUIRE_THROWS_AS(request_json(broken), Error);
}

TEST_CASE("a request that does not read is refused with line and key", "[consultation]")
{
    struct Bad {
        std::string yaml;
        const char* error;
    };
    const std::string v = "version: 1\n";
    for (const auto& [yaml, error] : std::vector<Bad>{
             {"question: x", "A consultation request says \"version: 1\", and this one has no version."},
             {"version: 2\nquestion: x",
              "line 1: version 2 of the request needs a newer Guidepost; this one reads version 1."},
             {"version: one", "line 1: version takes 1."},
             {v + "danger: perhaps", "line 2: danger takes yes or no."},
             {v + "danger: [yes]", "line 2: danger takes yes or no."},
             {v + "priority: now", "line 2: priority takes routine, soon or urgent."},
             {v + "question: x\nresponsibility: [advice]",
              "line 3: responsibility takes advice, joint or take-over."},
             {v + "needed_by: Friday", "line 2: needed_by takes a date, as in 2026-12-04."},
             {v + "needed_by: 2026-02-30", "line 2: needed_by takes a date, as in 2026-12-04."},
             {v + "specialism: Sexual Offending",
              "line 2: specialism takes a-z, 0-9 and hyphens, as in domestic-abuse."},
             {v + "question: {a: b}", "line 2: question takes a text."},
             {v + "question: [a]", "line 2: question takes a text."},
             {v + "mood: x", "line 2: unknown key mood."},
             {v + "read: x", "line 2: read takes a list."},
             {v + "read: [Not A Slug]", "line 2: read takes articles, as in new-partner#do-now."},
             {v + "restricted: maybe", "line 2: restricted takes yes, no or a list of logins."},
             {v + "called: duty manager", "line 2: called takes whom (a role) and when."},
             {v + "called: {who: x}", "line 2: unknown key called.who."},
             {v + "case:\n  mood: x", "line 3: unknown key mood."},
             {v + "case:\n  rosh: {public: awful}",
              "line 3: rosh.public takes low, medium, high or very-high."},
             {v + "case:\n  rosh: {public: {a: b}}", "line 3: keys within keys cannot stand here."},
             {v + "case: [a]", "line 2: a case is lines of \"key: value\"."},
             {v + "question: a\nquestion: b", "line 3: question stands here a second time."},
             {v + "question: &a x\ndecision: *a", "line 2: anchors (&name) are not allowed."},
             {v + "question: x\n---\nversion: 1",
              "A file holds a consultation request and nothing after it; this one goes on."},
             {v + "question: \"\\x07\"", "line 2: question holds a control character."},
             {"- a", "line 1: lines of \"key: value\" are expected."},
             {"", "There is nothing here; a consultation request is expected."},
             {"\xFF", "This is not UTF-8 text, and a consultation request is."},
             {v + "question: " + std::string(longest_text + 1, 'a'),
              "line 2: question is longer than 20000 bytes."},
             {std::string(300 * 1024, ' '), "There is more here than a consultation request holds (256 KB)."},
         }) {
        CAPTURE(yaml.substr(0, 200));
        CHECK(error_of(yaml) == error);
    }
}

TEST_CASE("danger is asked of everybody and answered for nobody", "[consultation]")
{
    CHECK_FALSE(parse_request("version: 1\n").is_danger.has_value());
    CHECK_FALSE(parse_request("version: 1\ndanger:\n").is_danger.has_value());
    CHECK(parse_request("version: 1\ndanger: yes").is_danger == true);
    CHECK(parse_request("version: 1\ndanger: no").is_danger == false);
    CHECK(request_from_json(R"({"version":1,"danger":true})").is_danger == true);
    // What was sent before this was asked stays readable.
    CHECK_FALSE(request_from_json(R"({"version":1})").is_danger.has_value());
    auto request = a_request();
    request.is_danger.reset();
    REQUIRE(missing_from(request).size() == 1);
    CHECK(missing_from(request).front().field == "danger");
}

TEST_CASE("hostile files end early", "[consultation]")
{
    for (const auto& [open, close] : {std::pair{"[", "]"}, std::pair{"{a: ", "}"}, std::pair{"- ", ""},
                                      std::pair{"? ", ""}, std::pair{"!!x ", ""}}) {
        std::string text = "version: 1\nquestion: ";
        for (int i = 0; i < 20'000; ++i)
            text += open;
        CHECK_FALSE(error_of(text).empty());
        CHECK_FALSE(error_of(text + close).empty());
    }
    std::string many = "version: 1\nread:\n";
    for (int i = 0; i < 20'000; ++i)
        many += " - a\n";
    CHECK(error_of(many).find("more here than such a file holds") != std::string::npos);
}

TEST_CASE("what is missing is said field by field, and nothing else holds a request back", "[consultation]")
{
    REQUIRE(missing_from(a_request()).empty());
    REQUIRE(missing_from(a_full_request()).empty());

    std::vector<std::string> fields;
    for (const auto& missing : missing_from({})) {
        fields.push_back(missing.field);
        CHECK(missing.what.ends_with("."));
    }
    REQUIRE(fields == std::vector<std::string>{"danger", "question", "decision", "needed_by", "tried",
                                               "priority", "responsibility", "specialism"});
    auto request = a_request();
    request.question = " \n\t";
    REQUIRE(missing_from(request).size() == 1);
    request = a_request();
    request.tried = std::string(longest_text + 1, 'x');
    REQUIRE(missing_from(request).front().field == "tried");
    request = a_request();
    request.called = Called{"duty manager", " "};
    REQUIRE(missing_from(request).front().field == "called");
    request = a_request();
    request.profile.offence.clear();
    REQUIRE(missing_from(request).front().field == "specialism");
    request.specialism = "women";
    REQUIRE(missing_from(request).empty());
}

TEST_CASE("the title is the first sentence of the question, cut at a word", "[consultation]")
{
    const auto title = [](std::string question) {
        Request request;
        request.question = std::move(question);
        return title_of(request);
    };
    REQUIRE(title("May he move in? She has a child.") == "May he move in?");
    REQUIRE(title("\n  First line\nsecond") == "First line");
    REQUIRE(title("Item 11.11 is scored 2") == "Item 11.11 is scored 2");
    REQUIRE(title("") == "");
    const auto cut = title(std::string(30, 'a') + " " + std::string(30, 'b') + " " + std::string(30, 'c'));
    REQUIRE(cut == std::string(30, 'a') + " " + std::string(30, 'b') + "\u2026");
    REQUIRE(title(std::string(200, 'x')).size() <= 84);
}

TEST_CASE("the case decides the specialism when nobody names one", "[consultation]")
{
    const auto field = [](std::vector<std::string> offence) {
        Request request;
        request.profile.offence = std::move(offence);
        return specialism_of(request);
    };
    REQUIRE(field({"general", "domestic-abuse", "sexual"}) == "sexual-offending");
    REQUIRE(field({"online"}) == "sexual-offending");
    REQUIRE(field({"violence", "domestic-abuse"}) == "domestic-abuse");
    REQUIRE(field({"stalking"}) == "domestic-abuse");
    REQUIRE(field({"terrorism", "violence"}) == "extremism-and-hate");
    REQUIRE(field({"violence"}) == "general-offending");
    REQUIRE(field({}) == "");
    auto request = a_request();
    request.specialism = "women";
    REQUIRE(specialism_of(request) == "women");
}
