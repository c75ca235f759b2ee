// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/notify_dialog.h"

#include "core/text/text.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/autostart.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/log.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

namespace guidepost::desktop {
namespace {

constexpr const char* setting = "notify-command";

} // namespace

void edit_notifications(wxWindow* parent, journal::Journal& journal, const std::filesystem::path& profile)
{
    wxDialog dialog{parent, wxID_ANY, _("Notifications")};
    platform::mark_as_dialog(dialog);
    const auto folder = platform::autostart_folder();
    const int width = dialog.FromDIP(440);
    auto* const starts =
        new wxCheckBox{&dialog, wxID_ANY, _("Start Guidepost when I sign in to this computer")};
    starts->SetValue(platform::is_autostart(folder));
    const auto name = _("Command to run when something new waits");
    auto* const command = new wxTextCtrl{&dialog, wxID_ANY, to_wx(journal.setting(setting).value_or("")),
                                         wxDefaultPosition, wxSize{width, -1}};
    platform::set_accessible_name(*command, name);
    UndoField::give_to(*command);
    auto* const told = new FlowText{&dialog, "gp-quiet"};
    told->fit_to(width);
    told->set_text(
        _("The number of consultations that wait is its last argument, and nothing else is given to "
          "it. Empty: none."));
    auto* const all = new wxBoxSizer{wxVERTICAL};
    const int margin = dialog.FromDIP(14);
    all->Add(starts, wxSizerFlags{}.Border(wxALL, margin));
    all->Add(new wxStaticText{&dialog, wxID_ANY, name}, wxSizerFlags{}.Border(wxLEFT | wxRIGHT, margin));
    all->Add(command, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, margin / 2));
    all->Add(told, wxSizerFlags{}.Border(wxALL, margin));
    all->Add(dialog.CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags{}.Expand().Border(wxALL, margin));
    dialog.SetSizerAndFit(all);
    dialog.CentreOnParent();
    if (dialog.ShowModal() != wxID_OK)
        return;
    journal.set_setting(setting, std::string{trimmed(to_utf8(command->GetValue()))});
    if (starts->GetValue() != platform::is_autostart(folder))
        platform::set_autostart(folder, starts->GetValue(),
                                to_utf8(wxStandardPaths::Get().GetExecutablePath()), profile);
}

void run_notify_command(journal::Journal& journal, std::size_t count)
{
    auto words = split(journal.setting(setting).value_or(""), ' ');
    if (words.empty())
        return;
    words.push_back(std::to_string(count));
    std::vector<const char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const auto& word : words)
        arguments.push_back(word.c_str());
    arguments.push_back(nullptr);
    const wxLogNull quiet; // a command that is not there must not open a box
    wxExecute(arguments.data(), wxEXEC_ASYNC);
}

} // namespace guidepost::desktop
