// SPDX-License-Identifier: GPL-2.0-or-later
// People and contacts as others hand them over: YAML or CSV (docs/staff-file.md). One line or entry that
// cannot be used is left out and said; the others are read.
//
// A key or column that is not there says nothing, and what the register has stays. One that is there and
// empty says "none".
#pragma once

#include "core/people/competence.h"
#include "core/people/register.h"
#include "core/people/staff.h"
#include "core/text/error.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::people {

/// Something in the file and why it is not used.
struct FileProblem {
    std::size_t line = 0; ///< from 1
    std::string key = {}; ///< "skills"; "" is the whole entry
    std::string what = {};
    bool is_left_out = true; ///< the entry; false: it is read without what is named here
    Errc errc = Errc::format;
};

struct StaffRow {
    std::size_t line = 0;
    Staff staff = {};
    std::set<std::string> said = {}; ///< the keys that were there
};

struct StaffFile {
    std::vector<StaffRow> rows = {};
    std::vector<FileProblem> problems = {};
};

struct ContactsFile {
    std::vector<Contact> contacts = {};
    std::vector<FileProblem> problems = {};
};

struct TrainingFile {
    std::vector<Competence> lines = {}; ///< in the order of the file
    std::vector<FileProblem> problems = {};
};

/// `today` given, a date may be "today", "today+5", "today-30": for the practice desk, whose absences would
/// otherwise soon lie in the past. Throws Error{format} for text that is no YAML at all.
StaffFile read_staff_yaml(std::string_view text, std::optional<Date> today = {});

/// The first line names the columns: the keys of the YAML form. Lists are parted by semicolons, a skill is
/// "specialism:level:expires:evidence", a time away "first/last/cover", both shorter when less is known.
StaffFile read_staff_csv(std::string_view text);

/// One person as words, "band=4", "conflicts=officer-3;officer-4", with the keys and values of the CSV form.
StaffFile read_staff_words(const Login& login, const std::vector<std::string>& words);

/// By its ending: .csv, or else YAML. Throws Error{not_found}, Error{format}.
StaffFile read_staff_file(const std::filesystem::path& file);

ContactsFile read_contacts_yaml(std::string_view text);

/// `training`: login, training, step, date, expires, signed_off_by, evidence, exception {by, reason}.
TrainingFile read_training_yaml(std::string_view text, std::optional<Date> today = {});

inline constexpr std::size_t largest_staff_file = 4 * 1024 * 1024; ///< bytes

} // namespace guidepost::people
