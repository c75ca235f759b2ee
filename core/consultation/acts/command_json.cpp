// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/command_json.h"

#include "core/consultation/thread/json_values.h"
#include "core/text/digest.h"

#include <fmt/format.h>

#include <tuple>

namespace guidepost::consultation {
namespace {

using json_values::Json;
using json_values::take;
using json_values::value_of;

Json value_of(DeclineReason reason)
{
    return word_of(reason);
}
void take(const Json& json, DeclineReason& reason)
{
    if (const auto known = parse_decline_reason(json.get<std::string>()))
        reason = *known;
    else
        throw Error{Errc::format, "This command declines for a reason that this version does not know."};
}

Json value_of(AdviceChoice choice)
{
    return word_of(choice);
}
void take(const Json& json, AdviceChoice& choice)
{
    if (const auto known = parse_advice_choice(json.get<std::string>()))
        choice = *known;
    else
        throw Error{Errc::format, "This command chooses what this version does not know."};
}

/// The word of a command, and the members that are its own; `event`, `ref` and `seen` are every command's.
template <class One>
struct Form;

template <class One, class Type>
struct Member {
    const char* key;
    Type One::*of;
};

template <class... Members>
struct CommandForm {
    const char* word;
    std::tuple<Members...> members;
};

template <class... Members>
constexpr CommandForm<Members...> row(const char* word, Members... members)
{
    return {word, {members...}};
}

template <class One, class Type>
constexpr Member<One, Type> at(const char* key, Type One::*of)
{
    return {key, of};
}

// clang-format off
template <> struct Form<Ask> { static constexpr auto is = row("ask", at("request", &Ask::request)); };
template <> struct Form<Open> { static constexpr auto is = row("open"); };
template <> struct Form<AcceptOffer> { static constexpr auto is = row("accept-offer"); };
template <> struct Form<DeclineOffer> {
    static constexpr auto is = row("decline-offer", at("reason", &DeclineOffer::reason),
                                   at("text", &DeclineOffer::text));
};
template <> struct Form<Reply> {
    static constexpr auto is = row("reply", at("text", &Reply::text), at("cites", &Reply::cites));
};
template <> struct Form<Message> {
    static constexpr auto is = row("message", at("text", &Message::text), at("cites", &Message::cites));
};
template <> struct Form<AskAgain> { static constexpr auto is = row("ask-again", at("text", &AskAgain::text)); };
template <> struct Form<Note> { static constexpr auto is = row("note", at("text", &Note::text)); };
template <> struct Form<AskMore> { static constexpr auto is = row("ask-more", at("text", &AskMore::text)); };
template <> struct Form<HandOver> {
    static constexpr auto is = row("hand-over", at("to", &HandOver::to), at("text", &HandOver::text));
};
template <> struct Form<SecondOpinion> {
    static constexpr auto is = row("second-opinion", at("from", &SecondOpinion::from),
                                   at("text", &SecondOpinion::text));
};
template <> struct Form<CallAsk> { static constexpr auto is = row("call-ask", at("text", &CallAsk::text)); };
template <> struct Form<CallHeld> { static constexpr auto is = row("call-held", at("text", &CallHeld::text)); };
template <> struct Form<ActionAdd> {
    static constexpr auto is = row("action-add", at("text", &ActionAdd::text),
                                   at("owner", &ActionAdd::owner),
                                   at("due", &ActionAdd::due));
};
template <> struct Form<ActionSettle> {
    static constexpr auto is = row("action-settle", at("number", &ActionSettle::number),
                                   at("done", &ActionSettle::is_done), at("text", &ActionSettle::text));
};
template <> struct Form<Minutes> {
    static constexpr auto is = row("minutes", at("minutes", &Minutes::minutes));
};
template <> struct Form<ChooseAdvice> {
    static constexpr auto is = row("choose-advice", at("choice", &ChooseAdvice::choice),
                                   at("reason", &ChooseAdvice::reason));
};
template <> struct Form<DecideTakeOver> {
    static constexpr auto is = row("decide-take-over", at("granted", &DecideTakeOver::is_granted),
                                   at("reason", &DecideTakeOver::reason));
};
template <> struct Form<Escalate> { static constexpr auto is = row("escalate", at("text", &Escalate::text)); };
template <> struct Form<Assign> {
    static constexpr auto is = row("assign", at("to", &Assign::to), at("text", &Assign::text));
};
template <> struct Form<Withdraw> { static constexpr auto is = row("withdraw", at("text", &Withdraw::text)); };
template <> struct Form<Close> { static constexpr auto is = row("close", at("text", &Close::text)); };
template <> struct Form<Outcome> { static constexpr auto is = row("outcome", at("text", &Outcome::text)); };
template <> struct Form<Restrict> {
    static constexpr auto is = row("restrict", at("named", &Restrict::named));
};
template <> struct Form<Redact> {
    static constexpr auto is = row("redact", at("events", &Redact::events), at("reason", &Redact::reason));
};
template <> struct Form<Hold> {
    static constexpr auto is = row("hold", at("held", &Hold::is_held), at("reason", &Hold::reason));
};
template <> struct Form<Export> { static constexpr auto is = row("export"); };
template <> struct Form<MakeDraft> {
    static constexpr auto is = row("make-draft", at("title", &MakeDraft::title),
                                   at("markdown", &MakeDraft::markdown));
};
// clang-format on

template <class One>
Json json_of(const One& command)
{
    Json json{{"do", Form<One>::is.word}, {"event", command.event.value()}};
    if constexpr (requires { command.ref; })
        json["ref"] = command.ref.value();
    if constexpr (requires { command.seen; })
        json["seen"] = command.seen;
    std::apply(
        [&](const auto&... member) {
            [[maybe_unused]] const auto put = [&](const auto& one) {
                // What is false or 0 by its member's own beginning is written too: it may begin otherwise.
                if (auto value = value_of(command.*(one.of)); !value.is_null())
                    json[one.key] = std::move(value);
                else if constexpr (std::is_same_v<std::decay_t<decltype(command.*(one.of))>, bool>)
                    json[one.key] = false;
            };
            (put(member), ...);
        },
        Form<One>::is.members);
    return json;
}

template <class One>
One command_from(const Json& json)
{
    One command;
    command.event = EventId{json.at("event").get<std::string>()};
    if constexpr (requires { command.ref; })
        command.ref = ConsultationRef{json.at("ref").get<std::string>()};
    if constexpr (requires { command.seen; })
        command.seen = json.value("seen", std::int64_t{0});
    std::apply(
        [&](const auto&... member) {
            [[maybe_unused]] const auto get = [&](const auto& one) {
                if (const auto found = json.find(one.key); found != json.end())
                    take(*found, command.*(one.of));
            };
            (get(member), ...);
        },
        Form<One>::is.members);
    return command;
}

/// The command of that word, whichever of the variant it is.
template <std::size_t index = 0>
Command any_command_from(const std::string& word, const Json& json)
{
    if constexpr (index == std::variant_size_v<Command>)
        throw Error{Errc::format, fmt::format("There is no command \"{}\" in this version.", word)};
    else {
        using One = std::variant_alternative_t<index, Command>;
        return word == Form<One>::is.word ? Command{command_from<One>(json)}
                                          : any_command_from<index + 1>(word, json);
    }
}

Json json_of_any(const Command& command)
{
    return std::visit([](const auto& one) { return json_of(one); }, command);
}

std::string dumped(const Json& json)
{
    try {
        return json.dump();
    } catch (const Json::exception&) {
        throw Error{Errc::format, "The text is not UTF-8."};
    }
}

} // namespace

std::string_view word_of(const Command& command)
{
    return std::visit([](const auto& one) { return Form<std::decay_t<decltype(one)>>::is.word; }, command);
}

std::string command_json(const Command& command)
{
    return dumped(json_of_any(command));
}

Command read_command(std::string_view text)
{
    try {
        const auto json = Json::parse(text);
        return any_command_from(json.at("do").get<std::string>(), json);
    } catch (const Json::exception&) {
        // Without the parser's own words: it quotes what it read.
        throw Error{Errc::format,
                    "This is no command: it is not JSON, or a field is missing or of another type."};
    }
}

std::string digest_of(const Command& command)
{
    auto json = json_of_any(command);
    json.erase("event");
    json.erase("seen");
    return sha256(dumped(json));
}

} // namespace guidepost::consultation
