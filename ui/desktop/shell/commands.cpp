// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/shell/commands.h"

#include <algorithm>
#include <array>

// Marks a text for the translators; it is translated where it is shown.
#define N_(text) text

namespace guidepost::desktop {
namespace {

constexpr auto after = CommandRow::Break::after;

constexpr std::array rows{
    CommandRow{Command::import_folder, Menu::file, N_("&Import folder..."), "Ctrl+I", ""},
    CommandRow{Command::imported_texts, Menu::file, N_("Imported &texts..."), "", ""},
    CommandRow{Command::rebuild_index, Menu::file, N_("&Rebuild the search index"), "", "", after},
    CommandRow{Command::print, Menu::file, N_("&Print..."), "Ctrl+P", ""},
    CommandRow{Command::save_pdf, Menu::file, N_("Save as P&DF..."), "Ctrl+Shift+P", "", after},
    CommandRow{Command::change_person, Menu::file, N_("Sign in, &lock or act as..."), "Ctrl+Shift+L",
               N_("Sign in or lock; on a practice desk, act as somebody else"), after},
    CommandRow{Command::quit, Menu::file, N_("&Quit"), "Ctrl+Q", ""},

    CommandRow{Command::undo, Menu::edit, N_("&Undo"), "Ctrl+Z", ""},
    CommandRow{Command::redo, Menu::edit, N_("&Redo"), "Ctrl+Shift+Z", "", after},
    CommandRow{Command::cut, Menu::edit, N_("Cu&t"), "Ctrl+X", ""},
    CommandRow{Command::copy, Menu::edit, N_("&Copy"), "Ctrl+C", ""},
    CommandRow{Command::paste, Menu::edit, N_("&Paste"), "Ctrl+V", ""},
    CommandRow{Command::select_all, Menu::edit, N_("Select &all"), "Ctrl+A", "", after},
    CommandRow{Command::copy_link, Menu::edit, N_("Copy &link to this page"), "Ctrl+Shift+K", "", after},
    CommandRow{Command::find_in_page, Menu::edit, N_("&Find in page"), "Ctrl+F", ""},
    CommandRow{Command::find_next, Menu::edit, N_("Find &next"), "Ctrl+G", ""},
    CommandRow{Command::find_previous, Menu::edit, N_("Find pre&vious"), "Ctrl+Shift+G", ""},

    CommandRow{Command::zoom_in, Menu::view, N_("Zoom &in"), "Ctrl++", ""},
    CommandRow{Command::zoom_out, Menu::view, N_("Zoom &out"), "Ctrl+-", ""},
    CommandRow{Command::zoom_normal, Menu::view, N_("&Normal size"), "Ctrl+0", "", after},
    CommandRow{Command::toggle_contents, Menu::view, N_("&Contents list"), "Ctrl+Shift+O",
               N_("Show or hide the contents list"), after},
    CommandRow{Command::next_pane, Menu::view, N_("Ne&xt pane"), "F6", ""},
    CommandRow{Command::previous_pane, Menu::view, N_("Pre&vious pane"), "Shift+F6", ""},

    CommandRow{Command::search, Menu::go, N_("&Search"), "Ctrl+K", N_("Search field")},
    CommandRow{Command::jump_to_article, Menu::go, N_("&Jump to article..."), "Ctrl+J", "", after},
    CommandRow{Command::go_back, Menu::go, N_("&Back"), "Alt+Left", ""},
    CommandRow{Command::go_forward, Menu::go, N_("&Forward"), "Alt+Right", ""},
    CommandRow{Command::go_home, Menu::go, N_("&Home"), "Alt+Home", N_("Home page")},
    CommandRow{Command::show_news, Menu::go, N_("Show what is &new"), "F5",
               N_("Search again and open the newest version of what you read")},
    CommandRow{Command::glossary, Menu::go, N_("&Words and short forms"), "", ""},
    CommandRow{Command::programmes, Menu::go, N_("&Programmes"), "Ctrl+Shift+B", ""},
    CommandRow{Command::drafts, Menu::go, N_("&Drafts of guidance"), "", ""},
    CommandRow{Command::modules, Menu::go, N_("Programme mod&ules"), "", "", after},
    CommandRow{Command::toggle_bookmark, Menu::go, N_("Book&mark this page"), "Ctrl+D",
               N_("Bookmark this page, or take the bookmark away")},
    CommandRow{Command::bookmarks, Menu::go, N_("B&ookmarks"), "", ""},
    CommandRow{Command::recent, Menu::go, N_("&Recent"), "", ""},
    CommandRow{Command::forget_recent, Menu::go, N_("For&get recent pages and searches"), "", ""},

    CommandRow{Command::edit_case, Menu::case_, N_("&Set or edit case..."), "Ctrl+Shift+E", ""},
    CommandRow{Command::switch_case, Menu::case_, N_("S&witch case..."), "Ctrl+Shift+S", ""},
    CommandRow{Command::clear_case, Menu::case_, N_("&Clear case"), "Ctrl+Shift+X",
               N_("Clear the case from the strip; the case itself is kept"), after},
    CommandRow{Command::copy_advice, Menu::case_, N_("C&opy what suits it, as text"), "", ""},

    CommandRow{Command::consultations, Menu::consult, N_("&Consultations"), "Ctrl+Shift+C", "", after},
    CommandRow{Command::ask, Menu::consult, N_("&Ask a specialist..."), "Ctrl+Shift+N", ""},
    CommandRow{Command::send, Menu::consult, N_("&Send"), "Ctrl+Enter",
               N_("Send what is written, or do the first thing that can be done")},
    CommandRow{Command::replace_marks, Menu::consult, N_("&Replace what says who it is"), "Ctrl+Shift+R", ""},
    CommandRow{Command::copy_for_record, Menu::consult, N_("C&opy for the case record"), "Ctrl+Shift+Y", "",
               after},
    CommandRow{Command::notifications, Menu::consult, N_("&Notifications..."), "", ""},

    CommandRow{Command::shortcuts, Menu::help, N_("&Keyboard shortcuts"), "Ctrl+/", ""},
    CommandRow{Command::about, Menu::help, N_("&About Guidepost"), "", ""},

    CommandRow{Command::none, Menu::nowhere, "", "Enter", N_("In the search field: open the first result")},
    CommandRow{Command::none, Menu::nowhere, "", "Down", N_("In the search field: to the list of results")},
    CommandRow{Command::none, Menu::nowhere, "", "Escape",
               N_("Close the find bar; clear the search; from elsewhere, back to the search field")},
};

constexpr std::array others{
    OtherKey{Command::zoom_in, "Ctrl+="},
    OtherKey{Command::zoom_in, "Ctrl+KP_Add"},
    OtherKey{Command::zoom_out, "Ctrl+KP_Subtract"},
    OtherKey{Command::zoom_normal, "Ctrl+KP_0"},
    OtherKey{Command::redo, "Ctrl+Y"},
    OtherKey{Command::find_next, "F3"},
    OtherKey{Command::find_previous, "Shift+F3"},
    OtherKey{Command::search, "Ctrl+L"},
    OtherKey{Command::shortcuts, "F1"},
};

} // namespace

std::span<const CommandRow> command_table()
{
    return rows;
}

std::span<const OtherKey> other_keys()
{
    return others;
}

const char* menu_title(Menu menu)
{
    switch (menu) {
    case Menu::file:
        return N_("&File");
    case Menu::edit:
        return N_("&Edit");
    case Menu::view:
        return N_("&View");
    case Menu::go:
        return N_("&Go");
    case Menu::case_:
        return N_("&Case");
    case Menu::consult:
        return N_("C&onsult");
    case Menu::help:
        return N_("&Help");
    case Menu::nowhere:
        break;
    }
    return "";
}

std::string_view key_of(Command command)
{
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.command == command; });
    return row == rows.end() ? std::string_view{} : std::string_view{row->key};
}

} // namespace guidepost::desktop
