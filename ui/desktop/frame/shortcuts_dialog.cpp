// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/shortcuts_dialog.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/shell/commands.h"

#include <wx/button.h>
#include <wx/control.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

wxString told(const CommandRow& row)
{
    if (*row.told_as)
        return wxGetTranslation(row.told_as);
    auto words = wxControl::RemoveMnemonics(wxGetTranslation(row.label));
    words.Replace("...", "");
    return words;
}

wxString keys_of(const CommandRow& row)
{
    wxString keys{row.key};
    for (const auto& other : other_keys())
        if (row.command != Command::none && other.command == row.command &&
            !wxString{other.key}.Contains("KP_"))
            keys += _(" or ") + wxString{other.key};
    return keys;
}

} // namespace

void show_shortcuts(wxWindow* parent)
{
    wxDialog dialog{parent,
                    wxID_ANY,
                    _("Keyboard shortcuts"),
                    wxDefaultPosition,
                    wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER};
    platform::mark_as_dialog(dialog);
    auto* const scrolled = new wxScrolledWindow{&dialog};
    platform::set_accessible_name(*scrolled, _("Keyboard shortcuts"));
    scrolled->SetScrollRate(0, dialog.FromDIP(16));
    auto* const rows = new wxFlexGridSizer{2, dialog.FromDIP(5), dialog.FromDIP(24)};
    const auto add_heading = [&](const wxString& words) {
        auto* const heading = new wxStaticText{scrolled, wxID_ANY, words};
        heading->SetFont(heading->GetFont().Bold());
        rows->Add(heading, wxSizerFlags{}.Border(wxTOP, dialog.FromDIP(10)));
        rows->AddSpacer(0);
    };
    for (const auto menu :
         {Menu::nowhere, Menu::go, Menu::edit, Menu::view, Menu::case_, Menu::file, Menu::help}) {
        add_heading(menu == Menu::nowhere ? _("Searching")
                                          : wxControl::RemoveMnemonics(wxGetTranslation(menu_title(menu))));
        for (const auto& row : command_table()) {
            if (row.menu != menu || !*row.key)
                continue;
            rows->Add(new wxStaticText{scrolled, wxID_ANY, told(row)});
            auto* const keys = new wxStaticText{scrolled, wxID_ANY, keys_of(row)};
            platform::add_style(*keys, "gp-quiet");
            rows->Add(keys);
        }
    }
    auto* const padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(rows, wxSizerFlags{}.Border(wxALL, dialog.FromDIP(16)));
    scrolled->SetSizer(padded);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(scrolled, wxSizerFlags{1}.Expand());
    auto* const close = new wxButton{&dialog, wxID_CANCEL, _("&Close")};
    all->Add(close, wxSizerFlags{}.Right().Border(wxALL, dialog.FromDIP(12)));
    dialog.SetSizer(all);
    const auto room = parent->GetClientSize();
    dialog.SetSize(std::min(padded->GetMinSize().x + dialog.FromDIP(40), room.x),
                   std::min(dialog.FromDIP(560), room.y));
    dialog.CentreOnParent();
    close->SetFocus();
    dialog.ShowModal();
}

} // namespace guidepost::desktop
