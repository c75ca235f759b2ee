// SPDX-License-Identifier: GPL-2.0-or-later
// How a programme module stands, in plain words: for lists, and as a page.
#pragma once

#include "core/pages/pages.h"
#include "core/programme/catalogue.h"
#include "core/programme/module_parts.h"

#include <string>

namespace guidepost::pages {

/// "Ready", "Not yet valid".
std::string state_words(programme::ModuleState state);

/// "Came with Guidepost", "Signed by editors", "Nobody signed it".
std::string trust_words(programme::Trust trust, const std::string& signer);

/// "Approved by the trainers, 3 March 2026"; of one that nobody signed, that only the module says so. "" when
/// it says nothing.
std::string approval_words(const programme::ModuleView& view);

/// "From 1 June 2025 to 31 May 2027", "Until 31 May 2027"; "" for a module that says neither.
std::string validity_words(const programme::ModuleManifest& manifest);

/// What somebody can do about the state; "" when there is nothing to be done.
std::string state_advice(const programme::ModuleView& view);

struct ModuleStatePage {
    programme::ModuleView view = {};
    programme::ModuleParts parts = {};
};

/// State with its reason and what to do about it, what it is, what it brings, what its code can be asked and
/// what holds its code. The texts of the module are shown as words.
std::string module_state_page(const ModuleStatePage& page, const Look& look);

} // namespace guidepost::pages
