// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/thread.h"
#include "core/desk/removed_words.h"
#include "core/store/event_chain.h"
#include "core/store/store.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <filesystem>

using namespace guidepost;
using namespace guidepost::desk;
using journal::Journal;
using test::TempDir;

namespace {

const Login me{"officer-14"}, other{"specialist-3"};
const std::string ref = "GP-7K2M9Q", another = "GP-AAAAAA";

struct Fixture {
    TempDir folder;
    Timestamp now = 1'800'000'000'000'000;
    std::unique_ptr<store::Connection> store = store::open_store(folder.path());
    Journal journal{folder.path(), [this] {
                        return now;
                    }};

    void happens(const std::string& kind, const std::string& to = ref)
    {
        store::Transaction transaction{*store};
        store::append(*store, {consultation::chain_of(ConsultationRef{to}), "lead-1", kind, "{}"}, now);
        transaction.commit();
    }
    bool is_in_files(const std::string& words) const
    {
        for (const auto& entry : std::filesystem::directory_iterator{folder.path()}) {
            if (entry.is_regular_file() &&
                read_file(entry.path(), 64 * 1024 * 1024).find(words) != std::string::npos)
                return true;
        }
        return false;
    }
};

} // namespace

TEST_CASE("a removal takes the drafts of that thread along, of everybody, and leaves no trace", "[desk]")
{
    Fixture f;
    f.journal.keep_draft(me, "reply", ref, "she said quetzal");
    f.journal.keep_draft(other, "note", ref, "quetzal indeed");
    f.journal.keep_draft(me, "reply", another, "of another thread");
    f.journal.keep_draft(me, "ask", "", "a new question");
    f.now += 1'000'000;
    f.happens("message");
    CHECK(forget_removed_words(f.journal, *f.store) == 0);
    f.happens("redacted");

    CHECK(forget_removed_words(f.journal, *f.store) == 2);
    CHECK_FALSE(f.journal.draft(me, "reply", ref));
    CHECK(f.journal.drafts(other).empty());
    CHECK(f.journal.draft(me, "reply", another));
    CHECK(f.journal.draft(me, "ask", ""));
    CHECK_FALSE(f.is_in_files("quetzal"));
    CHECK(forget_removed_words(f.journal, *f.store) == 0);
}

TEST_CASE("what was written since the removal stays", "[desk]")
{
    Fixture f;
    f.journal.keep_draft(me, "note", ref, "before");
    f.now += 1'000'000;
    f.happens("redacted");
    f.now += 1'000'000;
    f.journal.keep_draft(me, "reply", ref, "after");
    CHECK(forget_removed_words(f.journal, *f.store) == 1);
    REQUIRE(f.journal.drafts(me).size() == 1);
    CHECK(f.journal.drafts(me).front().body == "after");
}
