// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/commands.h"

#include "core/consultation/acts/absence.h"
#include "core/consultation/acts/command_json.h"
#include "core/consultation/acts/command_parts.h"
#include "core/consultation/thread/board.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace guidepost::consultation {
namespace {

constexpr std::array<std::pair<DeclineReason, std::string_view>, 4> decline_reasons{{
    {DeclineReason::conflict, "conflict"},
    {DeclineReason::no_time, "no-time"},
    {DeclineReason::not_my_field, "not-my-field"},
    {DeclineReason::other, "other"},
}};

constexpr std::string_view chain_prefix = "consultation/";
constexpr int most_refs = 20; ///< tried before giving up on a free one

/// A UUID in its usual form: what envelopes are hashed with must be one line.
bool is_event_id(const std::string& id)
{
    if (id.size() != 36)
        return false;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool is_digit = (id[i] >= '0' && id[i] <= '9') || (id[i] >= 'a' && id[i] <= 'f');
        if (is_dash ? id[i] != '-' : !is_digit)
            return false;
    }
    return true;
}

/// Which thread a command is about; none of a question that makes one.
std::optional<ConsultationRef> ref_of(const Command& command)
{
    return std::visit(
        [](const auto& one) -> std::optional<ConsultationRef> {
            if constexpr (requires { one.ref; })
                return one.ref;
            else
                return std::nullopt;
        },
        command);
}

/// What the first event of a command says of it: "" of an earlier version, and where the words are gone.
std::string recorded_digest(const store::Row& body)
{
    const auto json = nlohmann::json::parse(body.text(2), nullptr, false);
    return json.is_object() ? json.value("command", std::string{}) : std::string{};
}

/// Nothing: the id is free.
std::optional<Result> done_before(const Command& command, const EventId& id, const Work& work)
{
    std::optional<Result> before;
    work.connection.query(
        "select e.chain, e.who, p.body from event e left join event_payload p on p.event = e.id where e.id = "
        "$1",
        {id.value()}, [&](const store::Row& row) {
            const auto chain = row.text(0);
            const bool is_own =
                chain.starts_with(chain_prefix) && row.text(1) == work.who.person.login.value();
            const ConsultationRef ref{
                std::string{is_own ? chain.substr(chain_prefix.size()) : std::string_view{}}};
            const auto recorded = recorded_digest(row);
            const bool is_same =
                recorded.empty() ? ref_of(command).value_or(ref) == ref : recorded == digest_of(command);
            if (is_own && is_same)
                before = Done{ref, id, true};
            else
                before = Refused{Refusal::taken,
                                 "This event id was used for something else. Nothing was done: what is new "
                                 "takes an id of its own.",
                                 {}};
        });
    return before;
}

Refused not_found(const ConsultationRef& ref)
{
    return {Refusal::not_found, not_found_sentence(ref), {}};
}

ConsultationRef free_ref(store::Connection& connection)
{
    for (int i = 0; i < most_refs; ++i) {
        auto ref = make_ref();
        if (!store::one_integer(connection, "select seq from chain_head where chain = $1", {chain_of(ref)}))
            return ref;
    }
    throw Error{Errc::storage, "No free reference was found for this consultation. Try again."};
}

std::optional<Result> moved_on(std::int64_t seen, const Thread& thread, const Work& work)
{
    const auto now = moved_for(thread, work.who);
    if (seen >= now)
        return std::nullopt;
    MovedOn moved{{}, now};
    for (auto& entry : for_reader(thread, work.who).entries)
        if (entry.seq > seen && entry.who != work.who.person.login)
            moved.arrived.push_back(std::move(entry));
    return Result{std::move(moved)};
}

Result run_ask(const Ask& ask, const Work& work)
{
    const Thread none;
    if (auto refused = check(ask, none, work))
        return *refused;
    const auto ref = free_ref(work.connection);
    Record record{work.connection, work.rules, ref};
    Writing writing{record, work, ask.event, digest_of(ask)};
    write(ask, writing);
    record.finish(work.now);
    return Done{ref, ask.event, false};
}

template <class One>
Result run_one(const One& command, const Work& work)
{
    if (!Board{work.connection, work.rules}.reaches(command.ref, work.who, work.now))
        return not_found(command.ref);
    Record record{work.connection, work.rules, command.ref};
    const auto before = record.read(work.now);
    if (!may(work.who, people::Action::read_thread, before))
        return not_found(command.ref);
    record.append_fallen_due(work.now);
    pass_on_absent(record, Login{clerk_login}, work);
    if (auto refused = check(command, record.read(work.now), work))
        return *refused;
    if constexpr (requires { command.seen; })
        if (auto moved = moved_on(command.seen, before, work))
            return *moved;
    Writing writing{record, work, command.event, digest_of(command)};
    write(command, writing);
    // What the command made somebody's move may be the move of somebody who is away.
    pass_on_absent(record, Login{clerk_login}, work);
    record.finish(work.now);
    return Done{command.ref, command.event, false};
}

Timestamp offer_until(const Thread& thread, const Work& work)
{
    const auto clocks = work.rules.clocks.at(thread.request.priority.value_or(Priority::routine));
    return work.rules.time.add(work.now, clocks.offer);
}

Login lead_of(const Thread& thread, const Route& route)
{
    return thread.is_restricted ? thread.named_lead : route.lead.value_or(Login{});
}

} // namespace

RouteQuestion question_of(const Thread& thread, const Work& work)
{
    RouteQuestion question;
    question.need = thread.need;
    const auto requester = std::find_if(work.everybody.begin(), work.everybody.end(),
                                        [&](const auto& person) { return person.login == thread.requester; });
    if (requester != work.everybody.end())
        question.requester = *requester;
    question.requester.login = thread.requester;
    question.requester.region = thread.region;
    question.excluded = thread.excluded;
    if (thread.is_restricted)
        question.only = thread.named;
    question.is_needed_today = thread.request.priority == Priority::urgent;
    question.now = work.now;
    return question;
}

std::string_view word_of(DeclineReason reason)
{
    for (const auto& [known, word] : decline_reasons)
        if (known == reason)
            return word;
    return {};
}

std::optional<DeclineReason> parse_decline_reason(std::string_view word)
{
    for (const auto& [reason, known] : decline_reasons)
        if (known == word)
            return reason;
    return std::nullopt;
}

Refused not_permitted()
{
    return {Refusal::not_permitted, "Your role in this consultation does not include that.", {}};
}

Refused not_now(std::string sentence)
{
    return {Refusal::not_now, std::move(sentence), {}};
}

Refused incomplete(std::string field, std::string what)
{
    return {Refusal::incomplete, what, {{std::move(field), what}}};
}

MaybeRefused bad_optional_text(const std::string& text)
{
    if (text.size() > longest_text)
        return incomplete("text", fmt::format("The text is too long: {} bytes are the most.", longest_text));
    if (first_invalid_utf8(text))
        return incomplete("text", "The text is not UTF-8.");
    return std::nullopt;
}

Details only_text(const std::string& text)
{
    Details details;
    details.text = text;
    return details;
}

MaybeRefused bad_text(const std::string& text, const char* what)
{
    // Punctuation alone says nothing either.
    if (std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) || c >= 0x80; }))
        return incomplete("text", what);
    return bad_optional_text(text);
}

MaybeRefused bad_colleague(const Login& login, const Case& c, Absent absent)
{
    const auto& thread = c.thread;
    const auto& everybody = c.work.everybody;
    const auto find = [&](const Login& wanted) {
        return std::find_if(everybody.begin(), everybody.end(),
                            [&](const auto& person) { return person.login == wanted; });
    };
    const auto person = find(login);
    const auto requester = find(thread.requester);
    if (person == everybody.end() || !person->is_active ||
        !people::has_role(*person, people::Role::specialist))
        return incomplete("to", "That is nobody who advises. See: guidepostctl staff who-to-ask");
    if (login == thread.requester || login == thread.adviser)
        return incomplete("to", "That is somebody who is in it already.");
    // No other words than for being busy: whether two people are in conflict is theirs to say.
    const bool in_conflict = requester != everybody.end() && people::are_in_conflict(*person, *requester);
    const bool is_away = absent == Absent::refused && people::away_on(*person, c.work.who.today);
    if (in_conflict || is_away)
        return incomplete("to", "That person cannot take it now. Choose somebody else.");
    if (thread.is_restricted && !thread.named.contains(login))
        return incomplete("to", "This consultation is restricted: name them first (restrict).");
    return std::nullopt;
}

void Writing::append(Happening kind, const Details& details)
{
    auto whole = details;
    whole.command = std::exchange(digest_, {});
    if (has_words(kind))
        whole.despite_guard = std::exchange(despite_guard_, {});
    record_.append(kind, work_.who.person.login, whole, work_.now, std::exchange(first_, {}));
}

void offer_to(Writing& writing, const Login& to)
{
    Details details;
    details.to = to;
    details.until = offer_until(writing.thread(), writing.work());
    details.reasons = {"chosen by the colleague who handed it over"};
    writing.append(Happening::offered, details);
}

void route_on(Record& record, const Login& by, const Work& work)
{
    const auto thread = record.read(work.now);
    const auto route = consultation::route(question_of(thread, work), work.everybody,
                                           loads_of(work.connection, work.now), work.rules.distances);
    Details details;
    if (route.to) {
        details.to = *route.to;
        details.until = offer_until(thread, work);
        details.reasons = route.reasons;
        details.passed_over = route.passed_over;
        details.is_over_time = route.is_over_time;
        record.append(Happening::offered, by, details, work.now);
        return;
    }
    details.reason = word_of(Escalation::nobody_qualified);
    details.to = lead_of(thread, route);
    record.append(Happening::escalated, by, details, work.now);
}

void offer_to_cover(Record& record, const Login& cover, const Login& by, const Work& work)
{
    const auto thread = record.read(work.now);
    auto question = question_of(thread, work);
    question.only = std::set{cover};
    const auto route = consultation::route(question, work.everybody, loads_of(work.connection, work.now),
                                           work.rules.distances);
    Details details;
    details.to = cover;
    details.until = offer_until(thread, work);
    details.reasons = route.reasons;
    details.reasons.insert(details.reasons.begin(), "stands in for somebody who is away");
    details.is_over_time = route.is_over_time;
    record.append(Happening::offered, by, details, work.now);
}

void escalate(Record& record, Escalation why, const Login& by, const Work& work)
{
    const auto thread = record.read(work.now);
    const auto route = consultation::route(question_of(thread, work), work.everybody,
                                           loads_of(work.connection, work.now), work.rules.distances);
    Details details;
    details.reason = word_of(why);
    details.to = lead_of(thread, route);
    record.append(Happening::escalated, by, details, work.now);
}

std::vector<PassedOver> against(const Login& login, const Thread& thread, const Work& work)
{
    const auto& everybody = work.everybody;
    const auto person =
        std::find_if(everybody.begin(), everybody.end(), [&](const auto& one) { return one.login == login; });
    if (person == everybody.end())
        return {};
    auto found = floors_missed(*person, thread.need, work.who.today);
    if (people::away_on(*person, work.who.today))
        found.push_back(PassedOver::away);
    return found;
}

std::vector<std::string> red_flags_in(const Request& request, const Rules& rules)
{
    std::vector<RedFlagFinding> found;
    for (const auto* text : {&request.question, &request.decision, &request.tried})
        for (const auto& finding : find_red_flags(*text, rules.red_flags))
            found.push_back(finding);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& one, const auto& other) { return one.rank > other.rank; });
    const bool is_net_first = !found.empty() && found.front().flag->is_net;
    std::vector<std::string> ids;
    const auto add = [&](std::string id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(std::move(id));
    };
    for (const auto& finding : found)
        if (is_net_first || !finding.flag->is_net)
            add(finding.flag->id);
    if (request.is_danger == true)
        add(std::string{danger_said});
    return ids;
}

std::vector<RedFlag> flags_told(const Request& request, const Rules& rules)
{
    std::vector<RedFlag> flags;
    for (const auto& id : red_flags_in(request, rules))
        for (const auto& flag : rules.red_flags.all())
            if (flag.id == id)
                flags.push_back(flag);
    return flags;
}

Route preview_route(const Request& request, const Work& work, const std::vector<ModuleAsk>& modules)
{
    Thread thread;
    thread.request = request;
    thread.requester = work.who.person.login;
    thread.region = work.who.person.region;
    thread.need = need_of(request, work.rules.needs, modules);
    thread.is_restricted = request.is_restricted;
    thread.named = {request.restricted_to.begin(), request.restricted_to.end()};
    return consultation::route(question_of(thread, work), work.everybody, loads_of(work.connection, work.now),
                               work.rules.distances);
}

std::optional<Refused> check(const Command& command, const Thread& thread, const Work& work)
{
    return std::visit([&](const auto& one) { return refusal_of(one, Case{thread, work}); }, command);
}

namespace {

/// In one transaction; what was done before is not done again.
Result run_once(const Command& command, const EventId& id, const Work& work)
{
    store::Transaction transaction{work.connection};
    if (auto before = done_before(command, id, work))
        return *before;
    auto result = std::visit(
        [&](const auto& one) -> Result {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Ask>)
                return run_ask(one, work);
            else
                return run_one(one, work);
        },
        command);
    if (std::holds_alternative<Done>(result))
        transaction.commit();
    return result;
}

} // namespace

Result run(const Command& command, const Work& work)
{
    const auto& id = std::visit([](const auto& one) -> const EventId& { return one.event; }, command);
    if (!is_event_id(id.value()))
        throw Error{Errc::usage, "A command needs the id of its event: a UUID."};
    auto result = run_once(command, id, work);
    // Also when it was done before: whoever was interrupted may not have come as far as this.
    if (std::holds_alternative<Redact>(command) && std::holds_alternative<Done>(result))
        store::erase_traces(work.connection);
    return result;
}

} // namespace guidepost::consultation
