// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/temp_dir.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace guidepost::test {

namespace fs = std::filesystem;

TempDir::TempDir()
{
    auto name = (fs::temp_directory_path() / "guidepost-test-XXXXXX").string();
    if (!mkdtemp(name.data()))
        throw std::runtime_error{"no temporary folder"};
    path_ = name;
}

TempDir::~TempDir()
{
    std::error_code ignored; // what cannot be removed is the system's to clean
    fs::remove_all(path_, ignored);
}

fs::path TempDir::write(std::string_view relative, std::string_view content) const
{
    const auto file = path_ / relative;
    fs::create_directories(file.parent_path());
    std::ofstream stream{file, std::ios::binary};
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!stream.flush())
        throw std::runtime_error{"cannot write " + file.string()};
    return file;
}

fs::path source_file(std::string_view relative)
{
    return fs::path{GUIDEPOST_SOURCE_DIR} / relative;
}

} // namespace guidepost::test
