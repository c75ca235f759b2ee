// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/to_guidance.h"
#include "core/guidance/article.h"
#include "core/guidance/drafts.h"
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
    const auto drafts = guidance::list_drafts(office.db());
    REQUIRE(drafts.size() == 1);
    CHECK(guidance::find_draft(office.db(), drafts[0].id)->text == draft.text);
    CHECK_FALSE(has(drafts[0].provenance, ref.value()));
    CHECK(office.read("lead-1", ref).drafts == std::vector{drafts[0].id});
    CHECK(office.verifies());
}
