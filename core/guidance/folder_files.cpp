// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/folder_files.h"

#include "core/guidance/documents.h"
#include "core/text/error.h"
#include "core/text/files.h"
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
    return extension == ".md" || extension == ".markdown" || extension == ".mdown" || extension == ".mkd";
}

/// What tools bring along: texts of other people in thousands.
bool is_of_tools(const std::string& name)
{
    return name == "node_modules" || name == "bower_components" || name == "__pycache__" ||
           name == "__MACOSX";
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
        for (auto* list : {&found_.paths, &found_.documents, &found_.passed_over})
            std::sort(list->begin(), list->end());
        return std::move(found_);
    }

private:
    void look_at(fs::recursive_directory_iterator& entry)
    {
        const auto& file = entry->path();
        std::error_code ignored; // what cannot be asked is no file for us
        const bool is_link = entry->is_symlink(ignored);
        const bool is_folder = !is_link && entry->is_directory(ignored);
        const auto name = file.filename().string();
        if (is_folder && (name.starts_with('.') || is_of_tools(name))) {
            pass_over(file);
            entry.disable_recursion_pending();
        } else if (name.starts_with('.')) {
            return;
        } else if (is_folder) {
            if (access(file.c_str(), R_OK | X_OK) != 0) {
                skip(file, fmt::format("cannot be listed: {}", std::strerror(errno)));
                entry.disable_recursion_pending();
            }
        } else if (is_link && fs::is_directory(file, ignored)) {
            pass_over(file);
        } else if (is_markdown(file) || is_document(file)) {
            take(entry);
        } else if (!is_link && entry->is_regular_file(ignored)) {
            ++found_.other_kinds[first_invalid_utf8(name) ? "" : lower_ascii(file.extension().string())];
        }
    }

    void take(const fs::recursive_directory_iterator& entry)
    {
        const auto& file = entry->path();
        std::error_code ignored;
        if (entry->is_symlink(ignored))
            skip(file, "is a link; links are not followed");
        else if (!entry->is_regular_file(ignored))
            skip(file, "is not a regular file");
        else if (first_invalid_utf8(file.native()))
            skip(file, "has a name that is not UTF-8; rename it");
        else
            (is_markdown(file) ? found_.paths : found_.documents)
                .push_back(file.lexically_relative(folder_).generic_string());
    }

    void pass_over(const fs::path& folder)
    {
        found_.passed_over.push_back(shown_path(folder.lexically_relative(folder_).generic_string()) + "/");
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

std::string read_text(const fs::path& folder, const std::string& path, std::uintmax_t largest)
{
    const auto file = folder / path;
    try {
        return read_file(file, largest);
    } catch (const Error& error) {
        std::string_view why = error.what();
        if (const auto start = file.string() + " "; why.starts_with(start))
            why.remove_prefix(start.size());
        if (why.ends_with('.'))
            why.remove_suffix(1);
        throw Error{error.code(), std::string{why}};
    }
}

FolderFiles find_markdown_files(const fs::path& folder)
{
    return Finder{folder}.find();
}

} // namespace guidepost::guidance
