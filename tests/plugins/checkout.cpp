// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/plugins/checkout.h"

#include "tests/support/temp_dir.h"

namespace guidepost::test {

namespace fs = std::filesystem;

void make_checkout(const fs::path& place)
{
    fs::create_directories(place);
    for (const auto& entry : fs::directory_iterator{source_file("")}) {
        const auto name = entry.path().filename();
        if (name == "plugins")
            fs::copy(entry.path(), place / name, fs::copy_options::recursive);
        else if (name != "build" && name != ".git")
            fs::create_symlink(entry.path(), place / name);
    }
}

} // namespace guidepost::test
