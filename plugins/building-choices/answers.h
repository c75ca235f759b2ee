// SPDX-License-Identifier: GPL-2.0-or-later
// What the needs identifier asks about a person, and what is answered. A question without an answer is a
// blank; nothing here guesses one.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace guidepost::building_choices {

enum class Level { low, medium, high };
enum class Setting { community, custody, remand };
enum class Sex { male, female };
enum class Band { low, medium, high, very_high, not_applicable };
enum class Innocence { accepts, minimises, maintains, appeal };
/// Which family of names the assessment was made with. The thresholds are the same.
enum class Predictor { ogrs4, ogrs3 };

/// What is scored 0 (no problem), 1 (some) or 2 (significant), in the order of the domains.
enum class Item {
    sexual_preoccupation,
    sexual_interests,
    emotional_congruence,
    procriminal_attitudes,
    hostile_orientation,
    close_family,
    previous_relationships,
    criminal_associates,
    aggressive_or_controlling,
    impulsivity,
    temper,
    problem_solving,
    coping,
};
inline constexpr std::size_t item_count = 13;

enum class Domain { sex, thinking, relationships, self_management };
inline constexpr std::size_t domain_count = 4;

struct ItemFacts {
    Item item;
    std::string_view number; ///< of OASys: "11.12"
    std::string_view words;
    Domain domain;
};
inline constexpr std::array<ItemFacts, item_count> items{{
    {Item::sexual_preoccupation, "11.11", "sexual preoccupation", Domain::sex},
    {Item::sexual_interests, "11.12", "offence-related sexual interests", Domain::sex},
    {Item::emotional_congruence, "6.12", "emotional congruence with children", Domain::sex},
    {Item::procriminal_attitudes, "12.1", "pro-criminal attitudes", Domain::thinking},
    {Item::hostile_orientation, "12.9", "hostile orientation", Domain::thinking},
    {Item::close_family, "6.1", "current close family", Domain::relationships},
    {Item::previous_relationships, "6.6", "previous close relationships", Domain::relationships},
    {Item::criminal_associates, "7.3", "easily influenced by criminal associates", Domain::relationships},
    {Item::aggressive_or_controlling, "11.3", "aggressive or controlling behaviour", Domain::relationships},
    {Item::impulsivity, "11.2", "impulsivity", Domain::self_management},
    {Item::temper, "11.4", "temper control", Domain::self_management},
    {Item::problem_solving, "11.6", "problem solving", Domain::self_management},
    {Item::coping, "10.1", "difficulties coping", Domain::self_management},
}};

struct Answers {
    std::optional<Setting> setting = {};
    std::optional<Sex> sex = {};
    std::optional<int> age = {};
    Predictor predictor = Predictor::ogrs4;
    std::optional<double> arp = {}, vrp = {}, csrp = {}; ///< percent
    std::optional<Band> dc_srp = {}, iic_srp = {};
    std::optional<Level> sara_partner = {}, sara_others = {};
    std::optional<bool> ever_sexual_offence = {}; ///< OASys 1.30
    std::optional<bool> risk_of_sexual_harm = {}; ///< OASys 6.11
    std::array<std::optional<int>, item_count> scores = {};

    std::optional<Innocence> innocence = {};
    std::optional<int> learning_subtotal = {};
    bool has_sexual_offence = false; ///< the case says so, whatever the bands say
    /// Found eligible before sentence or release by the national tool: that stands.
    bool was_eligible_before = false;

    std::optional<int>& score(Item item) { return scores[static_cast<std::size_t>(item)]; }
    const std::optional<int>& score(Item item) const { return scores[static_cast<std::size_t>(item)]; }
};

/// Remand counts as custody.
inline bool is_custody(Setting setting)
{
    return setting != Setting::community;
}

std::string_view word_of(Level level);
std::string_view word_of(Band band);

/// Reads a case of guidepost:case/1. Throws std::runtime_error that names the key, never its value.
Answers answers_from_json(std::string_view case_profile);

} // namespace guidepost::building_choices
