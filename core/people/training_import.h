// SPDX-License-Identifier: GPL-2.0-or-later
// Brings a table of training and sign-offs into the register. The same file again changes nothing, and
// nothing is removed for standing in no file.
#pragma once

#include "core/people/competence_register.h"
#include "core/people/staff_file.h"
#include "core/people/staff_import.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace guidepost::people {

struct TrainingRow {
    std::size_t line = 0;
    Competence competence = {}; ///< signed_off_by empty: whoever brings it in
};

struct TrainingTable {
    std::vector<TrainingRow> rows = {};
    std::vector<FileProblem> problems = {};
};

/// CSV; the first line names the columns: login, training, step and date are needed; expires, signed_off_by
/// and evidence may be. A line that cannot be used is a problem and left out. An exception is no column: a
/// lead makes each by itself. Throws Error{format} when a needed column is missing.
TrainingTable read_training_csv(std::string_view text);
/// Throws Error{not_found}, Error{format}.
TrainingTable read_training_csv_file(const std::filesystem::path& file);

struct TrainingReport {
    std::size_t added = 0;
    std::size_t changed = 0; ///< another date, end, name or evidence of a step that stood there
    std::size_t unchanged = 0;
    std::vector<FileProblem> problems = {}; ///< by line
};

/// One transaction; each line through the rights of `by` and the ladder (competence.h), lower steps first
/// whatever the order of the file. A line that is refused is a problem, the others are brought in. What is
/// dated ahead of `today` is refused: it has not been done.
TrainingReport import_training(store::Connection& connection, const TrainingTable& table, const Staff& by,
                               Date today, ImportMode mode, Clock clock = system_now);

} // namespace guidepost::people
