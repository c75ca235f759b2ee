// SPDX-License-Identifier: GPL-2.0-or-later
// Files into the library. A folder with a pack.yaml is a pack, to the standard of check_required: guidance
// when the program or a module brings it, otherwise texts that nobody here has reviewed. Any other folder of
// Markdown is taken as it is and marked as not reviewed. A pack's id belongs to the source that brought it
// first, and an article's to its source. Files are read, never written; links out of the folder are not
// followed. Who may bring something in is decided in core/desk/imports.h.
#pragma once

#include "core/guidance/library.h"
#include "core/values/progress.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace guidepost::guidance {

inline constexpr std::uintmax_t largest_guidance = 64 * 1024;
inline constexpr std::uintmax_t largest_import = 1024 * 1024;

struct ImportOptions {
    bool dry_run = false; ///< report only; nothing is written
    std::string who = {};
    Keeper keeper = Keeper::people; ///< who brings it; a folder that is no pack is always people's
    std::string place = {};         ///< of the program or a module: "" is where they belong
    Clock clock = system_now;
    OnProgress on_progress = {};
    std::stop_token stop = {}; ///< what was stored before the stop stays
    /// Whether a file is gone from another pack that came with the program: its article may then move into
    /// this one. None: an id stays with the source it came with.
    std::function<bool(const SourceId& source, const std::string& path)> has_left = {};
};

struct ImportReport {
    SourceId source = {};
    bool is_pack = false;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::vector<FileProblems> skipped = {};  ///< not imported, and why
    std::vector<FileProblems> warnings = {}; ///< imported, with something to mend
    std::vector<std::string> vanished = {};  ///< in the library, no longer in the folder; kept
    bool stopped = false;
    std::string passed_over = {}; ///< a sentence: why a pack that is here was not taken in at all
    std::string came_from = {};   ///< of a folder that is here already: where it was before
    std::vector<std::pair<std::string, std::string>> moved = {}; ///< files whose article went along: from, to
    std::size_t dead_links = 0;                                  ///< each is among the warnings
    std::vector<std::string> folders_passed = {};                ///< not looked into: "node_modules/"
    std::map<std::string, std::size_t> other_kinds = {};         ///< files that nothing here reads, by ending
};

/// What a report says beside its lists, a sentence each: moves, dead links, what was passed over and what
/// would read it.
std::vector<std::string> import_notes(const ImportReport& report);

/// Importing the same folder again changes nothing. Throws Error{not_found} when there is no such
/// folder, Error{format} when the pack's manifest is unusable, Error{refused} when its id belongs to another
/// source or its version is lower than the one that is here.
ImportReport import_folder(store::Connection& connection, const std::filesystem::path& folder,
                           const ImportOptions& options);

/// Takes in one file of a folder without looking at the rest: what an editor saves. `path` is within
/// the folder, with '/'. Throws as import_folder does.
ImportReport import_file(store::Connection& connection, const std::filesystem::path& folder,
                         const std::string& path, const ImportOptions& options);

struct ExportReport {
    std::size_t written = 0;
    std::size_t unchanged = 0;
};

/// Writes the files of one source, or of all when none is named, below `folder`/<source>/ with the
/// bytes that came in. Throws Error{refused} rather than write over a file that differs.
ExportReport export_articles(store::Connection& connection, const std::filesystem::path& folder,
                             const SourceId& source, const OnProgress& on_progress,
                             const std::stop_token& stop);

} // namespace guidepost::guidance
