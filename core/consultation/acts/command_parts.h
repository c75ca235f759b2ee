// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: what commands are made of. Each has its condition (refusal_of) and its effect
// (write), in officer_commands.cpp, adviser_commands.cpp and lead_commands.cpp.
#pragma once

#include "core/consultation/acts/commands.h"
#include "core/consultation/thread/record.h"

namespace guidepost::consultation {

using MaybeRefused = std::optional<Refused>;

/// A command that is being judged.
struct Case {
    const Thread& thread;
    const Work& work;

    bool may(people::Action action) const { return consultation::may(work.who, action, thread); }
    bool is_open() const { return thread.status != Status::closed && thread.status != Status::withdrawn; }
    /// Holds it, or stands in for whoever does.
    bool is_adviser() const
    {
        const auto& me = work.who.person.login;
        return me && (thread.adviser == me || thread.answerer() == me);
    }
};

Refused not_permitted();
Refused not_now(std::string sentence);
Refused incomplete(std::string field, std::string what);

/// Empty, too long or not UTF-8.
MaybeRefused bad_text(const std::string& text, const char* what);
/// The same, but nothing at all is well.
MaybeRefused bad_optional_text(const std::string& text);

/// None when that person may be brought in by hand: advises, no conflict, let in where it is restricted, and
/// at work unless `absent` says that it does not matter.
enum class Absent { refused, allowed };
MaybeRefused bad_colleague(const Login& login, const Case& c, Absent absent = Absent::refused);

/// Events of one command, the first with the command's id and digest.
class Writing {
public:
    Writing(Record& record, const Work& work, EventId first, std::string digest)
        : record_{record},
          work_{work},
          first_{std::move(first)},
          digest_{std::move(digest)},
          despite_guard_{work.despite_guard}
    {}

    void append(Happening kind, const Details& details);
    Record& record() { return record_; }
    const Work& work() const { return work_; }
    Thread thread() const { return record_.read(work_.now); }

private:
    Record& record_;
    const Work& work_;
    EventId first_;
    std::string digest_;
    std::vector<std::string> despite_guard_;
};

/// Details that are a text alone.
Details only_text(const std::string& text);

/// Offers it to whoever should answer, or puts it before the lead.
void route_on(Record& record, const Login& by, const Work& work);
/// Offers it to whoever stands in for somebody who was asked, and qualifies.
void offer_to_cover(Record& record, const Login& cover, const Login& by, const Work& work);
/// Puts it before the lead of the region, or the one who is named.
void escalate(Record& record, Escalation why, const Login& by, const Work& work);
/// What routing is asked about a thread.
RouteQuestion question_of(const Thread& thread, const Work& work);
/// Offers it to one person that somebody chose.
void offer_to(Writing& writing, const Login& to);

MaybeRefused refusal_of(const Ask& command, const Case& c);
MaybeRefused refusal_of(const Open& command, const Case& c);
MaybeRefused refusal_of(const AcceptOffer& command, const Case& c);
MaybeRefused refusal_of(const DeclineOffer& command, const Case& c);
MaybeRefused refusal_of(const Reply& command, const Case& c);
MaybeRefused refusal_of(const Message& command, const Case& c);
MaybeRefused refusal_of(const AskAgain& command, const Case& c);
MaybeRefused refusal_of(const Note& command, const Case& c);
MaybeRefused refusal_of(const AskMore& command, const Case& c);
MaybeRefused refusal_of(const HandOver& command, const Case& c);
MaybeRefused refusal_of(const SecondOpinion& command, const Case& c);
MaybeRefused refusal_of(const CallAsk& command, const Case& c);
MaybeRefused refusal_of(const CallHeld& command, const Case& c);
MaybeRefused refusal_of(const ActionAdd& command, const Case& c);
MaybeRefused refusal_of(const ActionSettle& command, const Case& c);
MaybeRefused refusal_of(const Minutes& command, const Case& c);
MaybeRefused refusal_of(const ChooseAdvice& command, const Case& c);
MaybeRefused refusal_of(const DecideTakeOver& command, const Case& c);
MaybeRefused refusal_of(const Escalate& command, const Case& c);
MaybeRefused refusal_of(const Assign& command, const Case& c);
MaybeRefused refusal_of(const Withdraw& command, const Case& c);
MaybeRefused refusal_of(const Close& command, const Case& c);
MaybeRefused refusal_of(const Outcome& command, const Case& c);
MaybeRefused refusal_of(const Restrict& command, const Case& c);
MaybeRefused refusal_of(const Redact& command, const Case& c);
MaybeRefused refusal_of(const Hold& command, const Case& c);
MaybeRefused refusal_of(const Export& command, const Case& c);
MaybeRefused refusal_of(const MakeDraft& command, const Case& c);

void write(const Ask& command, Writing& writing);
void write(const Open& command, Writing& writing);
void write(const AcceptOffer& command, Writing& writing);
void write(const DeclineOffer& command, Writing& writing);
void write(const Reply& command, Writing& writing);
void write(const Message& command, Writing& writing);
void write(const AskAgain& command, Writing& writing);
void write(const Note& command, Writing& writing);
void write(const AskMore& command, Writing& writing);
void write(const HandOver& command, Writing& writing);
void write(const SecondOpinion& command, Writing& writing);
void write(const CallAsk& command, Writing& writing);
void write(const CallHeld& command, Writing& writing);
void write(const ActionAdd& command, Writing& writing);
void write(const ActionSettle& command, Writing& writing);
void write(const Minutes& command, Writing& writing);
void write(const ChooseAdvice& command, Writing& writing);
void write(const DecideTakeOver& command, Writing& writing);
void write(const Escalate& command, Writing& writing);
void write(const Assign& command, Writing& writing);
void write(const Withdraw& command, Writing& writing);
void write(const Close& command, Writing& writing);
void write(const Outcome& command, Writing& writing);
void write(const Restrict& command, Writing& writing);
void write(const Redact& command, Writing& writing);
void write(const Hold& command, Writing& writing);
void write(const Export& command, Writing& writing);
void write(const MakeDraft& command, Writing& writing);

} // namespace guidepost::consultation
