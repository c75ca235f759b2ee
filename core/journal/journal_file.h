// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/values/clock.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace guidepost::journal {

struct OpenedJournal {
    std::unique_ptr<store::Connection> connection;
    std::optional<std::filesystem::path> set_aside; ///< where one that could not be used was put
};

/// Opens journal.sqlite in `profile`, making it with its tables when it is not there. A file that is
/// damaged, holds something else or was written by a newer Guidepost is renamed to
/// journal.sqlite.damaged-<time> and a fresh one is begun. Two programs may do this at once.
OpenedJournal open_journal(const std::filesystem::path& profile, Timestamp now);

/// What journal.sqlite holds, in memory. Empty when there is none or it cannot be used.
std::unique_ptr<store::Connection> copy_journal(const std::filesystem::path& profile);

} // namespace guidepost::journal
