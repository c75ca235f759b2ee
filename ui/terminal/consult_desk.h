// SPDX-License-Identifier: GPL-2.0-or-later
// What the nouns of consultations share: who acts on which desk, where texts come from, what a result
// looks like.
#pragma once

#include "core/consultation/acts/command_words.h"
#include "core/consultation/acts/commands.h"
#include "core/consultation/thread/board.h"
#include "core/desk/desk.h"
#include "ui/terminal/nouns.h"

#include <nlohmann/json.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace guidepost::terminal {

using Json = nlohmann::ordered_json;

/// Opened for one command, with the person who acts.
class ConsultDesk {
public:
    explicit ConsultDesk(const Session& session);

    desk::Desk& desk() { return *desk_; }
    const consultation::Rules& rules() const { return rules_; }
    const consultation::Reader& reader() const { return reader_; }
    const std::vector<people::Staff>& everybody() const { return everybody_; }
    Timestamp now() const { return now_; }
    consultation::Board board() { return consultation::Board{desk_->connection(), rules_}; }
    consultation::Work work() { return {desk_->connection(), rules_, everybody_, reader_, now_}; }

    /// "Officer 14"; the login itself for somebody unknown.
    std::string name_of(const Login& login) const;
    std::map<Login, std::string> names() const;

    /// As this reader is given it. Throws Error{not_found} with the one sentence for both reasons.
    consultation::Thread read(const ConsultationRef& ref);
    consultation::Thread read_whole(const ConsultationRef& ref);

    /// Asks the guard about what is written first: a doubt about a name is said, an identifier is refused
    /// unless it is sent all the same, which is kept. Throws the Error that a refusal is, with everything
    /// that is missing; Error{conflict} for a thread that went on.
    enum class Guard { asked, overruled };
    consultation::Done run(const consultation::Command& command, Guard guard = Guard::asked);

private:
    const Session& session_;
    std::unique_ptr<desk::Desk> desk_;
    consultation::Rules rules_;
    std::vector<people::Staff> everybody_;
    consultation::Reader reader_;
    Timestamp now_;
};

/// After a change of staff: what is with somebody who is away or has left goes on at once. That it could not
/// is said; the clerk does it later.
void pass_on_consultations(const Session& session, desk::Desk& desk);

/// "text, bytes 3 to 10: case reference number (CRN)".
std::string seen_words(const consultation::SeenByGuard& seen);

/// Throws Error{usage} for what cannot be one.
ConsultationRef ref_of(const std::string& typed);

/// The given id, or a new one.
EventId event_of(const std::string& given);

/// The text of `file`, or of stdin when none is named. Throws Error{usage} for one that is too long.
std::string read_text(const Session& session, const std::string& file);

/// "today 16:00", "Mon 23 Nov 16:00".
std::string moment(Timestamp at, Timestamp now);

/// A line for stdout after a command: "GP-7K2M9Q: answered".
Exit say_done(Session& session, const consultation::Done& done, const std::string& what);

/// Options that verbs with a reference share.
struct OnThread {
    std::string ref = {};
    std::string file = {};
    std::string event = {};
    bool despite_guard = false;

    ConsultDesk::Guard guard() const
    {
        return despite_guard ? ConsultDesk::Guard::overruled : ConsultDesk::Guard::asked;
    }
};
enum class Takes { text, nothing };
std::shared_ptr<OnThread> add_thread_options(CLI::App& verb, Takes takes);

} // namespace guidepost::terminal
