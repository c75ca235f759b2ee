// SPDX-License-Identifier: GPL-2.0-or-later
// Every program that is built here may hold a case when it crashes.
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <regex>

using namespace guidepost;
namespace fs = std::filesystem;

TEST_CASE("the first thing in every main is that core files are switched off", "[house]")
{
    static const std::regex begins{R"(\nint main\([^)]*\)\s*(try\s*)?\{\s*([^;]*;))"};
    std::size_t mains = 0;
    for (const char* room : {"core", "ui", "plugins/host", "tests/bench"})
        for (const auto& entry : fs::recursive_directory_iterator{test::source_file(room)}) {
            // Peers of the bench are other programs, on texts that are made up.
            if (entry.path().extension() != ".cpp" || entry.path().parent_path().filename() == "peers")
                continue;
            const auto text = read_file(entry.path(), 1'000'000);
            INFO(entry.path().string());
            // A macro that writes a main leaves no place for anything before it.
            CHECK(text.find("wxIMPLEMENT_APP(") == std::string::npos);
            std::smatch match;
            if (!std::regex_search(text, match, begins))
                continue;
            ++mains;
            CHECK(match[2].str().ends_with("switch_off_core_files();"));
        }
    CHECK(mains == 5); // terminal, window, module host, bench and the reader of danger
}
