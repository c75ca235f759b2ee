// SPDX-License-Identifier: GPL-2.0-or-later
// The one table of what a case file may hold: reading, writing, setting by name and forms use it.
#pragma once

#include "core/values/case_profile.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guidepost {

struct YamlNode;

/// One value of a case: its dotted name, where it lies in CaseProfile and what it takes.
struct CaseKey {
    using Place = std::variant<std::string CaseProfile::*, std::optional<int> CaseProfile::*,
                               std::optional<double> CaseProfile::*, std::vector<std::string> CaseProfile::*,
                               std::map<std::string, std::string> CaseProfile::*>;

    std::string name = {}; ///< "rosh.public"; the part after the point is the key within a map
    Place place = {};
    std::vector<std::string> words = {}; ///< empty: a number from `least` to `most`, or a slug
    double least = 0;
    double most = 0;

    /// "rosh" of "rosh.public"; "" when the name has no point.
    std::string_view group() const;
    /// "public" of "rosh.public", "1.30" of "oasys.1.30"; the whole name when it has no point.
    std::string_view member() const;
    bool is_list() const;
};

/// In the order in which a file is written.
const std::vector<CaseKey>& case_keys();

/// None when there is no such key.
const CaseKey* find_case_key(std::string_view name);

/// The keys of one group, "rosh" or "oasys"; empty when there is no such group.
std::vector<const CaseKey*> case_keys_of(std::string_view group);

/// Sets the value; no values, or only empty ones, make it unknown. Returns "" or, leaving the profile
/// as it was, what the key takes: "takes low, medium, high or very-high".
std::string put_case_value(CaseProfile& profile, const CaseKey& key, const std::vector<std::string>& values);

/// What is known, as put_case_value would take it; empty when nothing is.
std::vector<std::string> case_values(const CaseProfile& profile, const CaseKey& key);

/// An answer to a question of a module, by "module.key": a word of a-z, 0-9 and hyphens, or a number. ""
/// makes it unknown. Returns as put_case_value does. What the module takes is for whoever knows the module.
std::string put_module_answer(std::map<std::string, std::string>& answers, std::string_view name,
                              std::string_view value);

/// A case that stands within another file; "version" may be said in it. Throws Error{format} that names
/// line and key.
CaseProfile case_from_yaml(const YamlNode& node);

} // namespace guidepost
