// SPDX-License-Identifier: GPL-2.0-or-later
// The words of the field: content/vocabulary.tsv, lines of
//     short form TAB expansion TAB same|ambiguous|old-new
// and, in the same lines, how people say it in everyday words: content/everyday-words.tsv.
// `same` stands for each other both ways. `old-new` helps finding both ways but is not the same
// thing, and a hit says so. An `ambiguous` form has several meanings, never resolved silently.
// Capitals do not matter, except in a short form written with = before it, which is an ordinary
// word otherwise: =SO is meant by SO alone.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::search {

enum class Relation { same, ambiguous, old_new };

struct VocabularyPair {
    std::string short_form = {};
    std::string expansion = {};
    Relation relation = Relation::same;
    bool only_as_written = false; ///< capitals matter
    std::size_t line = 0;
    bool is_everyday = false; ///< finds, and is never shown as a name of anything
};

/// What else a stretch of words may be called.
struct Expansion {
    std::string text = {};
    Relation relation = Relation::same;
    bool is_newer = false; ///< for old_new: the expansion is the newer name
};

/// Immutable once read; share between threads.
class Vocabulary {
public:
    Vocabulary() = default;
    explicit Vocabulary(std::vector<VocabularyPair> pairs);

    /// Lines of # are comments. A line that cannot be used throws Error{format} with its number.
    static Vocabulary read(const std::filesystem::path& file);

    const std::vector<VocabularyPair>& pairs() const { return pairs_; }

    /// Other names for `form` (case and punctuation do not matter), those of one step and, through
    /// `same`, of two: OGRS leads to "all reoffending predictor" and so to ARP.
    std::vector<Expansion> expand(std::string_view form) const;

    /// The meanings of an ambiguous form; empty for all others.
    std::vector<std::string> meanings(std::string_view form) const;

    /// The form as the vocabulary writes it, capitals and all; "" when it does not have it. Forms that
    /// are ordinary words otherwise and everyday words do not count.
    std::string written(std::string_view form) const;

    /// How many words the longest form has: how far to look ahead in a query.
    std::size_t longest_form() const { return longest_form_; }

    /// Lower case, punctuation as spaces, no apostrophes: the form two spellings share.
    static std::string key(std::string_view form);

private:
    struct Edge {
        std::string to; ///< as written
        Relation relation;
        bool is_newer;
    };
    static std::string form_key(std::string_view form, bool as_written);

    std::vector<VocabularyPair> pairs_;
    std::multimap<std::string, Edge, std::less<>> edges_;
    std::map<std::string, std::string, std::less<>> written_;
    std::size_t longest_form_ = 1;
};

} // namespace guidepost::search
