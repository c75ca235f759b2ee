// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: other spellings for words that the index does not have.
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>

namespace guidepost::search {

/// Looking through the dictionary of a large library takes milliseconds, and while somebody types the
/// same word is asked about with every key that follows it: so answers are kept.
class Spelling {
public:
    /// The nearest word of the library's own, or "".
    std::string nearest(const Xapian::Database& database, const std::string& word);

    /// The dictionary has changed.
    void forget() { known_.clear(); }

private:
    std::unordered_map<std::string, std::string> known_;
};

/// Leaves stop words out of a text and enters its other words in the dictionary that `Spelling` looks
/// through. Xapian's own way enters every word; in technical texts three fifths of them were
/// identifiers and codes, which nobody means by a slip and every lookup has to pass.
class DictionaryStopper final : public Xapian::Stopper {
public:
    explicit DictionaryStopper(const Xapian::WritableDatabase& database) : database_{database} {}

    bool operator()(const std::string& word) const override;

private:
    Xapian::WritableDatabase database_;
};

} // namespace guidepost::search
