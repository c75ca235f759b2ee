// SPDX-License-Identifier: GPL-2.0-or-later
// Every command and every key of the window, in one table: menus, accelerators and the window of
// shortcuts are made from it.
#pragma once

#include <span>
#include <string_view>

namespace guidepost::desktop {

enum class Command {
    none, ///< a row that only tells of a key a control answers itself
    import_folder,
    imported_texts,
    rebuild_index,
    print,
    save_pdf,
    quit,
    undo,
    redo,
    cut,
    copy,
    paste,
    select_all,
    copy_link,
    find_in_page,
    find_next,
    find_previous,
    zoom_in,
    zoom_out,
    zoom_normal,
    toggle_contents,
    next_pane,
    previous_pane,
    search,
    jump_to_article,
    go_back,
    go_forward,
    go_home,
    glossary,
    show_news, ///< searches and opens again what is shown
    programmes,
    drafts,
    modules,
    toggle_bookmark,
    bookmarks, ///< a submenu
    recent,    ///< a submenu
    forget_recent,
    edit_case,
    switch_case,
    clear_case,
    copy_advice,   ///< what the modules say of the case
    change_person, ///< another one on a practice desk; signing in or locking elsewhere
    consultations,
    ask,
    send,
    replace_marks, ///< what the privacy guard marked
    copy_for_record,
    notifications,
    shortcuts,
    about,
};

enum class Menu { file, edit, view, go, case_, consult, help, nowhere };

struct CommandRow {
    Command command;
    Menu menu;
    const char* label;   ///< English, with the mnemonic's "&"; translated where it is shown
    const char* key;     ///< as wx writes it: "Ctrl+Shift+F"; "" for none
    const char* told_as; ///< for the window of shortcuts; "" when `label` will do
    enum class Break { none, after } rule = Break::none; ///< a line in the menu after this row
};

std::span<const CommandRow> command_table();

/// Keys that do the same as a row's own: "Ctrl+=" for "Ctrl++".
struct OtherKey {
    Command command;
    const char* key;
};
std::span<const OtherKey> other_keys();

/// "File", "&Edit" ...: English.
const char* menu_title(Menu menu);

/// The key of a command, "" when it has none.
std::string_view key_of(Command command);

} // namespace guidepost::desktop
