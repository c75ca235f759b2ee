// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/training_import.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;

struct Import {
    std::string file = {};
    bool dry_run = false;
};

Json report_json(const people::TrainingReport& report, bool dry_run)
{
    auto problems = Json::array();
    for (const auto& problem : report.problems)
        problems.push_back({{"line", problem.line}, {"key", problem.key}, {"what", problem.what}});
    return {{"version", 1},
            {"dry_run", dry_run},
            {"added", report.added},
            {"changed", report.changed},
            {"unchanged", report.unchanged},
            {"problems", std::move(problems)}};
}

Exit import_lines(const Import& import, Session& session)
{
    const auto table = people::read_training_csv_file(import.file);
    const auto desk = open_desk(session);
    const auto report =
        people::import_training(desk->connection(), table, signed_in(session, *desk), date_of(system_now()),
                                import.dry_run ? people::ImportMode::dry_run : people::ImportMode::write);
    if (session.json) {
        session.out.add_json(report_json(report, import.dry_run));
    } else {
        for (const auto& problem : report.problems)
            session.out.add(fmt::format("{}:{}: {}{} (this line is left out)\n", clean(import.file),
                                        problem.line, problem.key.empty() ? "" : clean(problem.key) + " ",
                                        clean(problem.what)));
        session.out.add(fmt::format("{} new, {} changed, {} as they were, {} left out.{}\n", report.added,
                                    report.changed, report.unchanged, report.problems.size(),
                                    import.dry_run ? " Nothing was written." : ""));
    }
    return report.problems.empty() ? Exit::ok : Exit::failure;
}

} // namespace

void add_staff_training_import(CLI::App& noun, Action& action)
{
    auto import = std::make_shared<Import>();
    auto* verb = noun.add_subcommand("training-import", "Bring in a table of training and sign-offs, CSV")
                     ->fallthrough();
    verb->add_option("file", import->file, "its form: docs/staff-file.md")->required()->type_name("FILE");
    verb->add_flag("--dry-run", import->dry_run, "say what would be done and do nothing");
    explain(
        *verb,
        "Columns: login, training, step, date; expires, signed_off_by and evidence if there are any.\n"
        "A line that cannot be used, or that skips a rung, is left out and said (exit 1); the others are\n"
        "brought in. The same file again changes nothing, and nothing is taken away.\n"
        "Example:\n  guidepostctl staff training-import training.csv --dry-run");
    verb->callback([import, &action] {
        action = [import](Session& session) {
            return import_lines(*import, session);
        };
    });
}

} // namespace guidepost::terminal
