// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/widgets/text_undo.h"

using namespace guidepost::desktop;
using namespace std::chrono_literals;

namespace {

/// Types letter by letter, 50 ms apart.
struct Typist {
    TextUndo undo;
    std::wstring text = {};
    TextUndo::Moment now = TextUndo::Moment{} + 1h;

    void type(const std::wstring& letters)
    {
        for (const wchar_t c : letters)
            put(text + c);
    }
    void put(std::wstring whole)
    {
        text = std::move(whole);
        now += 50ms;
        undo.note({text, static_cast<long>(text.size())}, now);
    }
};

} // namespace

TEST_CASE("a word typed on end is undone as one step", "[desktop]")
{
    Typist typist;
    typist.type(L"recall licence");
    CHECK(typist.undo.undo()->text == L"recall ");
    CHECK(typist.undo.undo()->text.empty());
    CHECK_FALSE(typist.undo.undo());
    CHECK(typist.undo.redo()->text == L"recall ");
    CHECK(typist.undo.redo()->text == L"recall licence");
    CHECK_FALSE(typist.undo.redo());
}

TEST_CASE("a pause ends a step", "[desktop]")
{
    Typist typist;
    typist.type(L"rec");
    typist.now += 5s;
    typist.type(L"all");
    CHECK(typist.undo.undo()->text == L"rec");
}

TEST_CASE("deleting after typing is a step of its own", "[desktop]")
{
    Typist typist;
    typist.type(L"recall");
    typist.put(L"recal");
    typist.put(L"reca");
    CHECK(typist.undo.undo()->text == L"recall");
}

TEST_CASE("a paste or a clearing is one step and comes back whole", "[desktop]")
{
    Typist typist;
    typist.type(L"ab");
    typist.put(L"ab pasted text");
    typist.put(L"");
    CHECK(typist.undo.undo()->text == L"ab pasted text");
    CHECK(typist.undo.undo()->text == L"ab");
}

TEST_CASE("typing after an undo forgets what could be redone", "[desktop]")
{
    Typist typist;
    typist.type(L"one two");
    const auto state = typist.undo.undo();
    REQUIRE(state);
    typist.text = state->text;
    typist.undo.note(*state, typist.now); // the field tells of the undo as of any change
    CHECK(typist.undo.can_redo());
    typist.type(L"x");
    CHECK_FALSE(typist.undo.can_redo());
}

TEST_CASE("the caret comes back where it was", "[desktop]")
{
    TextUndo undo{{L"abc", 3}};
    undo.note({L"aXbc", 2}, TextUndo::Moment{} + 1h);
    CHECK(undo.undo()->caret == 3);
    CHECK(undo.redo()->caret == 2);
}

TEST_CASE("ten thousand changes keep the newest", "[desktop]")
{
    Typist typist;
    for (int i = 0; i < 10'000; ++i)
        typist.put(std::to_wstring(i) + L" pasted");
    int steps = 0;
    while (typist.undo.undo())
        ++steps;
    CHECK(steps == 499);
}
