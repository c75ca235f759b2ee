// SPDX-License-Identifier: GPL-2.0-or-later
// The desk's side of one module that has code: starts its host when it is first asked, keeps it warm, and
// stops it when it does not behave. Nothing a module does reaches the desk but an answer or a reason.
#pragma once

#include "core/programme/host/host_process.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::programme {

/// What the system enforces on a running module; all false before it first ran.
struct Enforced {
    bool files = false;
    bool network = false;
    bool processes = false;
    bool memory = false;
    std::string why = {}; ///< what is missing, a sentence

    bool is_whole() const { return files && network && processes && memory; }
    friend bool operator==(const Enforced&, const Enforced&) = default;
};

/// Whether a module is believed without every layer of confinement.
enum class Trust {
    built_in,  ///< came with the program
    signed_,   ///< by a key an administrator added
    unsigned_, ///< nobody answers for it: runs fully confined or not at all
};

class ModuleLink {
public:
    struct Start {
        std::filesystem::path program = {}; ///< guidepost-module-host
        std::filesystem::path folder = {};
        /// The bytes of the library, checked; throws Error when they are not what they should be. Called
        /// each time the host is started.
        std::function<std::string()> code = {};
        std::string id = {};
        std::string name = {}; ///< for sentences
        std::string version = {};
        Trust trust = Trust::built_in;
        std::chrono::milliseconds longest_call{2000};
    };

    enum class State {
        idle,    ///< not asked yet
        ready,   ///< its host is waiting
        working, ///< in a call now
        stopped, ///< it failed; the next call starts it again
        off,     ///< it failed too often
        refused, ///< it may not run at all
    };

    struct Status {
        State state = State::idle;
        std::string reason = {}; ///< for stopped, off and refused: a sentence
        int failures = 0;
        Enforced enforced = {};
        std::vector<std::string> capabilities = {}; ///< known once it ran
    };

    static constexpr int failures_until_off = 3;

    explicit ModuleLink(Start start);

    /// [any thread; calls wait for each other] Asks and takes the answer. `accept` throws Error{format} when
    /// the answer is not what it should be; that is a failure of the module like any other. Takes at most
    /// `longest_call`, the start included. Throws Error{failure} with what happened, or
    /// with the module's own reason when it answered that it cannot; Error{refused} when it is off or
    /// refused.
    void call(const std::string& capability, const nlohmann::json& in,
              const std::function<void(const nlohmann::json&)>& accept);

    /// [any thread; calls wait for each other] Starts the host if it is not running, to see whether the
    /// module can be used here. Throws as call does.
    void start();

    /// [any thread; never waits] Notices a host that died while nobody asked it.
    Status status();

    /// [any thread; waits for a call] Somebody wants it tried again: forgets failures.
    void reset();

    /// [any thread; waits for a call] Ends the host. The next call starts it again.
    void stop();

private:
    void begin(HostProcess::Deadline until);
    void start_host(HostProcess::Deadline until);
    nlohmann::json receive(HostProcess::Deadline deadline);
    HostProcess::Deadline deadline() const;
    /// Notes the failure, ends the host and throws.
    [[noreturn]] void failed(std::string what);
    [[noreturn]] void failed(HostProcess::Outcome outcome);
    [[noreturn]] void refuse(const std::string& why);
    void set(State state, std::string reason);

    const Start start_;
    std::mutex calling_; ///< guards host_, next_id_ and calls_
    std::unique_ptr<HostProcess> host_;
    std::int64_t next_id_ = 1;
    int calls_ = 0;

    std::mutex noting_; ///< guards status_; never held while waiting
    Status status_;
};

} // namespace guidepost::programme
