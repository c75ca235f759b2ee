// SPDX-License-Identifier: GPL-2.0-or-later
// Brings a list of staff into the register. The same file again changes nothing. Nobody is removed for
// standing in no file: they are named, and a lead decides.
#pragma once

#include "core/people/staff_file.h"

#include <string>
#include <vector>

namespace guidepost::people {

struct ImportReport {
    std::vector<Login> added = {};
    std::vector<Login> changed = {};
    std::vector<Login> unchanged = {};
    std::vector<FileProblem> problems = {}; ///< by line
    std::vector<Login> gone = {};           ///< active in the register, not in the file, and by's to edit
    bool has_administrator = false;         ///< the register, afterwards
};

enum class ImportMode { dry_run, write };

/// One transaction; each person through the rights of `by` (commands.h), one refused is a problem of that
/// line. Covers and conflicts must be logins of the register or of the file.
ImportReport import_staff(store::Connection& connection, const StaffFile& file, const Staff& by,
                          ImportMode mode, Clock clock = system_now);

} // namespace guidepost::people
