// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/packs/manifest.h"
#include "core/programme/packs/yaml_file.h"
#include "core/text/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::programme;

namespace {

const std::string least = "id: steps\nname: Steps\nversion: 1.0.0\napi: 1\n";

std::string refusal(const std::string& text)
{
    try {
        parse_module_manifest(text);
    } catch (const Error& e) {
        CHECK(e.code() == Errc::format);
        return e.what();
    }
    return {};
}

} // namespace

TEST_CASE("a manifest is read with what it says", "[programme]")
{
    const auto manifest = parse_module_manifest(R"(id: steps
name: "Steps: a programme"
version: "1.10.2"
api: 1
kind: toolkits
status: closing
valid_from: 2026-08-01
valid_until: ""
approved_by: Editors
specialisms: [interventions, women]
library: ""
delivery:
  requirements:
    - {session: all, level: deliver, training: steps, note: "a note"}
    - session: "5"
      level: co-deliver
      training: safeguarding
      basis: proposal
  ladder: [observe, co-deliver, deliver-observed, deliver]
  notes: ["one of two has delivered before"]
vocabulary:
  - {short: TM, long: treatment manager, kind: same}
  - {short: SOTP, long: Steps, kind: old-new}
sources: ["a catalogue, 2025"]
something_newer: [1, {deep: yes}]
)");
    CHECK(manifest.id == "steps");
    CHECK(manifest.name == "Steps: a programme");
    CHECK(manifest.version == "1.10.2");
    CHECK(manifest.kind == "toolkits");
    CHECK(manifest.status == "closing");
    CHECK(manifest.valid_from == parse_date("2026-08-01"));
    CHECK_FALSE(manifest.valid_until);
    CHECK(manifest.code_file.empty());
    REQUIRE(manifest.requirements.size() == 2);
    CHECK(manifest.requirements[0].session == "all");
    CHECK(manifest.requirements[1].rung == Rung::co_deliver);
    CHECK(manifest.requirements[1].basis == "proposal");
    REQUIRE(manifest.vocabulary.size() == 2);
    CHECK(manifest.vocabulary[1].relation == "old-new");
    CHECK(manifest.delivery_notes.size() == 1);
}

TEST_CASE("a manifest that cannot be used is refused by line and key", "[programme]")
{
    CHECK(refusal(least).empty());
    CHECK(refusal("") == "module.yaml: lines of \"key: value\" are expected.");
    CHECK(refusal("just words") == "module.yaml: lines of \"key: value\" are expected.");
    CHECK(refusal("name: Steps\n") == "module.yaml, line 1: id is required.");
    CHECK(refusal("id: ../etc\nname: x\nversion: 1\napi: 1") ==
          "module.yaml, line 1: id takes a-z, 0-9 and single hyphens.");
    CHECK(refusal("id: steps\nname: x\nversion: new\napi: 1").find("line 3: version takes numbers") !=
          std::string::npos);
    CHECK(refusal("id: steps\nname: x\nversion: 1..2\napi: 1").find("version takes") != std::string::npos);
    CHECK(refusal("id: steps\nname: x\nversion: .1\napi: 1").find("version takes") != std::string::npos);
    CHECK(refusal("id: steps\nname: x\nversion: 1\napi: one").find("line 4: api takes a whole number") !=
          std::string::npos);
    CHECK(refusal(least + "library: ../libsteps.so").find("library takes") != std::string::npos);
    CHECK(refusal(least + "library: /lib/libsteps.so").find("library takes") != std::string::npos);
    CHECK(refusal(least + "library: libsteps.so.1").find("library takes") != std::string::npos);
    CHECK(refusal(least + "valid_from: soon").find("line 5: valid_from is no date") != std::string::npos);
    CHECK(refusal(least + "valid_from: 2026-05-01\nvalid_until: 2026-04-01").find("before valid_from") !=
          std::string::npos);
    CHECK(refusal(least + "status: open-ish").find("status takes open, closing, closed") !=
          std::string::npos);
    CHECK(refusal(least + "delivery:\n  requirements: [a]").find("takes a list of") != std::string::npos);
    CHECK(refusal(least + "delivery:\n  requirements:\n    - {level: fly, training: x}")
              .find("takes observe") != std::string::npos);
    CHECK(refusal(least + "id: again\n").find("line 5: id stands here a second time") != std::string::npos);
}

TEST_CASE("YAML that would cost is not read", "[programme]")
{
    const auto refused = [](const std::string& text) {
        try {
            YamlFile file{"x.yaml", text};
        } catch (const Error& e) {
            return std::string{e.what()};
        }
        return std::string{};
    };
    CHECK(refused("a: &x [1]\nb: *x").find("anchors") != std::string::npos);
    CHECK(refused("a: *x").find("line 1") != std::string::npos);
    CHECK(refused("[[[[[[[[[[1]]]]]]]]]]").find("nested deeper") != std::string::npos);
    CHECK(refused(std::string(100'000, '[')).find("x.yaml") != std::string::npos);
    CHECK(refused(std::string(100'000, '{')).find("x.yaml") != std::string::npos);
    CHECK(refused(std::string(300'000, 'a')).find("256 KB") != std::string::npos);
    CHECK(refused("a: \xFF\xFE").find("UTF-8") != std::string::npos);
    CHECK(refused("a: 1\n---\nb: 2").find("nothing after it") != std::string::npos);
    CHECK(refused("? [a]\n: b").find("a key is a plain word") != std::string::npos);
    std::string many = "a:\n";
    for (int i = 0; i < 30'000; ++i)
        many += "- 1\n";
    CHECK(refused(many).find("more here than") != std::string::npos);
    CHECK(refused("- a\n- {b: c}\n").empty());
    CHECK(refused("").empty());
}

TEST_CASE("every module of the source tree has a manifest that can be used", "[programme]")
{
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator{test::source_file("plugins")}) {
        if (!std::filesystem::exists(entry.path() / "module.yaml"))
            continue;
        INFO(entry.path());
        const auto manifest = read_module_manifest(entry.path());
        CHECK(manifest.id == entry.path().filename());
        CHECK(manifest.api == module_api);
        CHECK_FALSE(manifest.summary.empty());
        if (!manifest.code_file.empty())
            CHECK(manifest.code_file == "lib" + manifest.id + ".so");
        ++seen;
    }
    CHECK(seen >= 1);
}
