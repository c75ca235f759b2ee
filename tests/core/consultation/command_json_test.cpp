// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/command_json.h"
#include "core/text/error.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

#include <set>

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::ask_for;

namespace {

/// One of each kind, with something in every member.
std::vector<Command> one_of_each()
{
    const ConsultationRef ref{"GP-7K2M9Q"};
    const std::string text = "Si\xC3\xA2n asked: \"what now?\"\n\t\\";
    const std::vector<std::string> cites{"maintaining-innocence#do-now"};
    const Date due = *parse_date("2026-12-24");
    return {Ask{an_id(), ask_for(text)},
            Open{an_id(), ref},
            AcceptOffer{an_id(), ref},
            DeclineOffer{an_id(), ref, DeclineReason::not_my_field, text},
            Reply{an_id(), ref, text, cites, 7},
            Message{an_id(), ref, text, cites, 7},
            AskAgain{an_id(), ref, text, 7},
            Note{an_id(), ref, text},
            AskMore{an_id(), ref, text},
            HandOver{an_id(), ref, Login{"specialist-5"}, text},
            SecondOpinion{an_id(), ref, Login{"specialist-5"}, text},
            CallAsk{an_id(), ref, text},
            CallHeld{an_id(), ref, text},
            ActionAdd{an_id(), ref, text, "officer", due},
            ActionSettle{an_id(), ref, 2, true, text},
            Minutes{an_id(), ref, 25},
            ChooseAdvice{an_id(), ref, AdviceChoice::adapt, text},
            DecideTakeOver{an_id(), ref, true, text},
            Escalate{an_id(), ref, text},
            Assign{an_id(), ref, Login{"specialist-5"}, text},
            Withdraw{an_id(), ref, text},
            Close{an_id(), ref, text},
            Outcome{an_id(), ref, text},
            Restrict{an_id(), ref, {Login{"lead-1"}, Login{"specialist-3"}}},
            Redact{an_id(), ref, {an_id().value()}, text},
            Hold{an_id(), ref, false, text},
            Export{an_id(), ref},
            MakeDraft{an_id(), ref, "A title", "# A title\n" + text}};
}

} // namespace

TEST_CASE("every command goes out as JSON and comes back as it was", "[consultation]")
{
    const auto commands = one_of_each();
    std::set<std::size_t> kinds;
    std::set<std::string_view> words;
    std::set<std::string> digests;
    for (const auto& command : commands) {
        kinds.insert(command.index());
        words.insert(word_of(command));
        digests.insert(digest_of(command));
        const auto json = command_json(command);
        INFO(json);
        const auto back = read_command(json);
        CHECK(back.index() == command.index());
        CHECK(command_json(back) == json);
        CHECK(digest_of(back) == digest_of(command));
    }
    CHECK(kinds.size() == std::variant_size_v<Command>);
    CHECK(words.size() == commands.size());
    CHECK(digests.size() == commands.size());
}

TEST_CASE("a member that is not as it is by itself comes back too", "[consultation]")
{
    const Hold released{an_id(), ConsultationRef{"GP-7K2M9Q"}, false, "The appeal is over."};
    CHECK_FALSE(std::get<Hold>(read_command(command_json(released))).is_held);
}

TEST_CASE("what is no command is refused without repeating it", "[consultation]")
{
    for (const std::string broken :
         {"", "null", "[]", "{}", "{\"do\":\"reply\"}", "{\"do\":7,\"event\":\"x\"}",
          "{\"do\":\"remove-everything\",\"event\":\"x\",\"ref\":\"GP-1\"}",
          "{\"do\":\"note\",\"event\":\"x\",\"ref\":\"GP-1\",\"text\":[\"a secret\"]}",
          "{\"do\":\"choose-advice\",\"event\":\"x\",\"ref\":\"GP-1\",\"choice\":\"a secret\"}",
          "{\"do\":\"decline-offer\",\"event\":\"x\",\"ref\":\"GP-1\",\"reason\":\"a secret\"}",
          "{\"do\":\"minutes\",\"event\":\"x\",\"ref\":\"GP-1\",\"minutes\":\"a secret\"}"}) {
        INFO(broken);
        try {
            read_command(broken);
            FAIL_CHECK("it was taken");
        } catch (const Error& e) {
            CHECK(e.code() == Errc::format);
            CHECK(std::string{e.what()}.find("secret") == std::string::npos);
        }
    }
}

TEST_CASE("what a later version added to a command is passed over", "[consultation]")
{
    const auto note =
        read_command(R"({"do":"note","event":"x","ref":"GP-1","text":"A note.","later":{"a":1}})");
    CHECK(std::get<Note>(note).text == "A note.");
}
