// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/host/module_link.h"

#include "core/programme/exchange/module_json.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "plugins/api/guidepost_module.h"
#include "plugins/api/host_protocol.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::programme {
namespace {

using Json = nlohmann::json;
using Outcome = HostProcess::Outcome;

/// A host is exchanged for a new one before its limit of processor time could be taken for a failure.
constexpr int calls_of_one_host = 2000;

constexpr std::size_t longest_reason = 300;

/// A module's own words, fit to stand in a sentence of ours.
std::string reason_of(const Json& message, const char* key)
{
    if (!message.contains(key) || !message[key].is_string())
        return "It gave no reason.";
    return shortened(plain_words(message[key].get<std::string>()), longest_reason);
}

bool flag(const Json& layers, const char* key)
{
    return layers.contains(key) && layers[key].is_boolean() && layers[key].get<bool>();
}

} // namespace

ModuleLink::ModuleLink(Start start) : start_{std::move(start)}
{}

HostProcess::Deadline ModuleLink::deadline() const
{
    return std::chrono::steady_clock::now() + start_.longest_call;
}

void ModuleLink::set(State state, std::string reason)
{
    const std::lock_guard lock{noting_};
    status_.state = state;
    status_.reason = std::move(reason);
}

void ModuleLink::failed(std::string what)
{
    host_.reset();
    std::string sentence;
    {
        const std::lock_guard lock{noting_};
        ++status_.failures;
        const bool is_off = status_.failures >= failures_until_off;
        status_.state = is_off ? State::off : State::stopped;
        sentence = fmt::format("{} was stopped: {}.", start_.name, what);
        if (is_off)
            sentence += fmt::format(
                " It failed {} times and is switched off until somebody enables it again.", status_.failures);
        status_.reason = sentence;
    }
    throw Error{Errc::failure, sentence};
}

void ModuleLink::failed(Outcome outcome)
{
    switch (outcome) {
    case Outcome::too_late:
        failed(fmt::format("it took longer than {} seconds",
                           static_cast<double>(start_.longest_call.count()) / 1000));
    case Outcome::too_large:
        failed("its answer was larger than 1 MiB");
    case Outcome::ended:
    case Outcome::done:
        break;
    }
    const auto how = host_ ? host_->kill() : std::string{};
    failed(how.empty() ? "it ended the connection" : how);
}

void ModuleLink::refuse(const std::string& why)
{
    host_.reset();
    const auto sentence = fmt::format("{} is refused: {}", start_.name, why);
    set(State::refused, sentence);
    throw Error{Errc::refused, sentence};
}

Json ModuleLink::receive(HostProcess::Deadline until)
{
    std::string text;
    if (const auto outcome = host_->receive(text, protocol::largest_message, until); outcome != Outcome::done)
        failed(outcome);
    auto message = parse_untrusted(text);
    if (!message.is_object())
        failed("it answered with something that is not JSON");
    return message;
}

void ModuleLink::start_host(HostProcess::Deadline until)
{
    try {
        host_ = std::make_unique<HostProcess>(start_.program, open_folder(start_.folder),
                                              sealed_copy(start_.code()));
    } catch (const Error& e) {
        failed(fmt::format("it could not be started ({})", e.what()));
    }
    // Nothing of the module has run when this is said, so it can be believed.
    const auto confined = receive(until);
    if (!confined.contains("confined"))
        failed("the module host does not speak our version");
    const auto& layers = confined["confined"];
    Enforced enforced{flag(layers, "files"), flag(layers, "network"), flag(layers, "processes"),
                      flag(layers, "memory"), layers.value("why", "")};
    {
        const std::lock_guard lock{noting_};
        status_.enforced = enforced;
    }
    if (start_.trust == Trust::unsigned_ && !enforced.is_whole())
        refuse("nobody signed it, and this system cannot confine it. " + enforced.why);
    if (const auto outcome = host_->send(R"({"load":true})", until); outcome != Outcome::done)
        failed(outcome);

    const auto said = receive(until);
    if (said.contains("refused")) {
        if (said.contains("abi") && said["abi"] != GUIDEPOST_ABI)
            refuse(reason_of(said, "refused"));
        failed("it could not be loaded. " + std::string{trimmed(reason_of(said, "refused"))});
    }
    if (!said.contains("ready") || !said["ready"].is_object())
        failed("it did not say that it is ready");
    const auto& ready = said["ready"];
    if (ready.value("abi", Json{}) != GUIDEPOST_ABI)
        refuse("it was made for another version of the module interface.");
    if (ready.value("id", Json{}) != start_.id || ready.value("version", Json{}) != start_.version)
        refuse(fmt::format("its library says it is {} {}, its module.yaml {} {}.", reason_of(ready, "id"),
                           reason_of(ready, "version"), start_.id, start_.version));
    std::vector<std::string> capabilities;
    if (ready.contains("capabilities") && ready["capabilities"].is_array())
        for (const auto& capability : ready["capabilities"])
            if (capability.is_string() && capabilities.size() < 20)
                capabilities.push_back(shortened(plain_words(capability.get<std::string>()), 100));
    const std::lock_guard lock{noting_};
    status_.capabilities = std::move(capabilities);
}

/// A host that runs, or throws.
void ModuleLink::begin(HostProcess::Deadline until)
{
    {
        const std::lock_guard note{noting_};
        if (status_.state == State::off || status_.state == State::refused)
            throw Error{Errc::refused, status_.reason};
        status_.state = State::working;
    }
    if (host_ && calls_ >= calls_of_one_host)
        host_.reset();
    if (host_ && host_->has_news())
        failed(Outcome::ended);
    if (!host_) {
        calls_ = 0;
        start_host(until);
    }
}

void ModuleLink::start()
{
    const std::lock_guard lock{calling_};
    begin(deadline());
    set(State::ready, {});
}

void ModuleLink::call(const std::string& capability, const Json& in,
                      const std::function<void(const Json&)>& accept)
{
    const std::lock_guard lock{calling_};
    const auto until = deadline();
    begin(until);
    {
        const std::lock_guard note{noting_};
        if (std::find(status_.capabilities.begin(), status_.capabilities.end(), capability) ==
            status_.capabilities.end()) {
            status_.state = State::ready;
            throw Error{Errc::not_found, fmt::format("{} has nothing to say to that.", start_.name)};
        }
    }
    ++calls_;
    const auto id = next_id_++;
    const auto request = Json{{"id", id}, {"call", capability}, {"in", in}}.dump();
    if (const auto outcome = host_->send(request, until); outcome != Outcome::done)
        failed(outcome);
    const auto answer = receive(until);
    if (answer.value("id", Json{}) != id)
        failed("it answered a question nobody asked");
    if (answer.contains("failed")) {
        set(State::ready, {});
        throw Error{Errc::failure, fmt::format("{}: {}", start_.name, reason_of(answer, "failed"))};
    }
    if (!answer.contains("out"))
        failed("it gave no answer");
    try {
        accept(answer["out"]);
    } catch (const Error& e) {
        failed(fmt::format("its answer does not have the form it should have ({})", e.what()));
    }
    set(State::ready, {});
}

ModuleLink::Status ModuleLink::status()
{
    if (const std::unique_lock lock{calling_, std::try_to_lock};
        lock.owns_lock() && host_ && host_->has_news()) {
        try {
            failed(Outcome::ended);
        } catch (const Error&) {
            // The status now says it.
        }
    }
    const std::lock_guard lock{noting_};
    return status_;
}

void ModuleLink::reset()
{
    const std::lock_guard lock{calling_};
    host_.reset();
    const std::lock_guard note{noting_};
    status_ = {.state = State::idle, .enforced = status_.enforced, .capabilities = status_.capabilities};
}

void ModuleLink::stop()
{
    const std::lock_guard lock{calling_};
    host_.reset();
    const std::lock_guard note{noting_};
    if (status_.state == State::ready)
        status_.state = State::idle;
}

} // namespace guidepost::programme
