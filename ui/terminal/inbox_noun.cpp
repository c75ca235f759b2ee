// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/consult_desk.h"

#include <fmt/format.h>

namespace guidepost::terminal {
namespace {

Exit show_inbox(bool only_count, Session& session)
{
    ConsultDesk desk{session};
    auto board = desk.board();
    const auto waiting = board.count_for_me(desk.reader(), desk.now());
    if (only_count && !session.json) {
        session.out.add(fmt::format("{}\n", waiting));
        return Exit::ok;
    }
    Json lists = Json::object();
    std::string text;
    for (const auto kind : consultation::all_lists()) {
        const auto count = board.count(kind, desk.reader(), desk.now());
        lists[std::string{consultation::word_of(kind)}] = count;
        if (count > 0)
            text += fmt::format("  {:<12} {}\n", consultation::word_of(kind), count);
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"waiting", waiting}, {"lists", std::move(lists)}});
    else
        session.out.add(fmt::format("{} wait{} for you.\n{}", waiting, waiting == 1 ? "s" : "", text));
    return Exit::ok;
}

} // namespace

void add_inbox(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("inbox", "How much waits for you; counts, never case text");
    auto only_count = std::make_shared<bool>(false);
    noun->add_flag("--count", *only_count, "the number alone");
    noun->fallthrough();
    explain(*noun, "For a status line or a timer that tells you.\nExample:\n  guidepostctl inbox --count");
    noun->callback([only_count, &action] {
        action = [only_count](Session& session) {
            return show_inbox(*only_count, session);
        };
    });
}

} // namespace guidepost::terminal
