// SPDX-License-Identifier: GPL-2.0-or-later
// The privacy guard as forms and commands use it: identifiers and likely names together. The same guard
// runs on a question, on an answer, and on search text before it is kept or counted.
#pragma once

#include "core/privacy/likely_names.h"
#include "core/privacy/privacy_guard.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace guidepost::privacy {

/// Immutable once read; share between threads.
struct GuardWords {
    RoleWords roles = {};
    KnownWords known = {};
};

/// From the content folder (role-words.tsv, given-names.txt, surnames.txt, known-*.txt, vocabulary.tsv) and
/// the dictionary. Where there is no dictionary, `known.has_dictionary()` says so and names are found by
/// title and relation alone. Takes some ten milliseconds. Throws Error{format} with file and line,
/// Error{not_found} for a content file that is missing.
GuardWords read_guard_words(const std::filesystem::path& content,
                            const std::filesystem::path& dictionary = system_dictionary);

struct GuardFindings {
    std::vector<Finding> identifiers = {};
    std::vector<LikelyName> names = {}; ///< none over an identifier

    bool is_clean() const { return identifiers.empty() && names.empty(); }
};

GuardFindings guard(std::string_view text, const GuardWords& words, Date today);

/// Whether a search may be remembered or counted as a gap: nothing in it gives anybody away.
bool may_be_kept(std::string_view text, const GuardWords& words, Date today);

} // namespace guidepost::privacy
