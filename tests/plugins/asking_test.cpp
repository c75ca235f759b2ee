// SPDX-License-Identifier: GPL-2.0-or-later
// What modules bring to a question, and what becomes of it when one breaks.
#include "core/text/error.h"
#include "core/usecases/asking.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <filesystem>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

struct Shelf {
    test::TempDir dir;

    void copy(const char* from, const std::string& id) const
    {
        fs::create_directories(dir.path() / "modules");
        fs::copy(fs::path{from} / id, dir.path() / "modules" / id, fs::copy_options::recursive);
    }
    programme::Catalogue open() const
    {
        return programme::Catalogue{{.host = GUIDEPOST_MODULE_HOST,
                                     .built_in = {dir.path() / "modules"},
                                     .settings = dir.path() / "settings"}};
    }
};

consultation::Request a_request()
{
    consultation::Request request;
    request.question = "May he start the group?";
    request.specialism = "sexual-offending";
    request.profile.offence = {"sexual"};
    return request;
}

} // namespace

TEST_CASE("a module that breaks is named and asks for nothing, and the others are heard", "[plugins]")
{
    Shelf shelf;
    shelf.copy(GUIDEPOST_HOSTILE_MODULES, "abort-when-loaded");
    shelf.copy(GUIDEPOST_HOSTILE_MODULES, "exit-when-loaded");
    shelf.copy(GUIDEPOST_TEST_MODULES, "steps");
    auto catalogue = shelf.open();
    auto request = a_request();

    const auto asks = usecases::module_asks(catalogue, request);
    REQUIRE(asks.size() == 3);
    for (const auto& ask : asks) {
        INFO(ask.module << ": " << ask.problem);
        CHECK(ask.problem.empty() == (ask.module == "Steps"));
        CHECK(ask.specialisms.empty() == (ask.module != "Steps"));
    }
    const auto need = consultation::need_of(request, {}, asks);
    CHECK(need.specialism == "sexual-offending");
    CHECK(need.band == 0);
    REQUIRE(need.modules.size() == 3);
    CHECK(need.modules[0].words.starts_with("was not heard: "));
    CHECK(need.modules[1].words.starts_with("was not heard: "));
    CHECK_FALSE(need.modules[2].words.starts_with("was not heard: "));

    const Date today{std::chrono::year{2026} / 11 / 22};
    usecases::attach_verdicts(request, catalogue, {}, today);
    const auto verdicts = consultation::verdicts_of(request);
    REQUIRE(verdicts.size() == 3);
    for (const auto& verdict : verdicts)
        CHECK(verdict.problem.empty() == (verdict.module == "steps"));

    // What was attached before is taken anew, not beside it.
    usecases::attach_verdicts(request, catalogue, {"steps"}, today);
    CHECK(consultation::verdicts_of(request).size() == 3);
    CHECK(consultation::verdicts_of(request).back().module == "steps");
    CHECK_FALSE(consultation::verdicts_of(request).back().version.empty());
    CHECK_THROWS_AS(usecases::attach_verdicts(request, catalogue, {"no-such"}, today), Error);

    const auto fields = programme::fields_of_modules(catalogue);
    for (const auto& module : fields)
        CHECK(module.problem.empty() == (module.module == "steps"));
    request.fields = {{"exit-when-loaded.key", "yes"}};
    CHECK(usecases::wrong_answers(request, fields).empty()); // nobody can say that it is wrong
    request.fields = {{"steps.key", "yes"}, {"key", "yes"}, {"steps.weeks", "9"}};
    CHECK(usecases::wrong_answers(request, fields).size() == 2);
}
