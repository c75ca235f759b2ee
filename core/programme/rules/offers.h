// SPDX-License-Identifier: GPL-2.0-or-later
// What a module offers and by which rules, as its files say it: interventions.yaml (a list) and
// toolkits/*.yaml (one each). docs/module-data.md describes every key.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::programme {

/// One condition. What the case does not say leaves it open; it is never guessed.
struct Rule {
    /// What it comes to when it is not met.
    enum class Otherwise { not_eligible, ask, while_waiting };

    std::string measure = {};  ///< see measures.h; "asked": a question that no case file answers
    std::string at_least = {}; ///< "50", "medium"; "" where it does not say so
    std::string at_most = {};
    std::string is = {};
    /// "", "licence", "order", "community-order": counts only there; "known": only if the case says the
    /// measure.
    std::string when = {};
    std::string any_of = {};   ///< of the rules with the same name one is enough
    std::string question = {}; ///< of "asked"
    std::string source = {};
    Otherwise otherwise = Otherwise::not_eligible;
};

/// Who may use a part of a toolkit.
struct Stage {
    int stage = 0;
    std::string staff = {};
};

struct Offer {
    std::string id = {};
    std::string name = {};
    std::string type = {};   ///< programme | structured-intervention | toolkit
    std::string status = {}; ///< open | closing | closed | custody-only
    std::string summary = {};
    std::vector<std::string> settings = {}; ///< empty: any
    std::vector<std::string> sexes = {};    ///< empty: any
    std::optional<int> age_from = {}, age_to = {}, age_to_if_immature = {};
    std::vector<std::string> offence_include = {}, offence_exclude = {}; ///< include empty: any
    std::vector<std::string> offence_ask = {};                           ///< not simply suitable for these
    std::vector<Rule> rules = {};
    bool is_for_waiting = false;          ///< once a programme is suitable, only until it starts
    std::vector<std::string> limits = {}; ///< sentences
    std::string note = {};
    std::string who_may_use = {}; ///< a sentence
    std::vector<Stage> stages = {};
    std::vector<std::string> guidance = {};
    std::string source = {};
    std::string as_of = {}; ///< "2025-06"
};

/// What the folder of a module offers, in the order of the list, toolkits by name after it; empty when it
/// has neither. Throws Error{format}: file, line, key, and what it takes.
std::vector<Offer> read_offers(const std::filesystem::path& module_folder);

} // namespace guidepost::programme
