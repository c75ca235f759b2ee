// SPDX-License-Identifier: GPL-2.0-or-later
// What people bring to a desk from elsewhere, and take out again. The one place where it is asked who may;
// the window and the terminal call nothing else. Each act is recorded in the name of the person who did it.
#pragma once

#include "core/desk/desk.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desk {

/// Why this person may not bring in or take out; nothing: they may. Nobody, and somebody who is not in the
/// register, may not: also not the account that sets up a new store.
std::optional<Error> check_import(store::Connection& connection, const std::optional<people::Staff>& by);

/// guidance::import_folder for people: what comes in is `imported` whatever it says of itself, and the
/// options say neither who nor whose. A dry run is for anybody. Throws what that throws, what check_import
/// says, Error{refused} for an id of the program or a module, and for a pack in which `article check` finds
/// errors.
guidance::ImportReport import_folder(const Desk& desk, store::Connection& connection,
                                     const std::filesystem::path& folder,
                                     const std::optional<people::Staff>& by, guidance::ImportOptions options);

inline constexpr std::size_t longest_import_reason = 400; ///< bytes

/// Takes out what was brought in, with a reason. Returns how many articles went. Throws what check_import
/// says, Error{format} for a reason that is empty or too long, Error{conflict} when it is out already, and
/// what guidance::take_out_source throws.
std::size_t remove_import(store::Connection& connection, const SourceId& source,
                          const std::optional<people::Staff>& by, const std::string& reason,
                          const Clock& clock = system_now);

/// Brings it back as it was. Throws likewise; Error{conflict} when nothing of it is out.
std::size_t restore_import(store::Connection& connection, const SourceId& source,
                           const std::optional<people::Staff>& by, const Clock& clock = system_now);

struct Imported {
    guidance::Source source = {};
    std::size_t articles = 0; ///< that are up
    bool is_out = false;
};

/// By title.
std::vector<Imported> list_imports(store::Connection& connection);

} // namespace guidepost::desk
