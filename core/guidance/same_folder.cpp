// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/same_folder.h"

#include "core/guidance/import.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace guidepost::guidance {
namespace {

/// What a text is known by: its bytes, and where its folder is still there also its place.
std::string mark_of(const std::string& path, const std::string& hash, bool is_gone)
{
    return is_gone ? hash : path + ":" + hash;
}

std::vector<std::pair<std::string, std::string>> texts_in(const std::filesystem::path& folder,
                                                          const std::vector<std::string>& paths)
{
    std::vector<std::pair<std::string, std::string>> texts;
    for (const auto& path : paths)
        try {
            texts.emplace_back(path, sha256(read_file(folder / path, largest_import)));
        } catch (const Error&) {
            continue; // the import names it
        }
    return texts;
}

} // namespace

std::optional<Source> source_with_texts_of(Library library, const std::filesystem::path& folder,
                                           const std::vector<std::string>& paths)
{
    std::vector<Source> candidates;
    for (auto& source : library.sources())
        if (source.keeper == Keeper::people && source.root.starts_with('/'))
            candidates.push_back(std::move(source));
    if (candidates.empty())
        return std::nullopt;
    const auto texts = texts_in(folder, paths);
    std::optional<Source> best;
    std::size_t most = 0;
    for (auto& source : candidates) {
        std::error_code error;
        const bool is_gone = !std::filesystem::is_directory(source.root, error);
        std::unordered_set<std::string> here, there;
        for (const auto& [path, hash] : texts)
            here.insert(mark_of(path, hash, is_gone));
        for (const auto& listed : library.list_source(source.id))
            there.insert(mark_of(listed.path, listed.source_hash, is_gone));
        const auto same = static_cast<std::size_t>(std::count_if(
            here.begin(), here.end(), [&](const std::string& mark) { return there.contains(mark); }));
        if (same > most && same * 2 >= here.size() && same * 2 >= there.size()) {
            most = same;
            best = std::move(source);
        }
    }
    return best;
}

} // namespace guidepost::guidance
