// SPDX-License-Identifier: GPL-2.0-or-later
// Programmes come and go, and each is a module of its own: core and ui know none of them by name.
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <sstream>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

bool names_a_programme(const std::string& text)
{
    static const std::regex names{R"(building[ _-]?choices|thinking[ _-]skills|\bi?horizon\b|\bkaizen\b|)"
                                  R"(\bnew[ _-]me\b|better[ _-]relationships|\b(tsp|bbr|bnm|nms)\b)",
                                  std::regex::icase | std::regex::optimize};
    return std::regex_search(text, names);
}

/// What the modules offer, or know from before, as their files call it: ids of more than one word, and
/// names as they are written.
std::vector<std::string> offered()
{
    static const std::regex line{R"(^\s*(?:- )?(id|name): "?([^"#(]*[^"#( ]))"};
    std::vector<std::string> found;
    const auto read = [&](const fs::path& file) {
        std::istringstream lines{read_file(file, 1'000'000)};
        for (std::string text; std::getline(lines, text);)
            if (std::smatch match; std::regex_search(text, match, line)) {
                const std::string word = match[2];
                const bool is_id = match[1] == "id";
                if (word.size() > 7 && word.find(is_id ? '-' : ' ') != std::string::npos)
                    found.push_back(word);
            }
    };
    for (const auto& module : fs::directory_iterator{test::source_file("plugins")}) {
        for (const char* name : {"interventions.yaml", "transition.yaml"})
            if (fs::exists(module.path() / name))
                read(module.path() / name);
        if (fs::exists(module.path() / "toolkits"))
            for (const auto& toolkit : fs::directory_iterator{module.path() / "toolkits"})
                read(toolkit.path());
    }
    return found;
}

} // namespace

TEST_CASE("no file of core or ui contains a programme's name", "[house]")
{
    const auto top = test::source_file("");
    const auto names = offered();
    CHECK(names.size() > 60);
    std::vector<std::string> found;
    std::size_t files = 0;
    for (const char* folder : {"core", "ui"}) {
        for (const auto& entry : fs::recursive_directory_iterator{top / folder}) {
            if (!entry.is_regular_file())
                continue;
            ++files;
            const auto path = fs::relative(entry.path(), top).generic_string();
            std::size_t number = 0;
            std::istringstream lines{read_file(entry.path(), 10'000'000)};
            for (std::string line; std::getline(lines, line);)
                if (++number;
                    names_a_programme(line) || std::any_of(names.begin(), names.end(), [&](const auto& name) {
                        return line.find(name) != std::string::npos;
                    }))
                    found.push_back(fmt::format("{}:{}: {}", path, number, line));
        }
    }
    INFO(join(found, "\n"));
    CHECK(found.empty());
    CHECK(files > 100); // that the tree was looked at at all
}

TEST_CASE("a programme's name is known however it is written", "[house]")
{
    for (const auto* line : {"\"building-choices\"", "BuildingChoices", "/// Horizon training", "the BBR"})
        CHECK(names_a_programme(line));
    CHECK_FALSE(names_a_programme("wxHORIZONTAL"));
    CHECK_FALSE(names_a_programme("a new member"));
}
