// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/hide.h"
#include "tests/core/guidance/library_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::guidance;
using test::guidance_text;

namespace {

struct Shelved : test::LibraryExample {
    Shelved()
    {
        write_manifest();
        for (const char* id : {"a", "b", "c"})
            write(std::string{id} + ".md", guidance_text(id));
        source = import().source;
    }
    SourceId source;
    Library articles() { return library(); }
    std::size_t hide() { return hide_source(connection(), source, "lead"); }
    std::size_t show() { return show_source(connection(), source, "lead"); }
};

} // namespace

TEST_CASE("a hidden source is gone from the library and comes back as it was", "[guidance]")
{
    Shelved shelf;
    REQUIRE(shelf.articles().size() == 3);
    CHECK(shelf.hide() == 3);
    CHECK(shelf.articles().size() == 0);
    CHECK(shelf.articles().list().empty());
    CHECK(shelf.hide() == 0); // nothing left to hide, nothing recorded
    CHECK(shelf.show() == 3);
    CHECK(shelf.articles().size() == 3);
    CHECK(shelf.text_at("a.md") == guidance_text("a"));
    CHECK(shelf.show() == 0);
    CHECK(hide_source(shelf.connection(), SourceId{"nobody"}, "lead") == 0);
    CHECK(show_source(shelf.connection(), SourceId{"nobody"}, "lead") == 0);
    shelf.verify();
}

TEST_CASE("what was withdrawn for a reason of its own stays withdrawn", "[guidance]")
{
    Shelved shelf;
    {
        store::Transaction transaction{shelf.connection()};
        LibraryWriter writer{shelf.connection(), "trainer", system_now};
        writer.publish(ArticleId{"b"}, ArticleState::withdrawn, shelf.source, "b.md", "b",
                       guidance_text("b"));
        writer.finish();
        transaction.commit();
    }
    CHECK(shelf.hide() == 2);
    CHECK(shelf.show() == 2);
    CHECK(shelf.articles().state_of(ArticleId{"b"}) == ArticleState::withdrawn);
    CHECK(shelf.articles().size() == 2);
    shelf.verify();
}

TEST_CASE("what comes in while a source is hidden is hidden with the rest", "[guidance]")
{
    Shelved shelf;
    CHECK(shelf.hide() == 3);
    shelf.write("d.md", guidance_text("d"));
    shelf.import();
    CHECK(shelf.articles().size() == 1);
    CHECK(shelf.hide() == 1);
    CHECK(shelf.articles().size() == 0);
    CHECK(shelf.show() == 4);
    CHECK(shelf.articles().size() == 4);
    shelf.verify();
}
