// SPDX-License-Identifier: GPL-2.0-or-later
// A small office with a store of its own: who there is, and commands at moments that the test says.
#pragma once

#include "core/consultation/acts/commands.h"
#include "core/consultation/thread/board.h"
#include "core/guidance/library.h"
#include "core/store/store.h"
#include "tests/support/temp_dir.h"

#include <memory>

namespace guidepost::test {

/// The rules that ship.
const consultation::Rules& shipped_rules();

/// Monday 3 August 2026 in London.
Timestamp on_monday(int hour, int minute = 0);

/// A new event id.
EventId an_id();

/// A request that may be sent.
consultation::Request ask_for(const std::string& question = "May he start the group on Monday?");

class Office {
public:
    Office();

    store::Connection& db() { return *connection_; }
    const std::filesystem::path& profile() const { return dir_.path(); }
    std::vector<people::Staff>& everybody() { return everybody_; }
    people::Staff& person(const std::string& login);
    consultation::Reader reader(const std::string& login);
    consultation::Work work(const std::string& login);

    /// Runs as that person at `now`.
    consultation::Result run(const std::string& login, const consultation::Command& command);
    /// The same, and fails the test when it was not done.
    ConsultationRef done(const std::string& login, const consultation::Command& command);
    /// Nothing when it was done.
    std::optional<consultation::Refusal> refused(const std::string& login,
                                                 const consultation::Command& command);

    /// Sent by officer-14, offered to specialist-3, accepted.
    ConsultationRef sent();
    ConsultationRef accepted();
    ConsultationRef answered();

    /// As that person reads it; fails the test when they may not.
    consultation::Thread read(const std::string& login, const ConsultationRef& ref);
    bool can_read(const std::string& login, const ConsultationRef& ref);
    std::vector<ConsultationRef> list(const std::string& login, consultation::ListKind kind);
    bool verifies();

    /// Guidance that may be named; "maintaining-innocence#do-now" is there from the start.
    void publish(const std::string& article,
                 guidance::ArticleState state = guidance::ArticleState::published);

    Timestamp now = on_monday(9);

private:
    TempDir dir_;
    std::unique_ptr<store::Connection> connection_;
    std::vector<people::Staff> everybody_;
};

} // namespace guidepost::test
