// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/folder_files.h"

#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace guidepost::guidance {
namespace {

namespace fs = std::filesystem;

bool is_markdown(const fs::path& file)
{
    const auto extension = lower_ascii(file.extension().string());
    return extension == ".md" || extension == ".markdown";
}

class Finder {
public:
    explicit Finder(const fs::path& folder) : folder_{folder} {}

    FolderFiles find()
    {
        std::error_code error;
        for (auto entry =
                 fs::recursive_directory_iterator{folder_, fs::directory_options::skip_permission_denied,
                                                  error};
             !error && entry != fs::end(entry); entry.increment(error))
            look_at(entry);
        if (error)
            throw Error{Errc::storage,
                        fmt::format("{} cannot be listed: {}.", folder_.string(), error.message())};
        std::sort(found_.paths.begin(), found_.paths.end());
        return std::move(found_);
    }

private:
    void look_at(fs::recursive_directory_iterator& entry)
    {
        const auto& file = entry->path();
        std::error_code ignored; // what cannot be asked is no file for us
        const bool is_link = entry->is_symlink(ignored);
        const bool is_folder = !is_link && entry->is_directory(ignored);
        if (file.filename().string().starts_with('.')) {
            if (is_folder)
                entry.disable_recursion_pending();
        } else if (is_folder) {
            if (access(file.c_str(), R_OK | X_OK) != 0) {
                skip(file, fmt::format("cannot be listed: {}", std::strerror(errno)));
                entry.disable_recursion_pending();
            }
        } else if (is_markdown(file)) {
            if (is_link)
                skip(file, "is a link; links are not followed");
            else if (!entry->is_regular_file(ignored))
                skip(file, "is not a regular file");
            else if (first_invalid_utf8(file.native()))
                skip(file, "has a name that is not UTF-8; rename it");
            else
                found_.paths.push_back(file.lexically_relative(folder_).generic_string());
        }
    }

    void skip(const fs::path& file, std::string why)
    {
        found_.skipped.push_back({shown_path(file.lexically_relative(folder_).generic_string()),
                                  {{Severity::error, 0, {}, std::move(why)}}});
    }

    const fs::path& folder_;
    FolderFiles found_;
};

} // namespace

std::string shown_path(std::string path)
{
    while (const auto at = first_invalid_utf8(path))
        path.replace(*at, 1, "\uFFFD");
    return path;
}

FolderFiles find_markdown_files(const fs::path& folder)
{
    return Finder{folder}.find();
}

} // namespace guidepost::guidance
