// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/programme/host/sealed_copy.h"

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace guidepost::programme {

/// A started guidepost-module-host and the socket to it. One thread at a time. Nothing here waits longer
/// than it is told; the destructor kills what still runs.
class HostProcess {
public:
    using Deadline = std::chrono::steady_clock::time_point;

    /// Starts the program with the two files open for it and an empty environment. Throws Error{failure}
    /// when it cannot be started.
    HostProcess(const std::filesystem::path& program, const OpenFile& folder, const OpenFile& library);
    ~HostProcess();
    HostProcess(const HostProcess&) = delete;
    HostProcess& operator=(const HostProcess&) = delete;

    enum class Outcome {
        done,
        too_late,  ///< the deadline passed
        ended,     ///< the process is gone
        too_large, ///< it announced more than it may say
    };

    Outcome send(std::string_view message, Deadline deadline);
    Outcome receive(std::string& message, std::size_t largest, Deadline deadline);

    /// It spoke, or ended, without being asked. Never waits.
    bool has_news() const;

    /// Ends the process and says how it had ended, if it had: "it was ended by signal 11 (Segmentation
    /// fault)", "it ended with 3"; "" when it was still running.
    std::string kill();

private:
    Outcome wait_for(short events, Deadline deadline) const;
    /// Until `size` bytes went one way or the other.
    Outcome move(char* bytes, std::size_t size, bool is_sending, Deadline deadline);

    OpenFile socket_;
    pid_t pid_ = -1;
};

} // namespace guidepost::programme
