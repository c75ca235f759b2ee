// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/consult_desk.h"

#include "core/consultation/acts/clerk.h"
#include "core/pages/consultation_words.h"
#include "core/people/register.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/signed_in.h"
#include "ui/terminal/text_input.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace guidepost::terminal {

using namespace consultation;

namespace {

constexpr std::size_t largest_text = 256 * 1024;

Errc code_of(Refusal why)
{
    switch (why) {
    case Refusal::not_found:
        return Errc::not_found;
    case Refusal::not_permitted:
    case Refusal::not_now:
        return Errc::refused;
    case Refusal::incomplete:
        return Errc::usage;
    case Refusal::taken:
        return Errc::conflict;
    }
    return Errc::failure;
}

} // namespace

ConsultDesk::ConsultDesk(const Session& session)
    : session_{session},
      desk_{open_stocked_desk(session)},
      rules_{read_rules(desk_->places().content)},
      everybody_{people::Register{desk_->connection()}.everybody()},
      now_{system_now()}
{
    reader_ = reader_of(signed_in(session, *desk_), everybody_, to_london(now_).day);
    if (!desk_->is_read_only())
        pass_on_absences(desk_->connection(), rules_, everybody_, now_, session.stop);
}

std::string ConsultDesk::name_of(const Login& login) const
{
    const auto found = std::find_if(everybody_.begin(), everybody_.end(),
                                    [&](const auto& person) { return person.login == login; });
    return found == everybody_.end() ? login.value() : found->display_name;
}

std::map<Login, std::string> ConsultDesk::names() const
{
    std::map<Login, std::string> names;
    for (const auto& person : everybody_)
        names[person.login] = person.display_name;
    return names;
}

Thread ConsultDesk::read(const ConsultationRef& ref)
{
    if (auto thread = board().read(ref, reader_, now_))
        return *thread;
    throw Error{Errc::not_found, not_found_sentence(ref)};
}

Thread ConsultDesk::read_whole(const ConsultationRef& ref)
{
    if (auto thread = board().read_whole(ref, reader_, now_))
        return *thread;
    throw Error{Errc::not_found, not_found_sentence(ref)};
}

Done ConsultDesk::run(const Command& command, Guard guard)
{
    auto with = work();
    const auto texts = texts_of(command);
    if (std::any_of(texts.begin(), texts.end(), [](const auto& one) { return !one.text.empty(); })) {
        std::vector<std::string> identifiers;
        const auto seen = seen_by_guard(command, *desk_->guard_words(), reader_.today);
        for (const auto& one : seen) {
            if (one.is_identifier)
                identifiers.push_back(seen_words(one));
            else
                session_.out.message("Look again: " + seen_words(one) + ". It is sent as it is.");
        }
        if (!identifiers.empty() && guard == Guard::asked)
            throw Error{Errc::refused,
                        fmt::format("This may say who it is about ({}). Take it out, or say --despite-guard, "
                                    "which is kept. Nothing was sent.",
                                    join(identifiers, "; "))};
        with.despite_guard = identifier_kinds(seen);
    }
    const auto result = consultation::run(command, with);
    if (const auto* refused = std::get_if<Refused>(&result)) {
        auto sentence = refused->sentence;
        for (std::size_t i = 1; i < refused->missing.size(); ++i)
            sentence += " " + refused->missing[i].what;
        throw Error{code_of(refused->why), sentence};
    }
    if (const auto* moved = std::get_if<MovedOn>(&result))
        throw Error{
            Errc::conflict,
            fmt::format("This consultation went on since it was read: {} new. Nothing was sent. Read it "
                        "(consult show) and send again, with --seen {} if it still holds.",
                        moved->arrived.size(), moved->now)};
    return std::get<Done>(result);
}

void pass_on_consultations(const Session& session, desk::Desk& desk)
{
    try {
        pass_on_absences(desk.connection(), read_rules(desk.places().content),
                         people::Register{desk.connection()}.everybody(), system_now(), session.stop);
    } catch (const Error& e) {
        session.out.message(
            fmt::format("Consultations were not passed on yet, the clerk does it: {}", e.what()));
    }
}

std::string seen_words(const SeenByGuard& seen)
{
    return fmt::format("{}, bytes {} to {}: {}", seen.field, seen.start, seen.end, seen.what);
}

ConsultationRef ref_of(const std::string& typed)
{
    if (const auto ref = parse_ref(typed))
        return *ref;
    throw Error{Errc::usage,
                fmt::format("{} is no reference: they look like GP-7K2M9Q.", shortened(typed, 80))};
}

EventId event_of(const std::string& given)
{
    return EventId{given.empty() ? uuid_v7(system_now()) : lower_ascii(given)};
}

std::string read_text(const Session& session, const std::string& file)
{
    if ((file.empty() || file == "-") && isatty(STDIN_FILENO) != 0)
        session.out.message("Write the text; Ctrl-D on an empty line ends it.");
    return text_from(file, largest_text);
}

std::string moment(Timestamp at, Timestamp now)
{
    return pages::moment_words(at, now);
}

Exit say_done(Session& session, const Done& done, const std::string& what)
{
    if (session.json)
        session.out.add_json({{"version", 1},
                              {"ref", done.ref.value()},
                              {"event", done.event.value()},
                              {"was_done_before", done.was_done_before}});
    else
        session.out.add(fmt::format("{}: {}{}\n", done.ref.value(), what,
                                    done.was_done_before ? " (already before)" : ""));
    return Exit::ok;
}

std::shared_ptr<OnThread> add_thread_options(CLI::App& verb, Takes takes)
{
    auto options = std::make_shared<OnThread>();
    verb.add_option("ref", options->ref, "which consultation, e.g. GP-7K2M9Q")->required()->type_name("REF");
    if (takes == Takes::text) {
        verb.add_option("--file", options->file, "where the text stands; stdin otherwise")->type_name("FILE");
        verb.add_flag("--despite-guard", options->despite_guard,
                      "send although the guard sees an identifier; that it did is kept");
    }
    verb.add_option("--event", options->event, "id of the event (UUID): sent again, it is done once")
        ->type_name("ID");
    return options;
}

} // namespace guidepost::terminal
