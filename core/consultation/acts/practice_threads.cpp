// SPDX-License-Identifier: GPL-2.0-or-later
// The file: a list of threads, each with who asked, when, the request, and steps. A moment is "3 10:30":
// so many working days back, at that time of London. Who is a login, or `offered`, `adviser`, `lead`.
// A step does one of the commands by its word; see the table below.
#include "core/consultation/acts/practice_threads.h"

#include "core/consultation/acts/commands.h"
#include "core/consultation/thread/board.h"
#include "core/consultation/thread/record.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace guidepost::consultation {
namespace {

constexpr std::uintmax_t largest_file = 256 * 1024;

std::string text_at(const YamlNode& node, std::string_view key)
{
    const auto* found = node.find(key);
    return found ? found->text : std::string{};
}

std::string needed_at(const YamlNode& node, std::string_view key)
{
    auto text = text_at(node, key);
    if (text.empty())
        fail_at(node.line, fmt::format("{} is missing", key));
    return text;
}

std::vector<std::string> list_at(const YamlNode& node, std::string_view key)
{
    std::vector<std::string> list;
    if (const auto* found = node.find(key))
        for (const auto& item : found->items)
            list.push_back(item.text);
    return list;
}

int number_of(std::string_view text)
{
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Steps in the order in which they happened, over all threads.
struct Step {
    Timestamp at = 0;
    std::size_t thread = 0;
    const YamlNode* node = nullptr;
};

class Practice {
public:
    Practice(store::Connection& connection, const Rules& rules, const std::vector<people::Staff>& everybody,
             Timestamp now)
        : connection_{connection}, rules_{rules}, everybody_{everybody}, now_{now}
    {}

    void play(const YamlNode& root)
    {
        const auto* threads = root.find("threads");
        if (!threads)
            fail_at(root.line, "threads is missing");
        std::vector<Step> steps;
        for (std::size_t i = 0; i < threads->items.size(); ++i) {
            const auto& thread = threads->items[i];
            steps.push_back({moment(thread), i, &thread});
            if (const auto* found = thread.find("steps"))
                for (const auto& step : found->items)
                    steps.push_back({moment(step), i, &step});
        }
        std::stable_sort(steps.begin(), steps.end(),
                         [](const Step& one, const Step& other) { return one.at < other.at; });
        refs_.resize(threads->items.size());
        for (const auto& step : steps)
            step.node->find("request") ? ask(step) : act(step);
    }

private:
    Timestamp moment(const YamlNode& node) const
    {
        const auto parts = split(needed_at(node, "at"), ' ');
        const auto back = parts.size() == 2 ? number_of(parts[0]) : -1;
        if (back < 0 || parts[1].size() != 5)
            fail_at(node.line, "at takes working days back and a time: \"3 10:30\"");
        auto day = std::chrono::sys_days{to_london(now_).day};
        const auto back_to_work = [&] {
            while (!rules_.time.is_working_day(Date{day}))
                day -= std::chrono::days{1};
        };
        back_to_work();
        for (int left = back; left > 0; --left) {
            day -= std::chrono::days{1};
            back_to_work();
        }
        const auto at =
            from_london(Date{day}, number_of(parts[1].substr(0, 2)) * 60 + number_of(parts[1].substr(3)));
        return std::min(at, now_);
    }

    Work work(const Login& who, Timestamp at) const
    {
        const auto today = to_london(at).day;
        const auto found = std::find_if(everybody_.begin(), everybody_.end(),
                                        [&](const auto& person) { return person.login == who; });
        return {.connection = connection_,
                .rules = rules_,
                .everybody = everybody_,
                .who = found == everybody_.end() ? Reader{} : reader_of(*found, everybody_, today),
                .now = at,
                .cites_what_comes = true};
    }

    Thread read(const Step& step) const
    {
        return read_thread(refs_[step.thread], read_events(connection_, refs_[step.thread]), rules_.time,
                           rules_.clocks, step.at);
    }

    Login who(const Step& step) const
    {
        const auto said = text_at(*step.node, "who");
        if (said != "offered" && said != "adviser" && said != "lead")
            return Login{said};
        const auto thread = read(step);
        if (said == "adviser")
            return thread.adviser;
        if (said == "offered")
            return thread.offer ? thread.offer->to : Login{};
        for (const auto& person : everybody_)
            if (people::has_role(person, people::Role::lead) && person.region == thread.region &&
                person.is_active)
                return person.login;
        return {};
    }

    void done(const Step& step, const Login& who, const Command& command)
    {
        const auto result = run(command, work(who, step.at));
        if (const auto* refused = std::get_if<Refused>(&result))
            fail_at(step.node->line, fmt::format("{}: {}", who.value(), refused->sentence));
        if (const auto* did = std::get_if<Done>(&result))
            refs_[step.thread] = did->ref;
    }

    void ask(const Step& step)
    {
        const auto& node = *step.node->find("request");
        Request request;
        request.question = needed_at(node, "question");
        request.decision = needed_at(node, "decision");
        request.tried = needed_at(node, "tried");
        request.priority = parse_priority(text_at(node, "priority"));
        request.is_danger = text_at(node, "danger") == "yes";
        request.responsibility = parse_responsibility(text_at(node, "responsibility"));
        request.specialism = text_at(node, "specialism");
        request.read = list_at(node, "read");
        request.needed_by = Date{std::chrono::sys_days{to_london(step.at).day} +
                                 std::chrono::days{number_of(needed_at(node, "days"))}};
        for (const auto& login : list_at(node, "restricted")) {
            request.is_restricted = true;
            request.restricted_to.emplace_back(login);
        }
        if (const auto* called = node.find("called"))
            request.called = Called{needed_at(*called, "whom"), needed_at(*called, "when")};
        for (const auto& value : list_at(node, "case"))
            set_case_value(request.profile, value);
        done(step, who(step), Ask{event(step), std::move(request)});
    }

    EventId event(const Step& step) const { return EventId{uuid_v7(step.at)}; }

    void act(const Step& step)
    {
        const auto& node = *step.node;
        const auto word = needed_at(node, "does");
        const auto& ref = refs_[step.thread];
        const auto by = who(step);
        const auto id = event(step);
        const auto text = text_at(node, "text");
        const Login to{text_at(node, "to")};
        if (word == "accept")
            done(step, by, AcceptOffer{id, ref});
        else if (word == "decline")
            done(step, by,
                 DeclineOffer{id, ref, parse_decline_reason(needed_at(node, "reason")).value(), text});
        else if (word == "reply")
            done(step, by, Reply{id, ref, text, list_at(node, "cites"), read(step).moved_inside});
        else if (word == "note")
            done(step, by, Note{id, ref, text});
        else if (word == "ask-more")
            done(step, by, AskMore{id, ref, text});
        else if (word == "hand-over")
            done(step, by, HandOver{id, ref, to, text});
        else if (word == "second-opinion")
            done(step, by, SecondOpinion{id, ref, to, text});
        else if (word == "call")
            done(step, by, CallAsk{id, ref, text});
        else if (word == "call-held")
            done(step, by, CallHeld{id, ref, text});
        else if (word == "action")
            done(step, by, ActionAdd{id, ref, text, needed_at(node, "owner"), {}});
        else if (word == "settle")
            done(step, by,
                 ActionSettle{id, ref, number_of(needed_at(node, "number")), text_at(node, "done") == "yes",
                              ""});
        else if (word == "minutes")
            done(step, by, Minutes{id, ref, number_of(needed_at(node, "minutes"))});
        else if (word == "agree" || word == "adapt")
            done(step, by, ChooseAdvice{id, ref, parse_advice_choice(word).value(), text});
        else if (word == "escalate")
            done(step, by, Escalate{id, ref, text});
        else if (word == "close")
            done(step, by, Close{id, ref, text});
        else if (word == "withdraw")
            done(step, by, Withdraw{id, ref, text});
        else if (word == "outcome")
            done(step, by, Outcome{id, ref, text});
        else
            fail_at(node.line, fmt::format("nobody does \"{}\"", shortened(word, 40)));
    }

    store::Connection& connection_;
    const Rules& rules_;
    const std::vector<people::Staff>& everybody_;
    Timestamp now_;
    std::vector<ConsultationRef> refs_;
};

} // namespace

bool put_practice_threads(store::Connection& connection, const std::filesystem::path& content,
                          const Rules& rules, const std::vector<people::Staff>& everybody, Timestamp now)
{
    if (store::one_integer(connection, "select 1 from consultation limit 1"))
        return false;
    const auto text = read_file(content / "practice" / "threads.yaml", largest_file);
    YamlLimits limits;
    limits.bytes = largest_file;
    limits.values = 5'000;
    limits.depth = 8;
    try {
        Practice{connection, rules, everybody, now}.play(
            read_yaml(text, "a list of practice threads", limits));
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("threads.yaml: {}", e.what())};
    }
    return true;
}

} // namespace guidepost::consultation
