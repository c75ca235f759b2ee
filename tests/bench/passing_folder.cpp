// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/passing_folder.h"

#include "core/text/error.h"

#include <cstdlib>

namespace guidepost::bench {

namespace fs = std::filesystem;

PassingFolder::PassingFolder()
{
    auto name = (fs::temp_directory_path() / "guidepost-bench-XXXXXX").string();
    if (!mkdtemp(name.data()))
        throw Error{Errc::failure, "no temporary folder"};
    path_ = name;
}

PassingFolder::~PassingFolder()
{
    std::error_code ignored; // left behind in the temporary folder at worst
    fs::remove_all(path_, ignored);
}

} // namespace guidepost::bench
