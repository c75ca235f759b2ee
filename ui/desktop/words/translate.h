// SPDX-License-Identifier: GPL-2.0-or-later
// The model's own texts are English and marked with N_() for the translators; the macro is wx's where wx is,
// so that each file of the model defines its own. Whoever shows a text passes what puts it into the
// reader's language.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace guidepost::desktop {

using Translate = std::function<std::string(const char* english)>;

inline std::string in_english(const char* english)
{
    return english;
}

/// A translated text with what it leaves open: "Review overdue since %s".
inline std::string filled_in(std::string text, std::string_view value)
{
    if (const auto gap = text.find("%s"); gap != std::string::npos)
        text.replace(gap, 2, value);
    return text;
}

} // namespace guidepost::desktop
