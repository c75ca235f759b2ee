// SPDX-License-Identifier: GPL-2.0-or-later
// A profile on a write-protected medium: nothing in it may be written, by anybody.
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

#include <optional>

using namespace guidepost;
using test::has;
namespace fs = std::filesystem;

namespace {

void protect(const fs::path& folder, fs::perms file_rights, fs::perms folder_rights)
{
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        fs::permissions(entry.path(), entry.is_directory() ? folder_rights : file_rights);
    fs::permissions(folder, folder_rights);
}

/// Somebody's profile, with an article of their own, that this account can only read.
class Protected {
public:
    Protected()
    {
        terminal_.dir().write("notes/kennel.md", "# Dogs\n\nAsk about the kennel.\n");
        REQUIRE(
            terminal_(test::by_trainer({"article", "import", (terminal_.dir().path() / "notes").string()}))
                .exit_code == 0);
        fs::permissions(terminal_.dir().path(), fs::perms{0755});
    }
    ~Protected() { protect(terminal_.profile(), fs::perms{0600}, fs::perms{0700}); }
    Protected(const Protected&) = delete;
    Protected& operator=(const Protected&) = delete;

    const test::Terminal& owner() const { return terminal_; }
    void lock() const { protect(terminal_.profile(), fs::perms{0444}, fs::perms{0555}); }

    /// Nothing where another account cannot start the program.
    std::optional<test::Outcome> operator()(const std::vector<std::string>& words) const
    {
        auto command = terminal_.command(words);
        command.without_rights = true;
        auto outcome = run(command);
        if (outcome.exit_code == 126 || outcome.exit_code == 127) {
            WARN("another account cannot start the program from here: not tested");
            return std::nullopt;
        }
        return outcome;
    }

private:
    test::Terminal terminal_;
};

std::size_t count(const std::string& text, std::string_view part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

} // namespace

TEST_CASE("a write-protected profile is searched and read, and that is said once", "[terminal]")
{
    const Protected profile;
    profile.lock();
    for (const auto& words : std::vector<std::vector<std::string>>{{"search", "kennel"},
                                                                   {"search", "recall", "--json"},
                                                                   {"article", "list"},
                                                                   {"article", "show", "recall"},
                                                                   {"index", "status"}}) {
        const auto outcome = profile(words);
        if (!outcome)
            return;
        INFO(join(words, " ") << "\n" << outcome->err);
        CHECK(outcome->exit_code == 0);
        CHECK_FALSE(outcome->out.empty());
        CHECK(count(outcome->err, "may not be written") == 1);
        CHECK(count(outcome->err, "\n") == 1);
    }
    CHECK(has(profile({"search", "kennel"})->out, "1 article"));
    CHECK(profile({"store", "verify"})->exit_code == 0);
}

TEST_CASE("what cannot be done with a write-protected profile is refused with the reason", "[terminal]")
{
    const Protected profile;
    profile.owner().dir().write("others/cattery.md", "# Cats\n\nAsk about the cattery.\n");
    profile.lock();
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"--as", "trainer-1", "article", "import", (profile.owner().dir().path() / "others").string()},
             {"index", "rebuild"}}) {
        const auto outcome = profile(words);
        if (!outcome)
            return;
        INFO(outcome->err);
        CHECK(outcome->exit_code == 6);
        CHECK(has(outcome->err, "may not be written"));
    }
}

TEST_CASE("a write-protected profile with an old or no index says what its answers lack", "[terminal]")
{
    const Protected profile;
    SECTION("none")
    {
        fs::remove_all(profile.owner().profile() / "index");
        profile.lock();
        const auto outcome = profile({"search", "dogs"});
        if (!outcome)
            return;
        INFO(outcome->err);
        CHECK(outcome->exit_code == 6);
        CHECK(has(outcome->out, "Dogs"));
        CHECK(has(outcome->err, "only titles were searched"));
    }
    SECTION("an old one")
    {
        const auto index = profile.owner().profile() / "index";
        fs::copy(index, profile.owner().dir().path() / "old", fs::copy_options::recursive);
        profile.owner().dir().write("notes/cattery.md", "# Cats\n\nAsk about the cattery.\n");
        profile.owner()(
            test::by_trainer({"article", "import", (profile.owner().dir().path() / "notes").string()}));
        fs::remove_all(index);
        fs::copy(profile.owner().dir().path() / "old", index, fs::copy_options::recursive);
        profile.lock();
        const auto outcome = profile({"search", "kennel"});
        if (!outcome)
            return;
        INFO(outcome->err);
        CHECK(outcome->exit_code == 0);
        CHECK(has(outcome->err, "1 newer article is not searchable yet"));
    }
}
