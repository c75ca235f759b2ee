// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: which documents of a folder come in, as texts named "letter.docx.md".
#pragma once

#include "core/guidance/folder_files.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace guidepost::guidance {

class DocumentTexts {
public:
    /// None: those of a pack, which is Markdown.
    DocumentTexts() = default;
    /// Takes the documents of `found` into its paths, where something here can read them; the others are
    /// counted with the files of other kinds, and one whose name is taken is skipped.
    DocumentTexts(std::filesystem::path folder, FolderFiles& found);

    /// [any thread] None for a path that is a file of its own. Throws what document_as_markdown throws.
    std::optional<std::string> read(const std::string& path) const;

private:
    std::filesystem::path folder_;
    std::optional<std::filesystem::path> pandoc_;
    std::map<std::string, std::string> documents_; ///< path as text -> file
};

/// Counts the documents of `found` with the files of other kinds.
void count_documents(FolderFiles& found);

} // namespace guidepost::guidance
