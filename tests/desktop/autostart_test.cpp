// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "ui/desktop/platform/autostart.h"

using namespace guidepost;
using namespace guidepost::desktop::platform;
using guidepost::test::TempDir;

TEST_CASE("starting with the session is a file that comes and goes", "[desktop]")
{
    TempDir home;
    const auto folder = home.path() / "config" / "autostart";
    CHECK_FALSE(is_autostart(folder));
    CHECK_NOTHROW(set_autostart(folder, false, "/usr/bin/guidepost", ""));

    set_autostart(folder, true, "/usr/bin/guidepost", "/home/o/a b");
    CHECK(is_autostart(folder));
    const auto text = read_file(folder / "org.guidepost.Guidepost.desktop", 10'000);
    CHECK(text.find("Exec=\"/usr/bin/guidepost\" --profile \"/home/o/a b\"\n") != std::string::npos);

    set_autostart(folder, false, "/usr/bin/guidepost", "");
    CHECK_FALSE(is_autostart(folder));
}

TEST_CASE("a path cannot add a line or a command to the autostart file", "[desktop]")
{
    TempDir home;
    set_autostart(home.path(), true, "/opt/$(x)`y`\"%f\\", "");
    const auto text = read_file(home.path() / "org.guidepost.Guidepost.desktop", 10'000);
    CHECK(text.find("Exec=\"/opt/\\\\$(x)\\\\`y\\\\`\\\\\"%%f\\\\\\\"\n") != std::string::npos);
    CHECK_THROWS_AS(set_autostart(home.path(), true, "/opt/a\nExec=b", ""), Error);
}
