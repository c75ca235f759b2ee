// SPDX-License-Identifier: GPL-2.0-or-later
// What the window says instead of doing nothing.
#include "ui/desktop/frame/frame.h"
#include "ui/desktop/frame/pages.h"
#include "ui/desktop/platform/clipboard.h"
#include "ui/desktop/shell/index_keeper.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/msgdlg.h>

namespace guidepost::desktop {
namespace {

wxString name_of(Command command)
{
    for (const auto& row : command_table())
        if (row.command == command) {
            auto name = wxControl::RemoveMnemonics(wxGetTranslation(row.label));
            name.Replace("...", "");
            return name;
        }
    return {};
}

wxString why_not_here(Command command)
{
    switch (command) {
    case Command::clear_case:
        return _("No case is set.");
    case Command::switch_case:
        return _("You have no cases on this desk yet. Set one with Ctrl+Shift+E.");
    case Command::forget_recent:
        return _("Nothing was read or searched yet.");
    case Command::go_back:
    case Command::go_forward:
        return _("There is no page to go to in that direction.");
    default:
        return {};
    }
}

} // namespace

void Frame::tell_why_not(Command command)
{
    switch (command) {
    case Command::undo: // of a text or a selection: that there is none is seen
    case Command::redo:
    case Command::cut:
    case Command::copy:
    case Command::paste:
    case Command::select_all:
        return;
    case Command::import_folder:
    case Command::imported_texts:
    case Command::rebuild_index:
        notify(services_.desk.is_read_only() ? _("This desk may not be written.")
                                             : _("The index is being made. Try again when that is done."),
               Tone::told);
        return;
    default:
        break;
    }
    const auto place = page_of(command);
    auto words = pages_[place.value_or(current_)]->why_not(command);
    if (words.empty())
        words = why_not_here(command);
    if (words.empty())
        words = wxString::Format(_("\"%s\" has nothing to do on this page."), name_of(command));
    notify(words, Tone::told);
}

bool Frame::may_close()
{
    std::string words;
    for (const auto* const page : pages_)
        words += page->words_at_risk();
    if (words.empty())
        return true;
    wxMessageDialog question{
        this, _("This desk may not be written, so what you wrote is gone when the window closes."),
        _("Close the window?"), wxYES_NO | wxCANCEL | wxICON_QUESTION};
    question.SetYesNoCancelLabels(_("Copy it and close"), _("Close without it"), _("Stay"));
    const int answer = question.ShowModal();
    if (answer == wxID_YES && !platform::copy_to_clipboard(to_wx(words))) {
        notify(_("The clipboard could not be used. Try again."), Tone::warning);
        return false;
    }
    return answer != wxID_CANCEL;
}

} // namespace guidepost::desktop
