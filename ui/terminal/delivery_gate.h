// SPDX-License-Identifier: GPL-2.0-or-later
// Who may deliver is asked when a sheet is made to be printed and when a group begins.
#pragma once

#include "core/desk/desk.h"
#include "core/programme/packs/manifest.h"
#include "core/usecases/sheets.h"
#include "ui/terminal/session.h"

#include <string>
#include <vector>

namespace guidepost::terminal {

/// For whom a sheet is made: `login`, or whoever is signed in when it is empty; nobody when nothing is asked
/// for. Throws Error{refused} with what is missing and who can help, Error{not_found} for a login that is not
/// there.
void allow_sheet(const Session& session, desk::Desk& desk, usecases::Sheet& sheet, const std::string& login);

/// A group begins with these together, or with whoever is signed in: for each thing that is asked for one of
/// them is enough. Throws as allow_sheet does.
void allow_start(const Session& session, desk::Desk& desk,
                 const std::vector<programme::Requirement>& requirements,
                 const std::vector<std::string>& logins);

} // namespace guidepost::terminal
