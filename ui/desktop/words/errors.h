// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/text/error.h"

#include <wx/string.h>

namespace guidepost::desktop {

/// An error as a person reads it, translated: what happened, and what to do.
struct ErrorWords {
    wxString title = {};
    wxString what = {};
    wxString advice = {};
};

ErrorWords words_of(const Error& error);

/// The three in one text, for a strip or a box.
wxString sentence_of(const Error& error);

} // namespace guidepost::desktop
