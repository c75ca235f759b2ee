// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/module_state_page.h"
#include "tests/core/pages/page_example.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::programme;
using namespace guidepost::test;

namespace {

pages::ModuleStatePage a_page()
{
    pages::ModuleStatePage page;
    page.view.id = "steps";
    page.view.manifest.id = "steps";
    page.view.manifest.name = "Steps";
    page.view.manifest.version = "2.1.0";
    page.view.manifest.summary = "Up & <b>down</b>.";
    page.view.manifest.code_file = "libsteps.so";
    page.view.manifest.approved_by = "The panel";
    page.view.manifest.approved_on = parse_date("2026-03-01");
    page.view.manifest.valid_from = parse_date("2026-04-01");
    page.parts = {.articles = 8, .offers = 1, .paths = 2};
    return page;
}

} // namespace

TEST_CASE("the page of a module says what it is, what it brings and that its code has yet to run", "[pages]")
{
    const auto html = pages::module_state_page(a_page(), {});
    CHECK(holds(html, "<h1>Steps</h1>"));
    CHECK(holds(html, "2.1.0"));
    CHECK(holds(html, "Came with Guidepost"));
    CHECK(holds(html, "From 1 April 2026; no last day is known"));
    CHECK(holds(html, "The panel, 1 March 2026"));
    CHECK(holds(html, "8 articles, 1 offer with its rules, 2 branching paths"));
    CHECK(holds(html, "Up &amp; &lt;b&gt;down&lt;/b&gt;."));
    CHECK(holds(html, "Verify runs it."));
    CHECK_FALSE(holds(html, "class=\"warning\""));
}

TEST_CASE("the page of a module says in plain words what it can be asked and what holds it", "[pages]")
{
    auto page = a_page();
    page.view.capabilities = {"guidepost.suitability/1", "guidepost.group/1", "com.example.<other>/1"};
    page.view.enforced = {.files = true, .network = true, .processes = true, .why = "Limits are off here."};
    const auto html = pages::module_state_page(page, {});
    CHECK(holds(html, "Says what suits a case"));
    CHECK(holds(html, "together in a group"));
    CHECK(holds(html, "com.example.&lt;other&gt;/1: this Guidepost does not ask for it."));
    CHECK(holds(html, "It reads its own folder and nothing else"));
    CHECK(holds(html, "<strong>NOT closed off on this computer</strong>")); // memory
    CHECK(holds(html, "Limits are off here."));

    page.view.manifest.code_file.clear();
    CHECK(holds(pages::module_state_page(page, {}), "It has no code"));
}

TEST_CASE("trouble stands first, with its reason and what can be done", "[pages]")
{
    auto page = a_page();
    page.view.state = ModuleState::stopped;
    page.view.reason = "Steps was stopped: it took longer than 2 seconds.";
    page.view.failures = 1;
    auto html = pages::module_state_page(page, {});
    CHECK(holds(html, "<strong>Stopped.</strong> Steps was stopped"));
    CHECK(holds(html, "started again when it is next needed"));
    page.view.failures = ModuleLink::failures_until_off;
    CHECK(holds(pages::module_state_page(page, {}), "press Try again when it was mended"));

    page.view.state = ModuleState::refused;
    page.view.manifest = {};
    page.view.reason = "The module in steps cannot be read: <line 1>";
    page.parts = {};
    html = pages::module_state_page(page, {});
    CHECK(holds(html, "<h1>steps</h1>"));
    CHECK(holds(html, "&lt;line 1&gt;"));
    CHECK_FALSE(holds(html, "What holds its code"));
    page.view.trust = Trust::unsigned_;
    CHECK(holds(pages::module_state_page(page, {}), "Remove it, and install a pack"));

    for (const auto state : {ModuleState::disabled, ModuleState::not_yet_valid, ModuleState::retired}) {
        page.view.state = state;
        CHECK_FALSE(pages::state_advice(page.view).empty());
    }
}

TEST_CASE("what a module brings is counted, and a file that is broken is named", "[pages]")
{
    const TempDir dir;
    dir.write("module.yaml", "id: steps\nname: Steps\nversion: 1.0.0\napi: 1\n");
    CHECK(count_parts(dir.path()).articles == 0);
    dir.write("guidance/pack.yaml", "id: steps\n");
    dir.write("guidance/one.md", "x");
    dir.write("guidance/two.md", "x");
    CHECK(count_parts(dir.path()).articles == 2);
    CHECK(count_parts(dir.path()).problem.empty());
    dir.write("transition.yaml", "entries: [");
    CHECK(holds(count_parts(dir.path()).problem, "transition.yaml"));
    CHECK(count_parts("/nowhere").articles == 0);
}
