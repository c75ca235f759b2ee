// SPDX-License-Identifier: GPL-2.0-or-later
// The case form in a person's words: its sections in order, and a label for each key and word.
#pragma once

#include "core/values/case_keys.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::desktop {

struct CaseSection {
    const char* title = ""; ///< English
    const char* hint = "";  ///< English; may be ""
    std::vector<const CaseKey*> keys = {};
};

/// Every key of the case file, each once. A key that a newer core adds stands under "Other".
std::vector<CaseSection> case_sections();

/// English.
std::string case_label(const CaseKey& key);
std::string case_word_label(const CaseKey& key, const std::string& word);

} // namespace guidepost::desktop
