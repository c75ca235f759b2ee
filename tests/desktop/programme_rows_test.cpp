// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/programmes/programme_rows.h"

using namespace guidepost;
using namespace guidepost::desktop;
using programme::ModuleState;

namespace {

ModuleItem item(ModuleState state = ModuleState::ready)
{
    ModuleItem one;
    one.view.id = "one";
    one.view.state = state;
    one.view.manifest.name = "One <& two>";
    one.view.manifest.version = "1.2.0";
    return one;
}

std::string markup(const ModuleItem& one)
{
    return module_markup(one, result_colours(Background::light));
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a module that is well says its name, kind and version and no more", "[desktop]")
{
    const auto text = markup(item());
    CHECK(has(text, "<b>One &lt;&amp; two&gt;</b>"));
    CHECK(has(text, "Programme"));
    CHECK(has(text, "1.2.0"));
    CHECK(module_marks(item().view).empty());
}

TEST_CASE("toolkits are counted", "[desktop]")
{
    auto one = item();
    one.view.manifest.kind = "toolkits";
    one.items.resize(11);
    CHECK(has(markup(one), "Toolkits: 11"));
}

TEST_CASE("each state but ready is said with its reason", "[desktop]")
{
    const std::pair<ModuleState, const char*> states[]{{ModuleState::disabled, "Switched off"},
                                                       {ModuleState::stopped, "Stopped"},
                                                       {ModuleState::refused, "Refused"},
                                                       {ModuleState::not_yet_valid, "Not yet valid"},
                                                       {ModuleState::retired, "Retired"}};
    for (const auto& [state, words] : states) {
        auto one = item(state);
        one.view.reason = "It ended <by itself>.";
        CHECK(module_marks(one.view).front() == words);
        CHECK(has(markup(one), "It ended &lt;by itself&gt;."));
    }
}

TEST_CASE("what is closing, closed or only to be read says so after its state", "[desktop]")
{
    auto one = item(ModuleState::stopped);
    one.view.manifest.status = "closing";
    one.view.manifest.is_read_only = true;
    CHECK(module_marks(one.view) == std::vector<std::string>{"Stopped", "Closing", "For reading only"});
    CHECK(status_mark("closed") == "Closed");
    CHECK(status_mark("custody-only") == "Custody only");
    CHECK(status_mark("open").empty());
    CHECK(status_mark("something new").empty());
}

TEST_CASE("a folder that cannot be read is shown by its name", "[desktop]")
{
    ModuleItem one;
    one.view.id = "broken";
    one.view.state = ModuleState::refused;
    CHECK(has(markup(one), "<b>broken</b>"));
    CHECK(has(markup(one), "Cannot be read"));
    CHECK_FALSE(one.view.is_readable());
}
