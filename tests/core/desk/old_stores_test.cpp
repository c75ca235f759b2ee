// SPDX-License-Identifier: GPL-2.0-or-later
// What people have from earlier versions: each folder of tests/data/stores is a profile as its version left
// it, with what that version said of it.
#include "core/consultation/request/request.h"
#include "core/consultation/thread/board.h"
#include "core/consultation/thread/record.h"
#include "core/desk/desk.h"
#include "core/desk/verifiers.h"
#include "core/journal/journal.h"
#include "core/people/register.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <algorithm>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_expected = 100'000, first_hits = 3;

std::vector<fs::path> old_profiles()
{
    std::vector<fs::path> profiles;
    for (const auto& entry : fs::directory_iterator{test::source_file("tests/data/stores")})
        profiles.push_back(entry.path());
    std::sort(profiles.begin(), profiles.end());
    return profiles;
}

/// A copy that this version opens for the first time.
class OldDesk {
public:
    explicit OldDesk(const fs::path& kept) : kept_{kept}
    {
        fs::create_directories(profile());
        for (const char* file : {"guidepost.sqlite", "journal.sqlite"})
            fs::copy_file(kept / file, profile() / file);
        fs::create_directories(dir_.path() / "modules");
        desk_.emplace(desk::Places{profile(), test::source_file("content"), dir_.path() / "modules", {}});
    }

    fs::path profile() const { return dir_.path() / "profile"; }
    desk::Desk& desk() { return *desk_; }

    /// The fields of the lines that begin with `word`, in their order.
    std::vector<std::vector<std::string>> expected(std::string_view word) const
    {
        std::vector<std::vector<std::string>> found;
        for (const auto& line : split(read_file(kept_ / "expected.tsv", most_expected), '\n'))
            if (auto fields = split(line, '\t'); fields.front() == word)
                found.emplace_back(fields.begin() + 1, fields.end());
        return found;
    }
    Timestamp now() const { return std::stoll(expected("now").at(0).at(0)); }

private:
    fs::path kept_;
    test::TempDir dir_;
    std::optional<desk::Desk> desk_;
};

} // namespace

TEST_CASE("a store of an earlier version opens and verifies clean", "[desk]")
{
    REQUIRE_FALSE(old_profiles().empty());
    for (const auto& kept : old_profiles()) {
        INFO(kept);
        OldDesk old{kept};
        const auto found = desk::verify_store(old.desk().places().profile,
                                              consultation::read_rules(test::source_file("content")));
        for (const auto& damage : found.damages)
            UNSCOPED_INFO(damage.chain << " " << damage.event << ": " << damage.what);
        CHECK(found.damages.empty());
        CHECK(found.events > 0);
    }
}

TEST_CASE("lists of an earlier version read as they did", "[desk]")
{
    for (const auto& kept : old_profiles()) {
        INFO(kept);
        OldDesk old{kept};
        const auto rules = consultation::read_rules(test::source_file("content"));
        const auto everybody = people::Register{old.desk().connection()}.everybody();
        const auto today = consultation::to_london(old.now()).day;
        consultation::Board board{old.desk().connection(), rules};
        std::vector<std::vector<std::string>> read;
        auto expected = old.expected("list");
        REQUIRE_FALSE(expected.empty());
        std::string before;
        for (const auto& line : expected) {
            if (const auto list = line[0] + " " + line[1]; before != list) {
                before = list;
                const auto who = people::Register{old.desk().connection()}.find(Login{line[0]});
                REQUIRE(who);
                for (const auto& row : board.list(*consultation::parse_list(line[1]),
                                                  consultation::reader_of(*who, everybody, today), old.now()))
                    read.push_back({line[0], line[1], row.ref.value(), std::string{word_of(row.status)},
                                    std::string{word_of(row.move)}});
            }
        }
        CHECK(read == expected);
    }
}

TEST_CASE("threads of an earlier version read whole, and what is derived from them is the same made anew",
          "[desk]")
{
    for (const auto& kept : old_profiles()) {
        INFO(kept);
        OldDesk old{kept};
        auto& connection = old.desk().connection();
        const auto rules = consultation::read_rules(test::source_file("content"));
        const auto derived = [&] {
            std::vector<std::string> rows;
            connection.query(
                "select c.ref || ' ' || c.status || ' ' || c.move || ' ' || c.adviser || ' ' || "
                "coalesce(c.due, 0) || ' ' || c.answer_due || ' ' || t.title from consultation c "
                "join consultation_title t on t.ref = c.ref order by c.ref",
                {}, [&](const store::Row& row) { rows.push_back(row.string(0)); });
            return rows;
        };
        const auto before = derived();
        REQUIRE_FALSE(before.empty());
        consultation::rebuild_derived(connection, rules);
        CHECK(derived() == before);
    }
}

TEST_CASE("searches in a store of an earlier version find what they found", "[desk]")
{
    for (const auto& kept : old_profiles()) {
        INFO(kept);
        OldDesk old{kept};
        CHECK(old.desk().catch_up() == search::Caught::up);
        auto searcher = old.desk().make_searcher();
        for (const auto& line : old.expected("search")) {
            INFO(line[0]);
            search::Query query;
            query.text = line[0];
            std::vector<std::string> found;
            for (const auto& hit : searcher.searcher.find(query).hits)
                found.push_back(hit.article.value());
            const auto first = std::min(line.size() - 1, first_hits);
            for (std::size_t i = 1; i <= first; ++i) {
                INFO(line[i]);
                CHECK(std::find(found.begin(), found.end(), line[i]) != found.end());
            }
        }
    }
}

TEST_CASE("a journal of an earlier version keeps drafts, cases and bookmarks", "[desk]")
{
    for (const auto& kept : old_profiles()) {
        INFO(kept);
        OldDesk old{kept};
        const auto clock = [now = old.now()] {
            return now;
        };
        journal::Journal journal{old.profile(), clock};
        CHECK_FALSE(journal.set_aside());
        const auto draft = journal.draft(Login{"officer-14"}, "ask", "");
        REQUIRE(draft);
        CHECK(consultation::request_from_json(draft->body).question == "Words that nobody may lose");
        CHECK(journal.draft(Login{"specialist-14"}, "reply", "GP-R2625H")->body == "Half an answer");
        REQUIRE(journal.cases(Login{}).size() == 1);
        CHECK(journal.cases(Login{}).front().age == 34);
        CHECK(journal.active_case(Login{}) == "north-7k2");
        CHECK(journal.is_bookmarked(ArticleId{"home-visits"}));
        CHECK(journal.setting("zoom") == "125");
    }
}
