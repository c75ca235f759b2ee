// SPDX-License-Identifier: GPL-2.0-or-later
// A window too narrow for a sidebar: one button shows the pages, and what else stands in the sidebar.
#include "ui/desktop/frame/frame.h"
#include "ui/desktop/frame/pages.h"
#include "ui/desktop/platform/accessible.h"

#include <wx/intl.h>
#include <wx/menu.h>

namespace guidepost::desktop {
namespace {

constexpr int least_letters_across = 66;

} // namespace

void Frame::fit_width()
{
    // In letters, because large text needs the room of a small window.
    const bool is_narrow = base_->GetClientSize().x < GetTextExtent("n").x * least_letters_across;
    if (pages_button_->IsShown() == is_narrow)
        return;
    sidebar_->Show(!is_narrow);
    sidebar_line_->Show(!is_narrow);
    pages_button_->Show(is_narrow);
    name_pages_button();
    base_->Layout();
}

void Frame::name_pages_button()
{
    const wxString page = wxGetTranslation(page_rows()[current_].name);
    pages_button_->SetLabel(page + L" \u25be");
    platform::set_accessible_name(*pages_button_, wxString::Format(_("Pages; this is %s"), page));
    pages_button_->InvalidateBestSize();
}

void Frame::show_pages_menu()
{
    wxMenu menu;
    const auto add = [&menu](wxMenuItem* item, auto action) {
        menu.Bind(
            wxEVT_MENU, [action](wxCommandEvent&) { action(); }, item->GetId());
    };
    for (const auto& entry : sidebar_->entries()) {
        auto* const item = menu.AppendRadioItem(wxID_ANY, wxControl::EscapeMnemonics(entry.words));
        item->Check(entry.page == current_);
        add(item, [this, page = entry.page] { show_page(page); });
    }
    menu.AppendSeparator();
    if (sidebar_->has_news())
        add(menu.Append(wxID_ANY, _("Show what is new")), [this] { run(Command::show_news); });
    for (const auto& words : sidebar_->told())
        if (!words.empty())
            menu.Append(wxID_ANY, wxControl::EscapeMnemonics(words))->Enable(false);
    pages_button_->PopupMenu(&menu, 0, pages_button_->GetSize().y);
}

} // namespace guidepost::desktop
