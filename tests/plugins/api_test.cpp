// SPDX-License-Identifier: GPL-2.0-or-later
// What modules are written against: the header, its C++ side, and what a built library shows.
#include "core/text/files.h"
#include "core/text/text.h"
#include "plugins/api/guidepost_module.hpp"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

using namespace guidepost;

extern "C" int guidepost_header_as_c11(void);

namespace {

/// Takes answers and complaints as the host does.
struct Listening {
    std::string answer = {};
    std::string complaint = {};
    std::size_t takes = 1000;
    gp_host host{this, [](const gp_host*, const char*) -> const void* { return nullptr; },
                 [](const gp_host* said_to, gp_text message) {
                     static_cast<Listening*>(said_to->self)->complaint = module::view(message);
                 }};
    gp_sink sink{this, [](const gp_sink* given, gp_text text) -> gp_status {
                     auto& self = *static_cast<Listening*>(given->self);
                     if (self.answer.size() + text.size > self.takes)
                         return 1;
                     self.answer += module::view(text);
                     return 0;
                 }};
};

/// Says back what it was asked.
class Echo : public module::Module<Echo, module::Suitability, module::Plan, module::Form> {
public:
    static inline int alive = 0;
    Echo() { ++alive; }
    ~Echo() { --alive; }

    std::string assess(std::string_view in) { return "assessed " + std::string{in}; }
    std::string plan(std::string_view in)
    {
        if (in == "number")
            throw 7;
        throw std::runtime_error{"There is no such option."};
    }
    std::string fields() { return "fields"; }
};

class Broken : public module::Module<Broken, module::Group> {
public:
    Broken() { throw std::runtime_error{"The table of sessions is missing."}; }
    std::string compose(std::string_view) { return {}; }
};

gp_text text(std::string_view words)
{
    return {words.data(), words.size()};
}

std::vector<std::string> listed(const char* file)
{
    return split(read_file(file, 100'000), '\n');
}

} // namespace

TEST_CASE("the header is strict C11 and C++20 at once", "[plugins]")
{
    CHECK(guidepost_header_as_c11() == 0);
}

TEST_CASE("a module in C++ answers through the C functions", "[plugins]")
{
    Listening host;
    auto* made = Echo::create(&host.host);
    REQUIRE(made);
    CHECK(Echo::alive == 1);

    const auto* suitability =
        static_cast<const gp_suitability_1*>(made->capability(made, "guidepost.suitability/1"));
    REQUIRE(suitability);
    CHECK(suitability->assess(made, text("{}"), &host.sink) == 0);
    CHECK(host.answer == "assessed {}");

    host.answer.clear();
    const auto* form = static_cast<const gp_form_1*>(made->capability(made, "guidepost.form/1"));
    REQUIRE(form);
    CHECK(form->fields(made, text(""), &host.sink) == 0);
    CHECK(host.answer == "fields");

    CHECK(made->capability(made, "guidepost.group/1") == nullptr);
    CHECK(made->capability(made, "guidepost.suitability/2") == nullptr);
    CHECK(made->capability(made, "") == nullptr);

    made->destroy(made);
    CHECK(Echo::alive == 0);
}

TEST_CASE("what a module in C++ throws is a reason, not a crash", "[plugins]")
{
    Listening host;
    auto* made = Echo::create(&host.host);
    const auto* plan = static_cast<const gp_plan_1*>(made->capability(made, "guidepost.plan/1"));
    CHECK(plan->plan(made, text("x"), &host.sink) != 0);
    CHECK(host.complaint == "There is no such option.");
    CHECK(plan->plan(made, text("number"), &host.sink) != 0);
    CHECK(host.complaint == "The module failed and gave no reason.");
    CHECK(host.answer.empty());

    const auto* suitability =
        static_cast<const gp_suitability_1*>(made->capability(made, "guidepost.suitability/1"));
    host.takes = 3; // a sink that takes no more
    CHECK(suitability->assess(made, text("a long question"), &host.sink) != 0);
    made->destroy(made);

    CHECK(Broken::create(&host.host) == nullptr);
    CHECK(host.complaint == "The table of sessions is missing.");
    CHECK(Broken::create(nullptr) == nullptr); // and a host that says nothing
}

TEST_CASE("a built module exports its entry and nothing else", "[plugins]")
{
    const auto libraries = listed(GUIDEPOST_MODULE_LIBRARIES);
    REQUIRE(libraries.size() >= 2); // the template in C and the example in C++ at least
    for (const auto& library : libraries) {
        INFO(library);
        const auto said = test::run({.argv = {"nm", "-D", "--defined-only", "--format=posix", library}});
        REQUIRE(said.exit_code == 0);
        std::vector<std::string> names;
        for (const auto& line : split(said.out, '\n'))
            names.push_back(line.substr(0, line.find(' ')));
        CHECK(names == std::vector<std::string>{"guidepost_module_entry"});
    }
}

TEST_CASE("every schema is JSON that names itself and the capability it belongs to", "[plugins]")
{
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator{test::source_file("plugins/api/schemas")}) {
        const auto name = entry.path().filename().string();
        INFO(name);
        const auto schema = nlohmann::json::parse(read_file(entry.path(), 100'000));
        // suitability-1.out.schema.json is guidepost:suitability/1/out
        auto id = name.substr(0, name.find(".schema.json"));
        id.replace(id.find('-'), 1, "/");
        if (const auto dot = id.find('.'); dot != std::string::npos)
            id.replace(dot, 1, "/");
        CHECK(schema.at("$id") == "guidepost:" + id);
        CHECK(schema.contains("title"));
        if (schema.contains("required"))
            for (const auto& key : schema.at("required"))
                CHECK(schema.at("properties").contains(key.get<std::string>()));
        ++seen;
    }
    CHECK(seen >= 9);
}
