// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/to_guidance.h"
#include "core/desk/verifiers.h"
#include "core/guidance/article.h"
#include "core/guidance/drafts.h"
#include "core/text/files.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::Office;

namespace {

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

const privacy::GuardWords& words()
{
    static const auto read = privacy::read_guard_words(test::source_file("content"));
    return read;
}

} // namespace

TEST_CASE("a draft of guidance carries the answer and nobody's identity", "[consultation]")
{
    Office office;
    office.publish("new-partner");
    const auto ref = office.done(
        "officer-14",
        Ask{an_id(), test::ask_for("X123456 and his girlfriend Sarah want to live together. May they?")});
    office.done("specialist-3", AcceptOffer{an_id(), ref});
    office.done("specialist-5", Note{an_id(), ref, "Walrus"});
    office.done("specialist-3",
                Reply{an_id(), ref, "Ask Sarah alone. Call 07700 900123.", {"new-partner#do-now"}, 1000});
    const auto draft = draft_of(office.read("specialist-3", ref), words(), office.reader("lead-1").today);
    CHECK(draft.taken_out >= 3);
    for (const auto* identity :
         {"X123456", "Sarah", "07700", "officer-14", "specialist-3", "North West", "Walrus"}) {
        INFO(identity);
        CHECK_FALSE(has(draft.text + draft.title, identity));
    }
    CHECK_FALSE(has(draft.text, ref.value()));
    CHECK(has(draft.text, "kb:new-partner#do-now"));
    const auto document = guidance::read_document(draft.text);
    CHECK(document.problems.empty());
    CHECK(document.meta.owner == "sexual-offending");
    CHECK(document.meta.title == draft.title);

    CHECK(office.refused("officer-14", MakeDraft{an_id(), ref, draft.title, draft.text}) ==
          Refusal::not_permitted);
    CHECK(office.refused("specialist-3", MakeDraft{an_id(), ref, "two\nlines", draft.text}) ==
          Refusal::incomplete);
    office.done("specialist-3", MakeDraft{an_id(), ref, draft.title, draft.text});
    const auto drafts = guidance::list_drafts(office.db(), Login{"trainer-1"});
    REQUIRE(drafts.size() == 1);
    CHECK(guidance::find_draft(office.db(), drafts[0].id, Login{"trainer-1"})->text == draft.text);
    CHECK_FALSE(has(drafts[0].provenance, ref.value()));
    CHECK(office.read("lead-1", ref).drafts == std::vector{drafts[0].id});
    CHECK(office.verifies());
}

TEST_CASE("a draft from a restricted consultation is seen by those let in, until one of them frees it",
          "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    office.done("officer-14",
                Restrict{an_id(), ref, {Login{"officer-14"}, Login{"specialist-3"}, Login{"lead-1"}}});
    office.done("specialist-3", MakeDraft{an_id(), ref, "A title", "# A title\n\nWalrus\n"});
    const auto id = office.read("lead-1", ref).drafts.at(0);
    const auto titles = [&](const char* reader) {
        return guidance::list_drafts(office.db(), Login{reader}).size();
    };
    for (const auto* reader : {"officer-14", "specialist-3", "lead-1"})
        CHECK(titles(reader) == 1);
    for (const auto* stranger : {"specialist-5", "trainer-1", "lead-2", "administrator-1", ""}) {
        INFO(stranger);
        CHECK(titles(stranger) == 0);
        CHECK_FALSE(guidance::find_draft(office.db(), id, Login{stranger}));
        CHECK_THROWS_AS(guidance::free_draft(office.db(), id, Login{stranger}), Error);
        CHECK_THROWS_AS(guidance::remove_draft(office.db(), id, Login{stranger}), Error);
    }
    CHECK(desk::verify_store(office.profile(), test::shipped_rules()).damages.empty());

    guidance::free_draft(office.db(), id, Login{"lead-1"});
    CHECK(titles("trainer-1") == 1);
    CHECK_THROWS_AS(guidance::free_draft(office.db(), id, Login{"lead-1"}), Error);
    CHECK(desk::verify_store(office.profile(), test::shipped_rules()).damages.empty());
}

TEST_CASE("a draft that is taken away leaves nothing of its title and text, and its removal is kept",
          "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    office.done("specialist-3", MakeDraft{an_id(), ref, "Canary title", "# A title\n\nCanary text\n"});
    const auto id = office.read("lead-1", ref).drafts.at(0);
    guidance::remove_draft(office.db(), id, Login{"trainer-1"});
    CHECK(guidance::list_drafts(office.db(), Login{"trainer-1"}).empty());
    CHECK_THROWS_AS(guidance::remove_draft(office.db(), id, Login{"trainer-1"}), Error);
    for (const auto& entry : std::filesystem::recursive_directory_iterator{office.profile()})
        if (entry.is_regular_file())
            CHECK(read_file(entry.path(), 100'000'000).find("Canary") == std::string::npos);
    const auto found = desk::verify_store(office.profile(), test::shipped_rules());
    CHECK(found.damages.empty());
    CHECK(found.redactions == 1);
}
