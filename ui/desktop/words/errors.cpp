// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/words/errors.h"

#include "ui/desktop/words/text.h"

#include <wx/intl.h>

namespace guidepost::desktop {
namespace {

wxString title_of(Errc code)
{
    switch (code) {
    case Errc::usage:
        return _("That could not be understood");
    case Errc::not_found:
        return _("That is not here");
    case Errc::refused:
        return _("That was refused");
    case Errc::conflict:
        return _("Somebody else changed it first");
    case Errc::storage:
        return _("The store cannot be used");
    case Errc::search:
        return _("The search index cannot be used");
    case Errc::format:
        return _("That does not have the form it should have");
    case Errc::cancelled:
        return _("Stopped");
    case Errc::failure:
        break;
    }
    return _("Something went wrong");
}

wxString advice_of(Errc code)
{
    switch (code) {
    case Errc::storage:
        return _("Check that the disk is not full and that the profile's folder is yours to write.");
    case Errc::search:
        return _("Titles can be searched meanwhile. Rebuild the index from the File menu.");
    case Errc::conflict:
        return _("Look again and repeat your change if it is still needed.");
    case Errc::failure:
        return _("Try again. If it happens again, tell whoever looks after this computer.");
    default:
        return {};
    }
}

} // namespace

ErrorWords words_of(const Error& error)
{
    return {title_of(error.code()), to_wx(error.what()), advice_of(error.code())};
}

wxString sentence_of(const Error& error)
{
    const auto words = words_of(error);
    auto text = words.title + ". " + words.what;
    if (!words.advice.empty())
        text += " " + words.advice;
    return text;
}

} // namespace guidepost::desktop
