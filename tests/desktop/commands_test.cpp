// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/shell/commands.h"

#include <cctype>
#include <map>
#include <set>
#include <string>

using namespace guidepost::desktop;

TEST_CASE("no key means two things", "[desktop]")
{
    std::map<std::string, std::string> meanings;
    const auto take = [&](const char* key, const std::string& meaning) {
        if (!*key)
            return;
        INFO(key << " is " << meanings[key] << " and " << meaning);
        CHECK(meanings[key].empty());
        meanings[key] = meaning;
    };
    for (const auto& row : command_table())
        take(row.key, row.command == Command::none ? row.told_as : row.label);
    for (const auto& other : other_keys())
        take(other.key, "another key");
}

TEST_CASE("every command stands once in the menus, with words", "[desktop]")
{
    std::set<Command> seen;
    for (const auto& row : command_table()) {
        if (row.command == Command::none) {
            CHECK(row.menu == Menu::nowhere);
            CHECK(*row.told_as);
            continue;
        }
        INFO(row.label);
        CHECK(seen.insert(row.command).second);
        CHECK(*row.label);
        CHECK(row.menu != Menu::nowhere);
        CHECK(*menu_title(row.menu));
    }
    CHECK(seen.size() == static_cast<std::size_t>(Command::about));
}

TEST_CASE("within a menu no two rows share a mnemonic", "[desktop]")
{
    std::map<Menu, std::set<char>> taken;
    std::set<Menu> menus;
    std::set<char> titles;
    for (const auto& row : command_table()) {
        if (row.menu == Menu::nowhere)
            continue;
        const std::string label{row.label};
        const auto at = label.find('&');
        INFO(label);
        REQUIRE(at + 1 < label.size());
        CHECK(taken[row.menu].insert(static_cast<char>(std::tolower(label[at + 1]))).second);
        if (menus.insert(row.menu).second) {
            const std::string title{menu_title(row.menu)};
            CHECK(titles.insert(static_cast<char>(std::tolower(title[title.find('&') + 1]))).second);
        }
    }
}

TEST_CASE("the keys the design promises are there", "[desktop]")
{
    CHECK(key_of(Command::search) == "Ctrl+K");
    CHECK(key_of(Command::jump_to_article) == "Ctrl+J");
    CHECK(key_of(Command::find_in_page) == "Ctrl+F");
    CHECK(key_of(Command::go_back) == "Alt+Left");
    CHECK(key_of(Command::print) == "Ctrl+P");
    CHECK(key_of(Command::next_pane) == "F6");
    CHECK(key_of(Command::shortcuts) == "Ctrl+/");
}
