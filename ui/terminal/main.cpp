// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/core_files.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "ui/terminal/interrupt.h"
#include "ui/terminal/nouns.h"

#include <fmt/format.h>

#include <exception>

namespace guidepost::terminal {
namespace {

Exit exit_of(Errc code)
{
    switch (code) {
    case Errc::usage:
        return Exit::usage;
    case Errc::not_found:
        return Exit::not_found;
    case Errc::refused:
        return Exit::refused;
    case Errc::conflict:
        return Exit::conflict;
    case Errc::storage:
    case Errc::search:
        return Exit::unwell;
    case Errc::cancelled:
        return Exit::interrupted;
    case Errc::failure:
    case Errc::format:
        break;
    }
    return Exit::failure;
}

/// What was understood before a mistake.
struct Understood {
    std::string words; ///< "guidepostctl article"
    const CLI::App* last;
};

Understood understood(const CLI::App& app)
{
    Understood result{app.get_name(), &app};
    while (!result.last->get_subcommands().empty()) {
        result.last = result.last->get_subcommands().front();
        result.words += " " + result.last->get_name();
    }
    return result;
}

std::string mistake(const CLI::App& app, const CLI::ParseError& error)
{
    const auto* last = understood(app).last;
    if (last->get_require_subcommand_min() == 0)
        return error.what();
    std::vector<std::string> names;
    for (const auto* one : last->get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(one->get_name());
    const auto choice = join(names, ", ");
    const auto left = app.remaining(true);
    return left.empty() ? fmt::format("Say what to do: {}.", choice)
                        : fmt::format("There is no {}. There is: {}.", left.front(), choice);
}

/// The one place where an exception becomes a sentence and an exit code.
template <class Work>
Exit guarded(Output& out, const CLI::App& app, Work&& work)
{
    try {
        return work();
    } catch (const CLI::Success&) { // --help, --version
        throw;
    } catch (const CLI::ParseError& e) {
        out.message(fmt::format("guidepostctl: {}", mistake(app, e)));
        out.message(fmt::format("Try: {} --help", understood(app).words));
        return Exit::usage;
    } catch (const Error& e) {
        out.message(fmt::format("guidepostctl: {}", e.what()));
        return exit_of(e.code());
    } catch (const std::exception& e) {
        out.message(fmt::format("guidepostctl: {}", e.what()));
        return Exit::failure;
    }
}

Exit run(int argc, char** argv)
{
    Output out;
    Session session{out};
    Action action;

    CLI::App app{"Guidance for hard cases, from a terminal", "guidepostctl"};
    app.require_subcommand(1);
    app.add_option("--profile", session.profile,
                   "folder of store and index; usually ~/.local/share/guidepost")
        ->type_name("DIR");
    app.add_flag("--practice", session.is_practice,
                 "work on the practice desk: fictional people, made on first use");
    app.add_option("--as", session.as, "whom to act as; on a practice desk only")->type_name("LOGIN");
    app.add_flag("--json", session.json, "the answer as JSON");
    app.set_version_flag("--version", std::string{"guidepostctl "} + GUIDEPOST_VERSION, "name and version");
    add_search(app, action);
    add_article(app, action);
    add_index(app, action);
    add_module(app, action);
    add_consult(app, action);
    add_offer(app, action);
    add_advice(app, action);
    add_inbox(app, action);
    add_clerk(app, action);
    add_draft(app, action);
    add_programme(app, action);
    add_source(app, action);
    add_store(app, action);
    add_staff(app, action);
    add_sign_in(app, action);
    add_guard(app, action);
    add_route(app, action);
    app.footer(
        "Exit: 0 ok, 1 failure, 2 usage, 3 not found, 4 refused, 5 conflict, 6 store or index unwell,\n"
        "130 interrupted. Answers go to stdout, messages to stderr.\n"
        "Examples:\n"
        "  guidepostctl search he says he didnt do it and group starts monday\n"
        "  guidepostctl article show maintaining-innocence#do-now");

    const auto parsed = guarded(out, app, [&] {
        try {
            app.parse(argc, argv);
        } catch (const CLI::CallForHelp&) {
            out.add(app.help());
        } catch (const CLI::CallForVersion& e) {
            out.add(std::string{e.what()} + "\n");
        }
        return Exit::ok;
    });
    if (parsed != Exit::ok)
        return parsed;

    const Interrupt interrupt;
    session.stop = interrupt.token();
    auto result = Exit::ok;
    if (action)
        result = guarded(out, app, [&] { return action(session); });
    // Also what was found before a failure: the report of an import that was stopped.
    const auto flushed = guarded(out, app, [&] {
        out.flush();
        return Exit::ok;
    });
    if (interrupt.happened())
        return Exit::interrupted;
    return result == Exit::ok ? flushed : result;
}

} // namespace
} // namespace guidepost::terminal

int main(int argc, char** argv)
{
    guidepost::switch_off_core_files();
    return static_cast<int>(guidepost::terminal::run(argc, argv));
}
