// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: one finder for each subject. Each reads plain text and adds what it finds, with places
// in the plain text; findings may lie over each other, the guard joins them.
#pragma once

#include "core/privacy/known_words.h"
#include "core/privacy/privacy_guard.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::privacy {

using Findings = std::vector<Finding>;

/// Dates near "born", "DOB" and the like in every form, or that make somebody 10 to 100 years old; birthdays.
void find_birth_dates(std::string_view plain, Date today, Findings& findings);
/// Telephone numbers, UK and foreign.
void find_phones(std::string_view plain, Findings& findings);
/// Mail addresses, "(at)" and "(dot)" too.
void find_mail(std::string_view plain, Findings& findings);
/// Numbers that stand beside their name, whatever their check letters and gaps: "PNC 2008/0056560A".
void find_named_numbers(std::string_view plain, Findings& findings);
/// Passports, driving licences, registrations of cars.
void find_documents(std::string_view plain, Findings& findings);
/// Bank accounts and cards.
void find_money(std::string_view plain, Findings& findings);
/// Handles, user names and links to profiles.
void find_online_accounts(std::string_view plain, Findings& findings);
/// A street with its number.
void find_addresses(std::string_view plain, Findings& findings);
/// Schools and other small places where somebody lives, works or goes. Without words that are known only
/// those that say what they are: "Hollybush Primary School".
void find_places(std::string_view plain, const KnownWords* known, Findings& findings);

/// Parts of expressions: a word starts, a word ends, what may stand between a number and its name.
inline const std::string word_start = R"((?<![\p{L}\p{N}]))";
inline const std::string word_end = R"((?![\p{L}\p{N}]))";
inline const std::string link_to_number =
    R"((?: [\ :=\#("'\-] | \.(?=[\ :]) | \b(?:is|was|are|numbers?|nos?|num|nr|id|ref|reference|of|the|his|her|their|
        as|on|ending|reads?)\b ){0,10})";

} // namespace guidepost::privacy
