// SPDX-License-Identifier: GPL-2.0-or-later
// Where a thread goes and how it ends.
#include "core/text/error.h"
#include "ui/terminal/consult_desk.h"
#include "ui/terminal/consult_verbs.h"

#include <fmt/format.h>

namespace guidepost::terminal {
namespace {

using namespace consultation;

enum class Person { needed, optional, none };
enum class Words { needed, optional };

/// A verb that takes a reference, perhaps somebody, and a text that may be left out.
template <class Make>
void add_verb(CLI::App& noun, Action& action, const char* name, const char* does, const char* example,
              const char* done, Person person, Words words, Make make)
{
    auto* verb = noun.add_subcommand(name, does)->fallthrough();
    const auto options = add_thread_options(*verb, Takes::text);
    auto to = std::make_shared<std::string>();
    if (person != Person::none) {
        auto* option = verb->add_option("--to", *to, "whom, by login")->type_name("LOGIN");
        if (person == Person::needed)
            option->required();
    }
    auto silent = std::make_shared<bool>(false);
    if (words == Words::optional)
        verb->add_flag("--no-text", *silent, "without a word: stdin is not read");
    explain(*verb, fmt::format("Example:\n  {}", example));
    verb->callback([options, to, silent, done, make, &action] {
        action = [options, to, silent, done, make](Session& session) {
            const auto ref = ref_of(options->ref);
            auto text = *silent ? std::string{} : read_text(session, options->file);
            ConsultDesk desk{session};
            return say_done(
                session,
                desk.run(make(event_of(options->event), ref, Login{*to}, std::move(text)), options->guard()),
                done);
        };
    });
}

void add_take_over(CLI::App& noun, Action& action)
{
    auto* verb =
        noun.add_subcommand("take-over", "As lead: decide on a take-over that was asked for")->fallthrough();
    const auto options = add_thread_options(*verb, Takes::text);
    auto decision = std::make_shared<std::string>();
    verb->add_option("decision", *decision, "grant or refuse")
        ->required()
        ->check(CLI::IsMember({"grant", "refuse"}))
        ->type_name("grant|refuse");
    explain(*verb, "Until then the officer still holds the case. The reason comes from stdin or --file.\n"
                   "Example:\n  guidepostctl consult take-over GP-7K2M9Q refuse <reason.txt");
    verb->callback([options, decision, &action] {
        action = [options, decision](Session& session) {
            const auto ref = ref_of(options->ref);
            auto text = read_text(session, options->file);
            ConsultDesk desk{session};
            return say_done(
                session,
                desk.run(DecideTakeOver{event_of(options->event), ref, *decision == "grant", std::move(text)},
                         options->guard()),
                "decided.");
        };
    });
}

} // namespace

void add_consult_decide(CLI::App& noun, Action& action)
{
    add_verb(noun, action, "hand-over", "Give it to somebody else who advises",
             "guidepostctl consult hand-over GP-7K2M9Q --to specialist-5 <what-they-need-to-know.txt",
             "handed over.", Person::optional, Words::needed,
             [](EventId event, ConsultationRef ref, Login to, std::string text) {
                 return HandOver{std::move(event), std::move(ref), std::move(to), std::move(text)};
             });
    add_verb(noun, action, "second-opinion", "Ask a colleague, among specialists",
             "guidepostctl consult second-opinion GP-7K2M9Q --to specialist-5 <question.txt", "asked.",
             Person::needed, Words::needed,
             [](EventId event, ConsultationRef ref, Login to, std::string text) {
                 return SecondOpinion{std::move(event), std::move(ref), std::move(to), std::move(text)};
             });
    add_verb(noun, action, "escalate", "Put it before the lead",
             "guidepostctl consult escalate GP-7K2M9Q <why.txt", "it is before the lead.", Person::none,
             Words::needed, [](EventId event, ConsultationRef ref, Login, std::string text) {
                 return Escalate{std::move(event), std::move(ref), std::move(text)};
             });
    add_verb(
        noun, action, "assign", "As lead: give it to somebody",
        "guidepostctl consult assign GP-7K2M9Q --to specialist-5 --no-text\nTo somebody below what the "
        "question needs, or "
        "away, the text is the reason, which everybody in it reads:\n  guidepostctl consult assign GP-7K2M9Q "
        "--to specialist-9 <why.txt",
        "assigned.", Person::needed, Words::optional,
        [](EventId event, ConsultationRef ref, Login to, std::string text) {
            return Assign{std::move(event), std::move(ref), std::move(to), std::move(text)};
        });
    add_take_over(noun, action);
    add_verb(noun, action, "close", "It is settled", "guidepostctl consult close GP-7K2M9Q --no-text",
             "closed.", Person::none, Words::optional,
             [](EventId event, ConsultationRef ref, Login, std::string text) {
                 return Close{std::move(event), std::move(ref), std::move(text)};
             });
    add_verb(noun, action, "withdraw", "Take the question back",
             "guidepostctl consult withdraw GP-7K2M9Q --no-text", "withdrawn.", Person::none, Words::optional,
             [](EventId event, ConsultationRef ref, Login, std::string text) {
                 return Withdraw{std::move(event), std::move(ref), std::move(text)};
             });
}

} // namespace guidepost::terminal
