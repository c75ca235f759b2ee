// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/index_words.h"

#include "ui/desktop/words/text.h"

#include <wx/intl.h>

namespace guidepost::desktop {

wxString words_of(const search::IndexState& index)
{
    using Kind = search::IndexState::Kind;
    const auto behind = static_cast<unsigned long>(index.behind);
    wxString words;
    if (index.kind == Kind::rebuilding)
        words = _("The index is being rebuilt: only titles are searched until it is ready.");
    else if (index.kind == Kind::titles_only)
        words = _("Only titles are searched: the index is not ready.");
    if (behind == 0)
        return words;
    if (!words.empty())
        return words + " " +
               wxString::Format(wxPLURAL("The text of %lu article is not searchable yet.",
                                         "The text of %lu articles is not searchable yet.", plural(behind)),
                                behind);
    return wxString::Format(wxPLURAL("%lu article is not searchable yet.",
                                     "%lu articles are not searchable yet.", plural(behind)),
                            behind);
}

} // namespace guidepost::desktop
