// SPDX-License-Identifier: GPL-2.0-or-later
// The data of the modules that ship: nothing in it leads nowhere.
#include "core/programme/plans/brief.h"
#include "core/programme/plans/paths.h"
#include "core/programme/plans/plan.h"
#include "core/programme/plans/transition.h"
#include "core/programme/rules/offers.h"
#include "tests/plugins/shipped/shelf.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <set>

using namespace guidepost;
using namespace guidepost::programme;
namespace fs = std::filesystem;

namespace {

/// Articles that ship, by slug.
const std::set<std::string>& articles()
{
    static const auto found = [] {
        std::set<std::string> slugs;
        for (const auto* place : {"content/guidance", "plugins"})
            for (const auto& entry : fs::recursive_directory_iterator{test::source_file(place)})
                if (entry.path().extension() == ".md")
                    slugs.insert(entry.path().stem().string());
        return slugs;
    }();
    return found;
}

void check_guidance(const std::vector<std::string>& guidance)
{
    for (const auto& one : guidance) {
        INFO(one);
        CHECK(articles().contains(one.substr(0, one.find('#'))));
    }
}

} // namespace

TEST_CASE("every legacy programme has a successor, none or keep", "[plugins]")
{
    std::set<std::string> modules;
    for (const auto& folder : test::shipped_modules())
        modules.insert(folder.filename().string());
    std::set<std::string> mapped;
    for (const auto& folder : test::shipped_modules())
        for (const auto& transition : read_transitions(folder)) {
            INFO(transition.id);
            CHECK((!transition.has_successor() || modules.contains(transition.successor)));
            CHECK_FALSE(transition.mid_programme.empty());
            CHECK_FALSE(transition.is_equivalent);
            check_guidance(transition.guidance);
            CHECK(mapped.insert(transition.id).second);
        }
    CHECK(mapped.size() >= 15);
    // And whatever is offered no more, or not here, stands in the map.
    for (const auto& folder : test::shipped_modules())
        for (const auto& offer : read_offers(folder)) {
            if (offer.status == "open")
                continue;
            INFO(offer.id);
            bool is_mapped = false;
            for (const auto& id : mapped)
                is_mapped = is_mapped || offer.id == id || offer.id.starts_with(id + "-");
            CHECK(is_mapped);
        }
}

TEST_CASE("every branch of every path ends in an action", "[plugins]")
{
    std::size_t paths = 0;
    for (const auto& folder : test::shipped_modules())
        for (const auto& path : read_paths(folder)) {
            INFO(path.id);
            ++paths;
            CHECK(path_problems(path).empty());
            std::size_t calls = 0;
            for (const auto& step : path.steps) {
                calls += step.is_action() && !step.call.empty();
                check_guidance(step.guidance);
                if (step.id != path.start)
                    CHECK_FALSE(way_to(path, step.id).empty());
            }
            CHECK(calls > 0);
        }
    CHECK(paths >= 1);
}

TEST_CASE("every toolkit has a plan over weekly meetings and a brief for one page", "[plugins]")
{
    std::size_t toolkits = 0;
    for (const auto& folder : test::shipped_modules())
        for (const auto& offer : read_offers(folder)) {
            INFO(offer.id);
            check_guidance(offer.guidance);
            CHECK_FALSE(offer.source.empty());
            const auto plan = read_data_plan(folder, offer.id);
            REQUIRE(plan);
            if (offer.type != "toolkit")
                continue;
            ++toolkits;
            CHECK(plan->sessions.size() >= 3);
            int week = 0;
            for (const auto& session : plan->sessions) {
                CHECK(*session.week > week);
                week = *session.week;
            }
            const auto brief = read_brief(folder, offer.id);
            REQUIRE(brief);
            CHECK(brief->steps.size() == 3);
            CHECK(brief->challenge.size() == 2);
            CHECK_FALSE(brief->red_flags.empty());
        }
    CHECK(toolkits == 11);
}

TEST_CASE("the session map has 21 group and 6 one-to-one sessions, and high has no number", "[plugins]")
{
    const auto folder = fs::path{GUIDEPOST_SHIPPED_MODULES} / "building-choices";
    const auto moderate = read_data_plan(folder, "moderate");
    REQUIRE(moderate);
    CHECK(plan_totals(*moderate) == "21 group (52 h 30 min), 6 one-to-one (6 h)");
    CHECK(moderate->sessions.front().title == "Pre-group one-to-one");
    CHECK(moderate->sessions.back().kind == SessionKind::review);
    const auto high = read_data_plan(folder, "high");
    REQUIRE(high);
    CHECK_FALSE(high->is_complete);
    CHECK(high->sessions.empty());
}
