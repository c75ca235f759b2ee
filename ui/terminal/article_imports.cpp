// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of `article` for what people bring in and take out.
#include "core/desk/imports.h"
#include "core/people/sign_in.h"
#include "core/text/error.h"
#include "core/text/wrap.h"
#include "ui/terminal/import_report.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/progress_line.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;

struct Import {
    std::string folder = {};
    bool dry_run = false;
    bool wants_all = false;
};

Exit import_articles(const Import& import, Session& session)
{
    const auto desk = import.dry_run ? open_desk(session) : open_stocked_desk(session);
    std::optional<people::Staff> by;
    if (!import.dry_run)
        by = signed_in(session, *desk);
    guidance::ImportOptions options;
    options.dry_run = import.dry_run;
    options.stop = session.stop;
    guidance::ImportReport report;
    {
        ProgressLine progress{import.dry_run ? "Looking at files" : "Importing files"};
        options.on_progress = progress.callback();
        report = desk::import_folder(*desk, desk->connection(), import.folder, by, options);
    }
    if (session.json)
        session.out.add_json(import_json(report, import.dry_run));
    else
        session.out.add(import_text(report, import.dry_run,
                                    import.wants_all ? Detail::all : Detail::first_few, session.out));
    if (report.stopped)
        throw Error{Errc::cancelled,
                    "Stopped. What was stored until then stays; import the folder again to go on."};
    if (!import.dry_run && catch_up(session, *desk) == search::Caught::busy)
        session.out.message("Another program is indexing; the next search makes the new articles findable.");
    return Exit::ok;
}

Exit list_imports(Session& session)
{
    const auto desk = open_desk(session);
    const auto imports = desk::list_imports(desk->connection());
    auto list = Json::array();
    for (const auto& imported : imports) {
        if (session.json)
            list.push_back({{"source", imported.source.id.value()},
                            {"title", imported.source.title},
                            {"articles", imported.articles},
                            {"is_out", imported.is_out}});
        else
            session.out.add(fmt::format("{}  {}  {}\n", clean(imported.source.id.value()),
                                        clean(imported.source.title),
                                        imported.is_out ? std::string{"(taken out)"}
                                                        : fmt::format("{} article{}", imported.articles,
                                                                      imported.articles == 1 ? "" : "s")));
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"imports", std::move(list)}});
    else if (imports.empty())
        session.out.message("Nothing was brought in here. To do so: guidepostctl article import DIR");
    return Exit::ok;
}

Exit done(Session& session, const desk::Desk& desk, const char* key, const std::string& source,
          std::size_t count, const std::string& words)
{
    if (session.json)
        session.out.add_json({{"version", 1}, {"source", source}, {key, count}});
    else
        session.out.message(words);
    catch_up(session, desk);
    return Exit::ok;
}

std::string counted(std::size_t count)
{
    return count == 1 ? "1 article" : fmt::format("{} articles", count);
}

struct Remove {
    std::string source = {};
    std::string reason = {};
};

Exit remove_import(const Remove& wanted, Session& session)
{
    const auto desk = open_stocked_desk(session);
    const auto by = signed_in(session, *desk);
    const auto count = desk::remove_import(desk->connection(), SourceId{wanted.source}, by, wanted.reason);
    return done(session, *desk, "removed", wanted.source, count,
                fmt::format("{} of {} taken out. To bring back: guidepostctl article restore --source {}",
                            counted(count), clean(wanted.source), clean(wanted.source)));
}

Exit restore_import(const std::string& source, Session& session)
{
    const auto desk = open_stocked_desk(session);
    const auto by = signed_in(session, *desk);
    const auto count = desk::restore_import(desk->connection(), SourceId{source}, by);
    return done(session, *desk, "restored", source, count,
                fmt::format("{} of {} brought back, marked \"not reviewed\" as before.", counted(count),
                            clean(source)));
}

} // namespace

void add_article_imports(CLI::App& noun, Action& action)
{
    auto import = std::make_shared<Import>();
    auto* import_verb = noun.add_subcommand("import", "Bring in a folder of Markdown")->fallthrough();
    import_verb->add_option("folder", import->folder, "a pack (it has a pack.yaml) or any folder")
        ->required()
        ->type_name("DIR");
    import_verb->add_flag("--dry-run", import->dry_run, "say what would be done and do nothing");
    import_verb->add_flag("--all", import->wants_all, "name every file, not the first twenty of each list");
    explain(
        *import_verb,
        "By specialists, trainers, leads and administrators who are signed in. The texts are searchable,\n"
        "marked \"not reviewed\" and ranked below guidance, also those of a pack: guidance comes with the\n"
        "program and with modules. A pack in which article check finds errors is refused (exit 4).\n"
        "Importing again brings in what changed. Ctrl-C keeps what was stored (exit 130).\n"
        "Example:\n  guidepostctl article import ~/team-notes --dry-run");
    import_verb->callback([import, &action] {
        action = [import](Session& session) {
            return import_articles(*import, session);
        };
    });

    auto* list = noun.add_subcommand("imports", "What was brought in: id, title, articles")->fallthrough();
    explain(*list, "Example:\n  guidepostctl article imports");
    list->callback([&action] { action = list_imports; });

    auto wanted = std::make_shared<Remove>();
    auto* remove = noun.add_subcommand("remove", "Take out what was brought in")->fallthrough();
    remove->add_option("--source", wanted->source, "as article imports names it")
        ->required()
        ->type_name("ID");
    remove->add_option("--reason", wanted->reason, "why; whoever looks for it later reads that")
        ->required()
        ->type_name("TEXT");
    explain(*remove,
            "By those who may import. Recorded with who, when and why; nothing is lost. What came with the\n"
            "program or a module is not taken out so (exit 4).\n"
            "Example:\n  guidepostctl article remove --source team-notes --reason \"out of date since May\"");
    remove->callback([wanted, &action] {
        action = [wanted](Session& session) {
            return remove_import(*wanted, session);
        };
    });

    auto source = std::make_shared<std::string>();
    auto* restore = noun.add_subcommand("restore", "Bring back what was taken out")->fallthrough();
    restore->add_option("--source", *source, "as article imports names it")->required()->type_name("ID");
    explain(*restore, "Example:\n  guidepostctl article restore --source team-notes");
    restore->callback([source, &action] {
        action = [source](Session& session) {
            return restore_import(*source, session);
        };
    });
}

} // namespace guidepost::terminal
