// SPDX-License-Identifier: GPL-2.0-or-later
// The window makes its pages and sentences with core/usecases; the terminal prints the same ones.
#include "core/desk/desk.h"
#include "core/people/register.h"
#include "core/usecases/asking.h"
#include "core/usecases/module_contents.h"
#include "core/usecases/preview.h"
#include "core/usecases/programme_pages.h"
#include "core/usecases/reading.h"
#include "core/usecases/sheets.h"
#include "tests/terminal/practice.h"

using namespace guidepost;
using test::has;
using test::Practice;
using test::Terminal;

namespace {

/// The same profile, as the window opens it.
struct Window {
    explicit Window(const Terminal& terminal) : desk{desk::find_places(terminal.profile())} {}

    desk::Desk desk;
    desk::Desk::ThreadSearcher searcher = desk.make_searcher();
};

} // namespace

TEST_CASE("an article is the same page in the window and from the terminal", "[terminal]")
{
    const Terminal terminal;
    const auto html = terminal({"article", "show", "recall", "--format", "html"}).out;
    Window window{terminal};
    auto page = usecases::read_article(window.desk, window.searcher, {ArticleId{"recall"}, ""}, 5);
    REQUIRE(page);
    CHECK(html == pages::article_page(*page, {}));
    CHECK_FALSE(usecases::read_article(window.desk, window.searcher, {ArticleId{"no-such"}, ""}, 5));
}

TEST_CASE("a module's banner, paths and what became of older programmes are the same", "[terminal]")
{
    const Terminal terminal;
    const auto html = terminal({"programme", "transition", "--format", "html"}).out;
    Window window{terminal};
    auto& db = window.desk.connection();
    CHECK(html == pages::transition_page(usecases::read_transitions(window.desk, db), {}));
    for (const auto& module : usecases::all_modules(window.desk.modules())) {
        INFO(module.view.id);
        for (const auto& path : module.paths) {
            const auto page = usecases::read_path(window.desk, db, module.view.id, path.id, "");
            CHECK(terminal({"programme", "path", module.view.id, path.id, "--format", "html"}).out ==
                  pages::path_page(page, {}));
        }
        for (const auto& option : module.plans) {
            const auto sheet =
                usecases::make_sheet(window.desk, db, {.module = module.view.id, .option = option});
            const auto& banner = std::get<pages::PlanPage>(sheet.page).banner;
            const auto text = terminal({"programme", "plan", module.view.id, option}).out;
            CHECK(has(text, banner.substr(0, 40)));
            if (sheet.requirements.empty())
                CHECK(terminal({"programme", "plan", module.view.id, option, "--format", "html"}).out ==
                      usecases::sheet_html(sheet));
        }
    }
}

TEST_CASE("a preview and a refusal are the same sentences in the form and at the terminal", "[terminal]")
{
    const Terminal terminal;
    const Practice practice{terminal};
    std::string text{test::request_yaml};
    text.replace(text.find("decision: Whether he starts on Monday\n"), 38, "");
    const auto file = terminal.dir().write("request.yaml", text);

    Window window{terminal};
    auto& db = window.desk.connection();
    const auto rules = consultation::read_rules(window.desk.places().content);
    const auto everybody = people::Register{db}.everybody();
    const auto now = system_now();
    const auto officer = people::Register{db}.find(Login{"officer-14"});
    REQUIRE(officer);
    const consultation::Work work{
        db, rules, everybody, consultation::reader_of(*officer, everybody, consultation::to_london(now).day),
        now};
    auto request = consultation::parse_request(text);
    auto asks = usecases::module_asks(window.desk.modules(), request);
    const auto preview = usecases::preview({EventId{"e"}, std::move(request), std::move(asks)}, {}, work,
                                           *window.desk.guard_words());
    REQUIRE_FALSE(preview.missing.empty());

    const auto said = practice.as("officer-14", {"route", "explain", "--file", file.string()}).out;
    const auto asked = practice.as("officer-14", {"consult", "ask", "--file", file.string()});
    CHECK(asked.exit_code != 0);
    const auto in_one_line = [](std::string words) { // the terminal wraps
        std::replace(words.begin(), words.end(), '\n', ' ');
        for (auto at = words.find("  "); at != std::string::npos; at = words.find("  "))
            words.erase(at, 1);
        return words;
    };
    CHECK(has(in_one_line(said), in_one_line(preview.to_name)));
    for (const auto& missing : preview.missing) {
        INFO(said << asked.out << asked.err);
        CHECK(has(in_one_line(said), missing.what));
        CHECK(has(in_one_line(asked.out + asked.err), missing.what));
    }
}
