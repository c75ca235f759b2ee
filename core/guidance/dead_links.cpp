// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/dead_links.h"

#include "core/guidance/import.h"
#include "core/guidance/judge.h"
#include "core/guidance/links.h"
#include "core/text/error.h"
#include "core/text/files.h"

#include <algorithm>

namespace guidepost::guidance {

std::size_t add_dead_links(const std::filesystem::path& folder, const std::vector<std::string>& paths,
                           const LinkedTexts& texts, std::vector<FileProblems>& files)
{
    std::unordered_map<std::string, std::vector<Name>> read;
    const auto names_of = [&](const std::string& path) {
        if (const auto text = texts.find(path); text != texts.end())
            return text->second.names;
        const auto [known, is_new] = read.try_emplace(path);
        if (is_new)
            try {
                known->second =
                    judge_text(read_file(folder / path, largest_import), path, Standard::folder).names;
            } catch (const Error&) {
                known->second.clear(); // it is named among what was skipped
            }
        return known->second;
    };
    const FolderLinks links{paths, folder.filename().string(), names_of};
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < files.size(); ++i)
        index.emplace(files[i].path, i);
    std::size_t dead = 0;
    for (const auto& path : paths) {
        const auto text = texts.find(path);
        if (text == texts.end())
            continue;
        for (const auto& link : text->second.links) {
            const auto led = links.follow(path, link.target);
            if (!led || led->why_not.empty())
                continue;
            ++dead;
            const auto [at, is_new] = index.emplace(path, files.size());
            if (is_new)
                files.push_back({path, {}});
            files[at->second].problems.push_back({Severity::warning, link.line, {}, led->why_not});
        }
    }
    for (auto& file : files)
        std::stable_sort(file.problems.begin(), file.problems.end(),
                         [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return dead;
}

} // namespace guidepost::guidance
