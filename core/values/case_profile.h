// SPDX-License-Identifier: GPL-2.0-or-later
// What is known of a case without knowing who it is about. The file form is described in
// docs/case-file.md; absent means unknown and is never guessed.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// A pseudonymous case: it drives ranking now, suitability and routing later. Words are those of
/// the file form ("domestic-abuse", "very-high"), checked when read, so that what a newer version
/// adds can be refused by name.
struct CaseProfile {
    std::string reference = {}; ///< made on the desk, e.g. "north-7k2"; no key to a person
    std::string setting = {};   ///< community | custody | remand
    std::string sex = {};       ///< male | female
    std::optional<int> age = {};
    std::string region = {};
    std::vector<std::string> offence =
        {}; ///< sexual online domestic-abuse stalking violence general terrorism
    std::map<std::string, std::string> rosh = {}; ///< to whom (public, children, known_adult, staff) -> level
    std::string predictor = {};                   ///< ogrs4 | ogrs3: which family of names is shown
    std::optional<double> arp = {}, vrp = {}, csrp = {}; ///< percent
    std::string dc_srp = {}, iic_srp = {};               ///< low medium high very-high not-applicable
    std::map<std::string, std::string> sara = {};        ///< partner, others -> low medium high
    std::map<std::string, std::string> oasys = {};       ///< item number -> 0 1 2 yes no
    std::optional<int> need_score = {}; ///< 0 to 14: the sum of OASys items that some programmes ask for
    std::string innocence = {};         ///< accepts | minimises | maintains | appeal
    std::optional<int> learning_subtotal = {};
    std::string sentence_type = {};
    std::optional<int> months_left = {};
    std::vector<std::string> flags = {};            ///< "mappa-1", "shpo"
    std::map<std::string, std::string> fields = {}; ///< what modules ask for: "module.key" -> answer

    friend bool operator==(const CaseProfile&, const CaseProfile&) = default;
};

/// The highest RoSH level named, or "" when none is.
std::string highest_rosh(const CaseProfile& profile);

/// "Sexual, online", "RoSH high", "DC-SRP medium", "Maintains innocence": short words for the strip.
std::vector<std::string> case_chips(const CaseProfile& profile);

/// Throws Error{format} that names line and key.
CaseProfile parse_case(std::string_view yaml);
CaseProfile read_case(const std::filesystem::path& file);
std::string format_case(const CaseProfile& profile);

/// Sets one value by its dotted name: "setting=custody", "rosh.public=high", "offence=sexual,online",
/// "fields.module.key=yes".
/// An empty value makes it unknown again. Throws Error{format} that names the key and the words it takes.
void set_case_value(CaseProfile& profile, std::string_view assignment);

/// The words a key takes, in order; empty for numbers and free text. For forms.
const std::vector<std::string>& case_words(std::string_view key);

} // namespace guidepost
