// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/import.h"
#include "core/store/store.h"
#include "tests/support/temp_dir.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::test {

/// A real store and a folder to import from, each in a place of its own. At the end of every test the
/// store's chains must verify: call `verify` last.
class LibraryExample {
public:
    LibraryExample();

    store::Connection& connection() { return *connection_; }
    guidance::Library library() { return guidance::Library{*connection_}; }

    /// Where files to import are written.
    const TempDir& folder() const { return folder_; }
    std::filesystem::path path() const { return folder_.path() / "notes"; }
    /// Writes notes/<relative>.
    void write(std::string_view relative, std::string_view content) const;
    /// Makes notes a pack.
    void write_manifest(std::string_view version = "1") const;

    /// A pack as the program brings it; any other folder as people do.
    guidance::ImportReport import();
    guidance::ImportReport import(const std::filesystem::path& folder);

    /// The text of the article of that path; "(none)" when there is none.
    std::string text_at(const std::string& path);
    std::vector<std::string> ids();

    /// Chains and texts are whole, and nothing was published twice.
    void verify();

private:
    TempDir folder_;
    TempDir profile_;
    std::unique_ptr<store::Connection> connection_;
};

/// A complete article of a pack.
std::string guidance_text(std::string_view id, std::string_view body = "## Do now\n\nAct.\n");

/// "notes/a.md: error: has no text", one a line.
std::string said(const std::vector<guidance::FileProblems>& problems);

} // namespace guidepost::test
