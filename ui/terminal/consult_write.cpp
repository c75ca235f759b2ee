// SPDX-License-Identifier: GPL-2.0-or-later
// What is written in a thread.
#include "core/text/error.h"
#include "ui/terminal/consult_desk.h"
#include "ui/terminal/consult_verbs.h"

#include <fmt/format.h>

namespace guidepost::terminal {
namespace {

using namespace consultation;

/// A verb that takes a reference and a text and makes one command of them.
template <class Make>
void add_text_verb(CLI::App& noun, Action& action, const char* name, const char* does, const char* remark,
                   const char* done, Make make)
{
    auto* verb = noun.add_subcommand(name, does)->fallthrough();
    const auto options = add_thread_options(*verb, Takes::text);
    explain(*verb, fmt::format("{}\nExample:\n  guidepostctl consult {} GP-7K2M9Q <text.txt", remark, name));
    verb->callback([options, done, make, &action] {
        action = [options, done, make](Session& session) {
            const auto ref = ref_of(options->ref);
            auto text = read_text(session, options->file);
            ConsultDesk desk{session};
            return say_done(session,
                            desk.run(make(event_of(options->event), ref, std::move(text)), options->guard()),
                            done);
        };
    });
}

/// A verb whose words are sent only if nothing came since they were written.
template <class Make>
void add_seen_verb(CLI::App& noun, Action& action, const char* name, const char* does, const char* remark,
                   const char* done, bool takes_cites, Make make)
{
    struct Cites {
        std::vector<std::string> places = {};
        std::int64_t seen = -1;
    };
    auto* verb = noun.add_subcommand(name, does)->fallthrough();
    const auto options = add_thread_options(*verb, Takes::text);
    auto cites = std::make_shared<Cites>();
    if (takes_cites)
        verb->add_option("--cite", cites->places, "guidance it rests on, again for more")
            ->allow_extra_args(false)
            ->type_name("ID#HEADING");
    verb->add_option("--seen", cites->seen,
                     "the \"seen\" of consult show --json: sent only if nothing came since")
        ->type_name("N");
    explain(*verb, remark);
    verb->callback([options, cites, done, make, &action] {
        action = [options, cites, done, make](Session& session) {
            const auto ref = ref_of(options->ref);
            auto text = read_text(session, options->file);
            ConsultDesk desk{session};
            auto seen = cites->seen;
            if (seen < 0)
                seen = moved_for(desk.read_whole(ref), desk.reader());
            return say_done(
                session,
                desk.run(make(event_of(options->event), ref, std::move(text), cites->places, seen),
                         options->guard()),
                done);
        };
    });
}

void add_call(CLI::App& noun, Action& action)
{
    auto* verb = noun.add_subcommand("call", "Ask for a call, or write down what came of one")->fallthrough();
    const auto options = add_thread_options(*verb, Takes::text);
    auto held = std::make_shared<bool>(false);
    verb->add_flag("--held", *held, "it took place: the text says what came of it");
    explain(*verb, "Example:\n  echo 'Any time after 14:00' | guidepostctl consult call GP-7K2M9Q");
    verb->callback([options, held, &action] {
        action = [options, held](Session& session) {
            const auto ref = ref_of(options->ref);
            auto text = read_text(session, options->file);
            ConsultDesk desk{session};
            const auto event = event_of(options->event);
            return say_done(session,
                            *held ? desk.run(CallHeld{event, ref, std::move(text)}, options->guard())
                                  : desk.run(CallAsk{event, ref, std::move(text)}, options->guard()),
                            *held ? "the call is written down." : "a call is asked for.");
        };
    });
}

void add_action(CLI::App& noun, Action& action)
{
    struct Wanted {
        std::string owner = {};
        std::string due = {};
        int done = 0;
        int not_done = 0;
    };
    auto* verb =
        noun.add_subcommand("action", "Add a numbered action, or say what became of one")->fallthrough();
    const auto options = add_thread_options(*verb, Takes::text);
    auto wanted = std::make_shared<Wanted>();
    verb->add_option("--owner", wanted->owner, "who does it, by role")->type_name("ROLE");
    verb->add_option("--due", wanted->due, "until when")->type_name("YYYY-MM-DD");
    auto* done = verb->add_option("--done", wanted->done, "this action was done")->type_name("N");
    verb->add_option("--not-done", wanted->not_done, "this action was not done")
        ->type_name("N")
        ->excludes(done);
    explain(*verb, "Examples:\n  echo 'Ask for the trial transcript' | guidepostctl consult action GP-7K2M9Q "
                   "--owner officer\n  guidepostctl consult action GP-7K2M9Q --done 1");
    verb->callback([options, wanted, &action] {
        action = [options, wanted](Session& session) {
            const auto ref = ref_of(options->ref);
            const auto event = event_of(options->event);
            if (wanted->done > 0 || wanted->not_done > 0) {
                const bool is_done = wanted->done > 0;
                ConsultDesk desk{session};
                return say_done(session,
                                desk.run(ActionSettle{
                                    event, ref, is_done ? wanted->done : wanted->not_done, is_done, {}}),
                                is_done ? "done." : "not done.");
            }
            std::optional<Date> due;
            if (!wanted->due.empty() && !(due = parse_date(wanted->due)))
                throw Error{Errc::usage, "--due takes a day: YYYY-MM-DD."};
            auto text = read_text(session, options->file);
            ConsultDesk desk{session};
            return say_done(
                session,
                desk.run(ActionAdd{event, ref, std::move(text), wanted->owner, due}, options->guard()),
                "the action is added.");
        };
    });
}

void add_minutes(CLI::App& noun, Action& action)
{
    auto* verb = noun.add_subcommand("minutes", "How long you worked on it")->fallthrough();
    const auto options = add_thread_options(*verb, Takes::nothing);
    auto minutes = std::make_shared<int>(0);
    verb->add_option("minutes", *minutes, "1 to 600")->required()->type_name("N");
    explain(*verb, "Example:\n  guidepostctl consult minutes GP-7K2M9Q 25");
    verb->callback([options, minutes, &action] {
        action = [options, minutes](Session& session) {
            ConsultDesk desk{session};
            return say_done(session,
                            desk.run(Minutes{event_of(options->event), ref_of(options->ref), *minutes}),
                            "minutes are kept.");
        };
    });
}

} // namespace

void add_consult_write(CLI::App& noun, Action& action)
{
    add_seen_verb(
        noun, action, "reply", "Write to the other side: of who advises it is the answer",
        "Exit 5 when the consultation went on since; nothing is lost, and nothing was sent.\n"
        "Example:\n  guidepostctl consult reply GP-7K2M9Q --cite maintaining-innocence#do-now <answer.txt",
        "sent.", true,
        [](EventId event, ConsultationRef ref, std::string text, std::vector<std::string> cites,
           std::int64_t seen) {
            return Reply{std::move(event), std::move(ref), std::move(text), std::move(cites), seen};
        });
    add_seen_verb(
        noun, action, "message", "Write something that is no answer, a thank-you say",
        "It starts no clock and takes no decision away.\n"
        "Example:\n  echo 'Thank you' | guidepostctl consult message GP-7K2M9Q",
        "sent.", true,
        [](EventId event, ConsultationRef ref, std::string text, std::vector<std::string> cites,
           std::int64_t seen) {
            return Message{std::move(event), std::move(ref), std::move(text), std::move(cites), seen};
        });
    add_seen_verb(noun, action, "ask-again", "As officer: ask on after an answer",
                  "The text says what you still need to know, or what has changed. The clock of the answer "
                  "starts anew.\n"
                  "Example:\n  guidepostctl consult ask-again GP-7K2M9Q <what-is-still-open.txt",
                  "asked again.", false,
                  [](EventId event, ConsultationRef ref, std::string text, const std::vector<std::string>&,
                     std::int64_t seen) {
                      return AskAgain{std::move(event), std::move(ref), std::move(text), seen};
                  });
    add_text_verb(noun, action, "note", "A note for specialists and leads only",
                  "It never reaches the officer, not even as a count.", "noted.",
                  [](EventId event, ConsultationRef ref, std::string text) {
                      return Note{std::move(event), std::move(ref), std::move(text)};
                  });
    add_text_verb(noun, action, "ask-more", "Ask the officer for what is missing",
                  "Meanwhile the clock of the answer stands still.", "the officer is asked.",
                  [](EventId event, ConsultationRef ref, std::string text) {
                      return AskMore{std::move(event), std::move(ref), std::move(text)};
                  });
    add_call(noun, action);
    add_action(noun, action);
    add_minutes(noun, action);
    add_text_verb(noun, action, "outcome", "How it went, some weeks later",
                  "Asked for 14 days after the answer.", "the outcome is kept.",
                  [](EventId event, ConsultationRef ref, std::string text) {
                      return Outcome{std::move(event), std::move(ref), std::move(text)};
                  });
}

} // namespace guidepost::terminal
