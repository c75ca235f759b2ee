// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a real program and says what it did.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::test {

struct Command {
    std::vector<std::string> argv = {};
    /// Changes to our own environment; nothing takes the variable away.
    std::map<std::string, std::optional<std::string>> environment = {};
    std::string input = {};
    std::filesystem::path folder = {}; ///< where it starts; empty: where we are
    bool out_is_terminal = false;      ///< stdout is a pseudo-terminal instead of a pipe
    bool out_is_closed = false;        ///< nobody reads stdout any more
    bool without_rights = false;       ///< run by root, it starts as another account
    bool in_stays_open = false;        ///< after `input` more may come
};

struct Outcome {
    int exit_code = -1; ///< -1 when a signal ended it
    int signal = 0;
    bool left_core = false; ///< the signal ended it and its memory was written out
    std::string out = {};
    std::string err = {};
};

/// A started program. Still running at destruction, it is killed.
class Process {
public:
    explicit Process(const Command& command);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void send(int signal) const;
    pid_t pid() const { return pid_; }

    /// Waits until all of the input was read; false when the program ended or the time passed first.
    bool wait_for_input_read(std::chrono::milliseconds longest) const;

    /// Reads until stderr holds `text`; false when the program ended or the time passed first.
    bool wait_for_err(const std::string& text, std::chrono::milliseconds longest);

    /// Waits for the end; a program that needs more than `longest` is killed.
    Outcome finish(std::chrono::milliseconds longest = std::chrono::minutes{5});

private:
    /// Reads what is there, waiting a moment at most; false once both ends are closed.
    bool read_some();

    pid_t pid_ = -1;
    int in_ = -1;
    int out_ = -1;
    int err_ = -1;
    Outcome outcome_;
};

/// From start to end.
Outcome run(const Command& command);

} // namespace guidepost::test
