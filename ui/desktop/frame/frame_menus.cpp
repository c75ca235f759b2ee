// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/frame.h"
#include "ui/desktop/frame/pages.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/accel.h>
#include <wx/intl.h>
#include <wx/menu.h>
#include <wx/textentry.h>

namespace guidepost::desktop {
namespace {

constexpr int first_id = wxID_HIGHEST + 100;
constexpr std::size_t menu_length = 12;

int id_of(Command command)
{
    return first_id + static_cast<int>(command);
}

wxString menu_words(std::string_view text)
{
    constexpr std::size_t longest = 60;
    auto words = to_wx(text);
    if (words.length() > longest)
        words = words.Left(longest) + L"\u2026";
    words.Replace("\t", " ");
    return wxControl::EscapeMnemonics(words);
}

} // namespace

void Frame::make_menus()
{
    auto* const bar = new wxMenuBar;
    for (const auto menu :
         {Menu::file, Menu::edit, Menu::view, Menu::go, Menu::case_, Menu::consult, Menu::help}) {
        auto* const items = new wxMenu;
        for (const auto& row : command_table()) {
            if (row.menu != menu)
                continue;
            wxString label = wxGetTranslation(row.label);
            if (row.command == Command::bookmarks || row.command == Command::recent) {
                auto* const below = new wxMenu;
                (row.command == Command::bookmarks ? bookmarks_menu_ : recent_menu_) = below;
                items->AppendSubMenu(below, label);
            } else {
                if (*row.key)
                    label += "\t" + wxString{row.key};
                items->Append(id_of(row.command), label);
                Bind(
                    wxEVT_MENU, [this, command = row.command](wxCommandEvent&) { run(command); },
                    id_of(row.command));
            }
            if (row.rule == CommandRow::Break::after)
                items->AppendSeparator();
        }
        bar->Append(items, wxGetTranslation(menu_title(menu)));
    }
    SetMenuBar(bar);
    Bind(wxEVT_MENU_OPEN, &Frame::update_menu, this);
    // What was grey in a menu would keep its key from working later; a key asks for itself.
    Bind(wxEVT_MENU_CLOSE, [](wxMenuEvent& event) {
        event.Skip();
        if (const auto* const menu = event.GetMenu())
            for (const auto& row : command_table())
                if (auto* const item = menu->FindItem(id_of(row.command)))
                    item->Enable();
    });
    // A text of several lines takes Ctrl+Enter for a new line before the menu sees it.
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool is_enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (is_enter && event.GetModifiers() == wxMOD_CONTROL)
            run(Command::send);
        else
            event.Skip();
    });

    std::vector<wxAcceleratorEntry> keys;
    for (const auto& other : other_keys()) {
        wxAcceleratorEntry key;
        if (key.FromString(other.key)) {
            key.Set(key.GetFlags(), key.GetKeyCode(), id_of(other.command));
            keys.push_back(key);
        }
    }
    SetAcceleratorTable({static_cast<int>(keys.size()), keys.data()});
}

void Frame::update_menu(wxMenuEvent& event)
{
    event.Skip();
    const auto* const menu = event.GetMenu();
    if (!menu)
        return;
    for (const auto& row : command_table())
        if (auto* const item = menu->FindItem(id_of(row.command)))
            item->Enable(can_run(row.command));
    // Filled when the menu above them opens, so that they are never stale.
    if (menu->FindItem(id_of(Command::toggle_bookmark))) {
        fill_bookmarks(*bookmarks_menu_);
        fill_recent(*recent_menu_);
    }
}

void Frame::fill_bookmarks(wxMenu& menu)
{
    while (menu.GetMenuItemCount() > 0)
        menu.Destroy(menu.FindItemByPosition(0));
    const auto bookmarks = services_.journal.bookmarks();
    for (const auto& bookmark : bookmarks) {
        const auto* const item = menu.Append(wxID_ANY, menu_words(bookmark.title));
        menu.Bind(
            wxEVT_MENU,
            [this, link = Link{bookmark.article, bookmark.anchor}](wxCommandEvent&) { show_article(link); },
            item->GetId());
    }
    if (bookmarks.empty())
        menu.Append(wxID_ANY, _("No bookmarks yet"))->Enable(false);
}

void Frame::fill_recent(wxMenu& menu)
{
    while (menu.GetMenuItemCount() > 0)
        menu.Destroy(menu.FindItemByPosition(0));
    const auto pages = services_.journal.recent_pages(menu_length);
    const auto searches = services_.journal.recent_searches(menu_length);
    for (const auto& recent : pages) {
        const auto* const item = menu.Append(wxID_ANY, menu_words(recent.title));
        menu.Bind(
            wxEVT_MENU, [this, link = Link{recent.article, ""}](wxCommandEvent&) { show_article(link); },
            item->GetId());
    }
    if (!pages.empty() && !searches.empty())
        menu.AppendSeparator();
    for (const auto& text : searches) {
        const auto* const item = menu.Append(wxID_ANY, wxString::Format(_("Search: %s"), menu_words(text)));
        menu.Bind(
            wxEVT_MENU, [this, text](wxCommandEvent&) { search_for(to_wx(text)); }, item->GetId());
    }
    if (pages.empty() && searches.empty())
        menu.Append(wxID_ANY, _("Nothing read or searched yet"))->Enable(false);
}

bool Frame::can_run(Command command) const
{
    auto* const focus = FindFocus();
    const auto* const entry = dynamic_cast<const wxTextEntry*>(focus);
    const auto* const undo = UndoField::of(focus);
    const auto& page = *pages_[current_];
    switch (command) {
    case Command::undo:
        return (undo && undo->can_undo()) || (!entry && page.can_run(command));
    case Command::redo:
        return undo && undo->can_redo();
    case Command::cut:
        return entry && entry->CanCut();
    case Command::copy:
        return (entry && entry->CanCopy()) || page.can_run(command);
    case Command::paste:
        return entry && entry->CanPaste();
    case Command::select_all:
        return entry || page.can_run(command);
    case Command::import_folder:
    case Command::imported_texts:
    case Command::rebuild_index:
        return !services_.keeper.is_working() && !services_.desk.is_read_only();
    case Command::clear_case:
        return services_.journal.active_case(services_.identity.login()).has_value();
    case Command::switch_case:
        return !services_.journal.cases(services_.identity.login()).empty();
    case Command::forget_recent:
        return !services_.journal.recent_pages(1).empty() || !services_.journal.recent_searches(1).empty();
    case Command::quit:
    case Command::next_pane:
    case Command::previous_pane:
    case Command::edit_case:
    case Command::notifications:
    case Command::change_person:
    case Command::shortcuts:
    case Command::about:
        return true;
    default:
        break;
    }
    const auto place = page_of(command);
    if (!place)
        return page.can_run(command);
    const auto& shown_by = page_rows()[*place].shown_by;
    return shown_by.front() == command ? may_show(*place) : pages_[*place]->can_run(command);
}

bool Frame::run_edit(Command command)
{
    auto* const focus = FindFocus();
    auto* const entry = dynamic_cast<wxTextEntry*>(focus);
    if (!entry)
        return false;
    auto* const undo = UndoField::of(focus);
    switch (command) {
    case Command::undo:
        if (undo)
            undo->undo();
        return true;
    case Command::redo:
        if (undo)
            undo->redo();
        return true;
    case Command::cut:
        entry->Cut();
        return true;
    case Command::copy:
        entry->Copy();
        return true;
    case Command::paste:
        entry->Paste();
        return true;
    case Command::select_all:
        entry->SelectAll();
        return true;
    default:
        return false;
    }
}

} // namespace guidepost::desktop
