// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/guard_question.h"

#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/msgdlg.h>

#include <algorithm>

namespace guidepost::desktop {

bool ask_despite_marks(wxWindow* parent, const std::vector<GuardMark>& marks)
{
    std::vector<GuardMark> hard;
    std::copy_if(marks.begin(), marks.end(), std::back_inserter(hard),
                 [](const GuardMark& mark) { return !mark.is_soft; });
    if (hard.empty())
        return true;
    wxMessageDialog question{
        parent,
        wxString::Format(
            _("It looks like: %s. What is sent stays in the record for years. Ctrl+Shift+R in the "
              "field replaces it."),
            to_wx(guard_sentence(hard))),
        _("This may say who it is about"), wxYES_NO | wxNO_DEFAULT | wxICON_WARNING};
    question.SetYesNoLabels(_("Send as it is"), _("Go back"));
    return question.ShowModal() == wxID_YES;
}

} // namespace guidepost::desktop
