// SPDX-License-Identifier: GPL-2.0-or-later
// What a record must be like to be kept. Names come from files and forms that others wrote.
#pragma once

#include "core/people/register.h"
#include "core/people/staff.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::people {

/// A field of a record and what is wrong with it, as a sentence's end: "band", "is 3 to 6".
struct Fault {
    std::string field = {};
    std::string what = {};
};

/// Empty: it can be kept. Whether logins named in it (cover, conflicts) exist is not asked here.
std::vector<Fault> faults_of(const Staff& staff);
std::vector<Fault> faults_of(const Skill& skill);
std::vector<Fault> faults_of(const Away& away);
std::vector<Fault> faults_of(const Contact& contact);

/// Why a text cannot be one line of a record: "holds control characters", "is longer than 200 bytes";
/// "" when it can. Empty text can.
std::string fault_of_line(std::string_view text, std::size_t most_bytes);

/// "band is 3 to 6; region is none of the twelve"
std::string sentence_of(const std::vector<Fault>& faults);

} // namespace guidepost::people
