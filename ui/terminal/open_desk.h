// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/desk/desk.h"
#include "ui/terminal/session.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace guidepost::terminal {

/// Opens the profile as it is.
std::unique_ptr<desk::Desk> open_desk(const Session& session);

/// The same, after the shipped guidance was brought in: on first use that is all of it. Says on
/// stderr what it did.
std::unique_ptr<desk::Desk> open_stocked_desk(const Session& session);

/// Brings the index up to the store, with progress. Another program that is at it is waited for, some
/// seconds at most. Throws Error{cancelled} when stopped. What keeps
/// it from being written is said on stderr: searching goes on, by titles if need be.
search::Caught catch_up(const Session& session, const desk::Desk& desk);

/// The same for an index that an answer showed to be damaged: it is built anew.
search::Caught mend(const Session& session, const desk::Desk& desk);

/// Builds the index anew because somebody asked for it. Throws what goes wrong, Error{cancelled} when
/// stopped.
search::Caught rebuild(const Session& session, const desk::Desk& desk);

/// The profile folder, also when nothing else of the installation can be found.
std::filesystem::path profile_folder(const Session& session);

} // namespace guidepost::terminal
