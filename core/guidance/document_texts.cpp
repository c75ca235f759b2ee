// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/document_texts.h"

#include "core/guidance/documents.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace guidepost::guidance {

DocumentTexts::DocumentTexts(std::filesystem::path folder, FolderFiles& found)
    : folder_{std::move(folder)}, pandoc_{find_pandoc()}
{
    if (!pandoc_) {
        count_documents(found);
        return;
    }
    for (const auto& path : found.documents) {
        const auto as_text = path + ".md";
        if (std::binary_search(found.paths.begin(), found.paths.end(), as_text))
            found.skipped.push_back(
                {path, {{Severity::warning, 0, {}, fmt::format("\"{}\" is taken in its place", as_text)}}});
        else
            documents_.emplace(as_text, path);
    }
    for (const auto& [as_text, path] : documents_)
        found.paths.push_back(as_text);
    std::sort(found.paths.begin(), found.paths.end());
}

std::optional<std::string> DocumentTexts::read(const std::string& path) const
{
    const auto document = documents_.find(path);
    if (document == documents_.end())
        return std::nullopt;
    return document_as_markdown(*pandoc_, folder_ / document->second);
}

void count_documents(FolderFiles& found)
{
    for (const auto& path : found.documents)
        ++found.other_kinds[lower_ascii(std::filesystem::path{path}.extension().string())];
}

} // namespace guidepost::guidance
