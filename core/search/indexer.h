// SPDX-License-Identifier: GPL-2.0-or-later
// Keeps the index in step with the store. The index is derived: throwing it away loses nothing.
//
// An index folder holds one folder for each generation and a file `current` that names the live
// one. A rebuild writes the next generation beside it and moves the name in one step, so that
// readers and a kill at any moment see the old index or the new, never half of one.
#pragma once

#include "core/guidance/library.h"
#include "core/search/results.h"
#include "core/values/progress.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

namespace guidepost::search {

/// Opens a further reading connection to the store; called on the threads that index.
using OpenStore = std::function<std::unique_ptr<store::Connection>()>;

struct IndexStatus {
    bool exists = false;
    bool is_current_form = false; ///< made by this version, with these settings
    std::int64_t feed = 0;        ///< the store's feed number it has reached
    std::size_t articles = 0;
    std::size_t behind = 0; ///< publications of the store that it lacks
    std::uintmax_t bytes = 0;
    std::string problem = {}; ///< why it cannot be used, or ""
};

enum class Caught {
    up,
    stopped,
    busy,      ///< another program is indexing
    read_only, ///< behind, and this desk may not write it
};

IndexStatus index_status(const std::filesystem::path& folder, guidance::Library& library);

/// Brings the index to the store's newest publication: a few are added in place, many (or a missing,
/// old or unusable index) mean a rebuild. Safe to call at any time, from any process.
Caught catch_up(const std::filesystem::path& folder, const OpenStore& open_store,
                const OnProgress& on_progress = {}, const std::stop_token& stop = {});

/// Builds a new index from nothing and puts it in place of the old one.
Caught rebuild(const std::filesystem::path& folder, const OpenStore& open_store,
               const OnProgress& on_progress = {}, const std::stop_token& stop = {});

} // namespace guidepost::search
