// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of `staff` about the register of training and delivery.
#include "core/people/commands.h"
#include "core/people/competence_register.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;
using people::Competence;
using people::Relation;
using people::Staff;

constexpr std::size_t largest_text_file = 64 * 1024;

Date date_said(const std::string& text)
{
    const auto date = parse_date(text);
    if (!date)
        throw Error{Errc::usage,
                    fmt::format("{} is no date. Write it like 2026-11-30.", shortened(text, 40))};
    return *date;
}

std::optional<Rung> step_said(const std::string& word)
{
    const auto step = people::parse_step(word);
    if (!step)
        throw Error{Errc::usage, "A step is trained, observe, co-deliver, deliver-observed or deliver."};
    return *step;
}

Staff known(desk::Desk& desk, const Login& login)
{
    const auto person = people::Register{desk.connection()}.find(login);
    if (!person)
        throw Error{Errc::not_found,
                    fmt::format("There is nobody called {} in the register.", shortened(login.value(), 80))};
    return *person;
}

/// Why somebody is excepted is for that person and for those who edit the record.
bool sees_reasons(const Staff& by, const Staff& of)
{
    const auto relation = people::relation_to(by, of);
    return relation == Relation::self || people::may(by.roles, people::Action::edit_skills, relation);
}

std::string line_of(const Competence& one, Date today, bool with_reason)
{
    auto line =
        fmt::format("{}: {}, {}, signed off by {}", clean(one.training), people::word_of_step(one.rung),
                    format_date_long(one.date), clean(one.signed_off_by.value()));
    if (one.expires)
        line += fmt::format(", {} {}", today <= *one.expires ? "until" : "RAN OUT on",
                            format_date_long(*one.expires));
    if (one.exception)
        line += fmt::format(", EXCEPTION by {}{}", clean(one.exception->by.value()),
                            with_reason ? ": " + clean(one.exception->reason) : "");
    return line + "\n";
}

Json json_of(const Competence& one, bool with_reason)
{
    auto shown = one;
    if (shown.exception && !with_reason)
        shown.exception->reason.clear();
    return Json(people::to_json(shown));
}

Exit show(const std::string& said, Session& session)
{
    const auto desk = open_desk(session);
    const auto by = signed_in(session, *desk);
    const auto person = known(*desk, said.empty() ? by.login : Login{said});
    if (!people::may(by.roles, people::Action::read_staff, people::relation_to(by, person)))
        throw Error{Errc::refused, "The register is read by those who work here."};
    const auto today = date_of(system_now());
    const auto with_reason = sees_reasons(by, person);
    const auto held = people::competences_of(desk->connection(), person.login);
    auto listed = Json::array();
    for (const auto& one : held)
        if (session.json)
            listed.push_back(json_of(one, with_reason));
        else
            session.out.add(line_of(one, today, with_reason));
    if (session.json)
        session.out.add_json(
            {{"version", 1}, {"login", person.login.value()}, {"training", std::move(listed)}});
    else if (held.empty())
        session.out.message("Nothing is entered for this person.");
    return Exit::ok;
}

Exit show_exceptions(Session& session)
{
    const auto desk = open_desk(session);
    const auto by = signed_in(session, *desk);
    if (!people::has_role(by, people::Role::lead) && !people::has_role(by, people::Role::administrator))
        throw Error{Errc::refused,
                    "Exceptions are seen by leads and administrators; your own: staff training."};
    const auto today = date_of(system_now());
    auto listed = Json::array();
    for (const auto& one : people::exceptions_on(desk->connection(), today)) {
        const auto person = people::Register{desk->connection()}.find(one.of);
        if (!person || !sees_reasons(by, *person))
            continue;
        listed.push_back(json_of(one, true));
        if (!session.json)
            session.out.add(clean(one.of.value()) + "  " + line_of(one, today, true));
    }
    if (!session.json && listed.empty())
        session.out.message("Nobody delivers by exception today.");
    if (session.json)
        session.out.add_json({{"version", 1}, {"exceptions", std::move(listed)}});
    return Exit::ok;
}

struct Put {
    std::string login = {};
    std::string training = {};
    std::string step = {};
    std::string date = {};
    std::string expires = {};
    std::string signed_off_by = {};
    std::string evidence_file = {};
    std::string exception_file = {};
};

Exit put(const Put& wanted, Session& session)
{
    const auto today = date_of(system_now());
    Competence one{.of = Login{wanted.login},
                   .training = wanted.training,
                   .rung = step_said(wanted.step),
                   .date = wanted.date.empty() ? today : date_said(wanted.date)};
    if (one.date > today)
        throw Error{Errc::usage, "What has not been done yet is not entered: --date lies ahead."};
    if (!wanted.expires.empty())
        one.expires = date_said(wanted.expires);
    if (!wanted.evidence_file.empty())
        one.evidence = std::string{trimmed(read_file(wanted.evidence_file, largest_text_file))};
    const auto desk = open_desk(session);
    const auto by = signed_in(session, *desk);
    one.signed_off_by = wanted.signed_off_by.empty() ? by.login : Login{wanted.signed_off_by};
    if (!wanted.exception_file.empty())
        one.exception = people::Exception{
            by.login, std::string{trimmed(read_file(wanted.exception_file, largest_text_file))}};
    people::run(desk->connection(), people::PutCompetence{one}, by);
    session.out.message(one.exception ? "Entered as an exception, which leads see." : "Entered.");
    return Exit::ok;
}

Exit remove(const Put& wanted, Session& session)
{
    const auto step = step_said(wanted.step);
    const auto desk = open_desk(session);
    const auto by = signed_in(session, *desk);
    people::run(desk->connection(), people::RemoveCompetence{Login{wanted.login}, wanted.training, step}, by);
    session.out.message("Removed. The record of it stays.");
    return Exit::ok;
}

void name_the_line(CLI::App& verb, Put& wanted)
{
    verb.add_option("login", wanted.login, "whose")->required()->type_name("LOGIN");
    verb.add_option("training", wanted.training, "as modules name it")->required()->type_name("TRAINING");
    verb.add_option("step", wanted.step, "trained, observe, co-deliver, deliver-observed or deliver")
        ->required()
        ->type_name("STEP");
}

} // namespace

void add_staff_training(CLI::App& noun, Action& action)
{
    auto login = std::make_shared<std::string>();
    auto* show_verb =
        noun.add_subcommand("training", "What somebody is trained in and may deliver")->fallthrough();
    show_verb->add_option("login", *login, "yours when nobody is named")->type_name("LOGIN");
    explain(*show_verb, "Example:\n  guidepostctl staff training specialist-14");
    show_verb->callback([login, &action] {
        action = [login](Session& session) {
            return show(*login, session);
        };
    });

    auto* exceptions =
        noun.add_subcommand("exceptions", "Who delivers by a lead's exception today")->fallthrough();
    explain(*exceptions, "Leads see those of their region, administrators all.\n"
                         "Example:\n  guidepostctl staff exceptions");
    exceptions->callback([&action] { action = show_exceptions; });

    auto wanted = std::make_shared<Put>();
    auto* put_verb =
        noun.add_subcommand("training-put", "Sign off a training or a rung of the ladder")->fallthrough();
    name_the_line(*put_verb, *wanted);
    put_verb->add_option("--date", wanted->date, "when it was done or seen; today unless said")
        ->type_name("DATE");
    put_verb->add_option("--expires", wanted->expires, "the last day on which it counts")->type_name("DATE");
    put_verb->add_option("--signed-off-by", wanted->signed_off_by, "you unless said")->type_name("LOGIN");
    put_verb
        ->add_option("--evidence", wanted->evidence_file, "a file with what was seen; /dev/stdin to pipe it")
        ->type_name("FILE");
    put_verb
        ->add_option("--exception", wanted->exception_file,
                     "a file with the reason: skips rungs until --expires, 92 days at most; leads only")
        ->type_name("FILE");
    explain(*put_verb,
            "Observe, co-deliver, deliver-observed, deliver: no rung is skipped without an exception.\n"
            "Leads of the region and administrators; nobody their own.\n"
            "Example:\n  guidepostctl staff training-put specialist-14 three-way-review observe");
    put_verb->callback([wanted, &action] {
        action = [wanted](Session& session) {
            return put(*wanted, session);
        };
    });

    auto gone = std::make_shared<Put>();
    auto* remove_verb = noun.add_subcommand("training-remove", "Take back a sign-off")->fallthrough();
    name_the_line(*remove_verb, *gone);
    explain(*remove_verb,
            "Example:\n  guidepostctl staff training-remove specialist-14 three-way-review observe");
    remove_verb->callback([gone, &action] {
        action = [gone](Session& session) {
            return remove(*gone, session);
        };
    });
}

} // namespace guidepost::terminal
