// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/staff_import.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "ui/terminal/consult_desk.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;
using people::ImportMode;

struct Import {
    std::string file = {};
    bool dry_run = false;
};

Json names(const std::vector<Login>& logins)
{
    auto all = Json::array();
    for (const auto& login : logins)
        all.push_back(login.value());
    return all;
}

Json report_json(const people::ImportReport& report, bool dry_run)
{
    auto problems = Json::array();
    for (const auto& problem : report.problems)
        problems.push_back({{"line", problem.line},
                            {"key", problem.key},
                            {"what", problem.what},
                            {"is_left_out", problem.is_left_out}});
    return {{"version", 1},
            {"dry_run", dry_run},
            {"added", names(report.added)},
            {"changed", names(report.changed)},
            {"unchanged", report.unchanged.size()},
            {"problems", std::move(problems)},
            {"gone", names(report.gone)}};
}

std::string list_of(const std::vector<Login>& logins)
{
    std::vector<std::string> words;
    for (const auto& login : logins)
        words.push_back(clean(login.value()));
    return join(words, ", ");
}

std::string report_text(const people::ImportReport& report, const Import& import)
{
    std::string text;
    for (const auto& problem : report.problems)
        text += fmt::format("{}:{}: {}{}{}\n", clean(import.file), problem.line,
                            problem.key.empty() ? "" : clean(problem.key) + " ", clean(problem.what),
                            problem.is_left_out ? " (this entry is left out)" : " (left out)");
    if (!report.added.empty())
        text += fmt::format("New: {}\n", list_of(report.added));
    if (!report.changed.empty())
        text += fmt::format("Changed: {}\n", list_of(report.changed));
    if (!report.gone.empty())
        text += fmt::format("In the register and not in the file, left as they are: {}\n"
                            "Who has left is marked with: guidepostctl staff left LOGIN\n",
                            list_of(report.gone));
    const auto left_out = std::count_if(report.problems.begin(), report.problems.end(),
                                        [](const auto& problem) { return problem.is_left_out; });
    return text + fmt::format("{} new, {} changed, {} as they were, {} left out.{}\n", report.added.size(),
                              report.changed.size(), report.unchanged.size(), left_out,
                              import.dry_run ? " Nothing was written." : "");
}

Exit import_staff(const Import& import, Session& session)
{
    const auto file = people::read_staff_file(import.file);
    const auto desk = open_desk(session);
    const auto by = signed_in(session, *desk);
    const auto report = people::import_staff(desk->connection(), file, by,
                                             import.dry_run ? ImportMode::dry_run : ImportMode::write);
    if (!import.dry_run)
        pass_on_consultations(session, *desk);
    if (session.json)
        session.out.add_json(report_json(report, import.dry_run));
    else
        session.out.add(report_text(report, import));
    if (!report.has_administrator)
        session.out.message("Nobody in the register is an administrator: back-ups and other leads' records "
                            "are theirs to look after.");
    const auto is_left_out = [](const auto& problem) {
        return problem.is_left_out;
    };
    return std::any_of(report.problems.begin(), report.problems.end(), is_left_out) ? Exit::failure
                                                                                    : Exit::ok;
}

} // namespace

void add_staff_import(CLI::App& noun, Action& action)
{
    auto import = std::make_shared<Import>();
    auto* verb = noun.add_subcommand("import", "Bring in a list of staff, YAML or CSV")->fallthrough();
    verb->add_option("file", import->file, "its form: docs/staff-file.md")->required()->type_name("FILE");
    verb->add_flag("--dry-run", import->dry_run, "say what would be done and do nothing");
    explain(*verb,
            "A line that cannot be used is left out and said (exit 1); the others are brought in. The\n"
            "same file again changes nothing. Nobody is removed for not being in it.\n"
            "Example:\n  guidepostctl staff import staff.csv --dry-run");
    verb->callback([import, &action] {
        action = [import](Session& session) {
            return import_staff(*import, session);
        };
    });
}

} // namespace guidepost::terminal
