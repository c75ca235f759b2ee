// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of `staff` that change one thing of one person.
#include "core/people/commands.h"
#include "core/people/staff_import.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "core/values/region.h"
#include "ui/terminal/consult_desk.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>

#include <memory>

namespace guidepost::terminal {
namespace {

constexpr std::size_t longest_evidence_file = 64 * 1024;

Date date_said(const std::string& text, Date otherwise)
{
    if (text.empty())
        return otherwise;
    const auto date = parse_date(text);
    if (!date)
        throw Error{Errc::usage,
                    fmt::format("{} is no date. Write it like 2026-11-30.", shortened(text, 40))};
    return *date;
}

/// `make` turns who acts into the command that is run.
template <class Make>
Exit run_as(Session& session, const std::string& done, Make&& make)
{
    const auto desk = open_desk(session);
    const auto by = signed_in(session, *desk);
    people::run(desk->connection(), make(by, *desk), by);
    session.out.message(done);
    pass_on_consultations(session, *desk);
    return Exit::ok;
}

Login login_or_self(const std::string& said, const people::Staff& self)
{
    return said.empty() ? self.login : Login{said};
}

struct Away {
    std::string login = {};
    std::string first = {};
    std::string last = {};
    std::string cover = {};
    bool is_back = false;
};

Exit put_away(const Away& wanted, Session& session)
{
    const auto today = date_of(system_now());
    const auto first = date_said(wanted.first, today);
    if (wanted.is_back)
        return run_as(session, "Back at work; the cover is handed back.",
                      [&](const auto& self, auto&) -> people::Command {
                          return people::ComeBack{login_or_self(wanted.login, self), first};
                      });
    if (wanted.last.empty())
        throw Error{Errc::usage, "Say the last day away with --to DATE, or --back."};
    const people::Away away{first, date_said(wanted.last, today), Login{wanted.cover}};
    return run_as(session,
                  wanted.cover.empty() ? "Entered, without a cover: questions go by the usual way."
                                       : "Entered.",
                  [&](const auto& self, auto&) -> people::Command {
                      return people::PutAway{login_or_self(wanted.login, self), away};
                  });
}

struct Skill {
    std::string login = {};
    std::string specialism = {};
    std::string level = {};
    std::string expires = {};
    std::string evidence_file = {};
    bool is_removed = false;
};

Exit put_skill(const Skill& wanted, Session& session)
{
    const Login login{wanted.login};
    if (wanted.is_removed)
        return run_as(session, "Removed. The record of it stays.",
                      [&](const auto&, auto&) -> people::Command {
                          return people::RemoveSkill{login, wanted.specialism};
                      });
    const auto level = people::parse_level(wanted.level);
    if (!level)
        throw Error{Errc::usage, "Say the level: developing, qualified or senior, or --remove."};
    people::Skill skill{.specialism = wanted.specialism, .level = *level};
    if (!wanted.expires.empty())
        skill.expires = date_said(wanted.expires, {});
    if (!wanted.evidence_file.empty())
        skill.evidence = std::string{trimmed(read_file(wanted.evidence_file, longest_evidence_file))};
    return run_as(session, "Entered.", [&](const auto&, auto&) -> people::Command {
        return people::PutSkill{login, skill};
    });
}

Exit mark_left(const std::string& login, bool is_active, Session& session)
{
    return run_as(session,
                  is_active ? "Marked as working here." : "Marked as having left. History keeps the name.",
                  [&](const auto&, auto& desk) -> people::Command {
                      const auto person = people::Register{desk.connection()}.find(Login{login});
                      if (!person)
                          throw Error{Errc::not_found, "There is nobody of that login in the register."};
                      auto changed = *person;
                      changed.is_active = is_active;
                      return people::PutStaff{changed, person};
                  });
}

struct Edit {
    std::string login = {};
    std::vector<std::string> words = {};
};

Exit edit(const Edit& wanted, Session& session)
{
    const auto file = people::read_staff_words(Login{wanted.login}, wanted.words);
    const auto desk = open_desk(session);
    const auto by = signed_in(session, *desk);
    // The rest of the record is read where it is written, so two people editing it lose nothing.
    const auto mode = file.problems.empty() ? people::ImportMode::write : people::ImportMode::dry_run;
    const auto report = people::import_staff(desk->connection(), file, by, mode);
    if (!report.problems.empty()) {
        const auto& problem = report.problems.front();
        throw Error{problem.errc,
                    fmt::format("{}{}{}", problem.key, problem.key.empty() ? "" : " ", problem.what)};
    }
    pass_on_consultations(session, *desk);
    session.out.message(!report.added.empty()     ? "New in the register."
                        : !report.changed.empty() ? "Entered."
                                                  : "It was so already.");
    return Exit::ok;
}

std::string region_said(const std::string& said)
{
    const auto region = find_region(said);
    return region ? std::string{region->name} : said; // the check says what is wrong
}

CLI::App* verb_of(CLI::App& noun, const char* name, const char* what)
{
    return noun.add_subcommand(name, what)->fallthrough();
}

void add_away(CLI::App& noun, Action& action)
{
    auto wanted = std::make_shared<Away>();
    auto* verb = verb_of(noun, "away", "Enter or end a time away");
    verb->add_option("login", wanted->login, "whose; yours when nobody is named")->type_name("LOGIN");
    verb->add_option("--from", wanted->first, "first day; today unless said")->type_name("DATE");
    verb->add_option("--to", wanted->last, "last day")->type_name("DATE");
    verb->add_option("--cover", wanted->cover, "who stands in")->type_name("LOGIN");
    verb->add_flag("--back", wanted->is_back, "back at work, today or on the day --from says");
    explain(*verb, "Examples:\n  guidepostctl staff away --to 2026-11-30 --cover specialist-15\n"
                   "  guidepostctl staff away --back");
    verb->callback([wanted, &action] {
        action = [wanted](Session& session) {
            return put_away(*wanted, session);
        };
    });
}

void add_skill(CLI::App& noun, Action& action)
{
    auto wanted = std::make_shared<Skill>();
    auto* verb = verb_of(noun, "skill", "Enter, change or remove a specialism");
    verb->add_option("login", wanted->login, "whose")->required()->type_name("LOGIN");
    verb->add_option("specialism", wanted->specialism, "such as sexual-offending")
        ->required()
        ->type_name("SPECIALISM");
    verb->add_option("level", wanted->level, "developing, qualified or senior")->type_name("LEVEL");
    verb->add_option("--expires", wanted->expires, "the last day on which it counts")->type_name("DATE");
    verb->add_option("--evidence", wanted->evidence_file,
                     "a file with what it rests on; /dev/stdin to pipe it")
        ->type_name("FILE");
    verb->add_flag("--remove", wanted->is_removed, "it is no longer held");
    explain(*verb, "Leads of the region and administrators; nobody their own.\n"
                   "Example:\n  guidepostctl staff skill specialist-14 women qualified --expires 2027-06-30");
    verb->callback([wanted, &action] {
        action = [wanted](Session& session) {
            return put_skill(*wanted, session);
        };
    });
}

void add_edit(CLI::App& noun, Action& action)
{
    auto wanted = std::make_shared<Edit>();
    auto* verb = verb_of(noun, "edit", "Change a record, or enter somebody new");
    verb->add_option("login", wanted->login, "whose")->required()->type_name("LOGIN");
    verb->add_option("words", wanted->words, "keys and values as in a CSV list of staff")
        ->required()
        ->type_name("KEY=VALUE...");
    explain(*verb,
            "Keys: name roles band qualifications region pdu weekly_minutes pattern skills away conflicts\n"
            "active. Lists are parted by semicolons; docs/staff-file.md.\n"
            "Example:\n  guidepostctl staff edit officer-14 band=4 \"conflicts=specialist-3;specialist-4\"");
    verb->callback([wanted, &action] {
        action = [wanted](Session& session) {
            return edit(*wanted, session);
        };
    });
}

void add_contacts(CLI::App& noun, Action& action)
{
    const auto contact = std::make_shared<people::Contact>();
    for (const bool is_removed : {false, true}) {
        auto* verb = verb_of(noun, is_removed ? "contact-remove" : "contact-put",
                             is_removed ? "Take away somebody to call" : "Enter or change somebody to call");
        verb->add_option("region", contact->region, "by name or code")->required()->type_name("REGION");
        verb->add_option("whom", contact->whom, "a role, never a name")->required()->type_name("WHOM");
        verb->add_option("--pdu", contact->pdu, "of this PDU; of the whole region unless said")
            ->type_name("PDU");
        if (!is_removed) {
            verb->add_option("phone", contact->phone, "number, or another way")
                ->required()
                ->type_name("PHONE");
            verb->add_option("--when", contact->when, "when it is answered")->type_name("TIMES");
            verb->add_option("--note", contact->note, "what else to know")->type_name("NOTE");
        }
        explain(*verb, std::string{"Example:\n  guidepostctl staff "} +
                           (is_removed ? "contact-remove N51 \"duty senior probation officer\""
                                       : "contact-put N51 \"duty senior probation officer\" \"NUMBER\" "
                                         "--when \"Mon-Fri 09:00-17:00\""));
        verb->callback([contact, is_removed, &action] {
            action = [contact, is_removed](Session& session) {
                contact->region = region_said(contact->region);
                return run_as(
                    session, is_removed ? "Removed." : "Entered.",
                    [&](const auto&, auto&) -> people::Command {
                        if (is_removed)
                            return people::RemoveContact{contact->region, contact->pdu, contact->whom};
                        return people::PutContact{*contact};
                    });
            };
        });
    }
}

void add_one_login(CLI::App& noun, Action& action, const char* name, const char* what, const char* more,
                   bool is_required, Exit (*run)(const std::string&, Session&))
{
    auto login = std::make_shared<std::string>();
    auto* verb = verb_of(noun, name, what);
    auto* option = verb->add_option("login", *login, "as staff list says it")->type_name("LOGIN");
    option->required(is_required);
    explain(*verb, more);
    verb->callback([login, run, &action] {
        action = [login, run](Session& session) {
            return run(*login, session);
        };
    });
}

} // namespace

void add_staff_edits(CLI::App& noun, Action& action)
{
    add_away(noun, action);
    add_skill(noun, action);
    add_edit(noun, action);
    add_contacts(noun, action);
    add_one_login(
        noun, action, "left", "Mark somebody as having left",
        "Their name stays in history; they cannot sign in.\nExample:\n  guidepostctl staff left officer-3",
        true, [](const std::string& login, Session& session) { return mark_left(login, false, session); });
    add_one_login(noun, action, "returned", "Mark somebody as working here again",
                  "Example:\n  guidepostctl staff returned officer-3", true,
                  [](const std::string& login, Session& session) { return mark_left(login, true, session); });
}

} // namespace guidepost::terminal
