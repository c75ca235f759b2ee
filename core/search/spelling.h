// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: other spellings for words that the index does not have.
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>

namespace guidepost::search {

/// Looking through the dictionary of a large library takes ten milliseconds, and while somebody types
/// the same word is asked about with every key that follows it: so answers are kept.
class Spelling {
public:
    /// The nearest word of the library's own, or "".
    std::string nearest(const Xapian::Database& database, const std::string& word);

    /// The dictionary has changed.
    void forget() { known_.clear(); }

private:
    std::unordered_map<std::string, std::string> known_;
};

} // namespace guidepost::search
