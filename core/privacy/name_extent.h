// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: how far a name goes on behind its first word.
#pragma once

#include "core/privacy/name_evidence.h"

namespace guidepost::privacy {

class NameExtent {
public:
    NameExtent(const NameTokens& tokens, const NameWords& words) : tokens_{tokens}, words_{words} {}

    /// Further words written as the first one is, particles and initials between them: "Mary Jane van Dyke",
    /// "kyle walker", "SMITH, Kyle".
    std::size_t end_of(std::size_t first) const;

    /// Of a name in another script; `first` itself when it is none.
    std::size_t end_of_foreign(std::size_t first) const;

private:
    bool goes_on(const NameToken& first, const NameToken& word) const;
    bool is_turned_about(std::size_t first) const;

    const NameTokens& tokens_;
    const NameWords& words_;
};

} // namespace guidepost::privacy
