// SPDX-License-Identifier: GPL-2.0-or-later
// What the privacy guard says of a text that is being written, as a field shows it.
#pragma once

#include "core/privacy/guard.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::desktop {

struct GuardMark {
    std::size_t start = 0; ///< in characters, as fields count
    std::size_t end = 0;
    std::string what = {};        ///< "postcode": never the text itself
    std::string replacement = {}; ///< "[postcode]", "partner A"
    bool is_soft = false;         ///< perhaps a name: a person decides
};

using privacy::GuardWords;

/// In order, none over another. Without words only identifiers are found.
std::vector<GuardMark> guard_marks(std::string_view text, Date today, const GuardWords* words = nullptr);

/// The text with the marks replaced. `hard_only` leaves what may be a name.
enum class Replace { identifiers, everything };
std::string without_marks(std::string_view text, const std::vector<GuardMark>& marks, Replace which);

/// "a postcode, 2 phone numbers": what was noticed, for the line below a field; "" for nothing.
std::string guard_sentence(const std::vector<GuardMark>& marks);

/// The byte at which a character starts; the size when there are not so many.
std::size_t byte_of(std::string_view text, std::size_t character);

} // namespace guidepost::desktop
