// SPDX-License-Identifier: GPL-2.0-or-later
// Who may deliver is asked where a sheet is made to be printed and where a group begins, on a practice desk.
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

using namespace guidepost;
using test::has;

namespace {

constexpr const char* group_yaml = "version: 1\nmembers:\n  - {member: m1, case: {sex: male}}\n"
                                   "  - {member: m2, case: {sex: male}}\n";

class Desk {
public:
    Desk() { file_ = terminal_.dir().write("group.yaml", group_yaml).string(); }

    test::Outcome as(const std::string& login, std::vector<std::string> words) const
    {
        words.insert(words.begin(), {"--practice", "--as", login});
        return terminal_(words);
    }
    test::Outcome sheet(const std::string& login, const std::vector<std::string>& more = {}) const
    {
        std::vector<std::string> words{"programme", "plan",     "building-choices",
                                       "moderate",  "--format", "html"};
        words.insert(words.end(), more.begin(), more.end());
        return as(login, words);
    }
    test::Outcome begin(const std::string& login, const std::vector<std::string>& more) const
    {
        std::vector<std::string> words{"programme",        "group",    "--file",   file_,    "--module",
                                       "building-choices", "--option", "moderate", "--begin"};
        words.insert(words.end(), more.begin(), more.end());
        return as(login, words);
    }
    const std::string& file() const { return file_; }
    std::string group() const { return read_file(file_, 10'000); }

private:
    test::Terminal terminal_;
    std::string file_;
};

} // namespace

TEST_CASE("a plan is read by everybody, and made to be printed for who may deliver it", "[terminal]")
{
    const Desk desk;
    CHECK(desk.as("specialist-15", {"programme", "plan", "building-choices", "moderate"}).exit_code == 0);

    const auto may = desk.sheet("specialist-14");
    CHECK(may.exit_code == 0);
    CHECK(has(may.out, "For delivery by Specialist 14"));

    const auto not_yet = desk.sheet("specialist-15");
    CHECK(not_yet.exit_code == 4);
    CHECK(not_yet.out.empty());
    CHECK(has(not_yet.err, "Building Choices: deliver is not signed off."));
    CHECK(has(not_yet.err, "Lead 7"));

    // What asks for nothing is made for anybody.
    CHECK(desk.as("specialist-15", {"programme", "brief", "toolkits", "maps-for-change", "--format", "html"})
              .exit_code == 0);
}

TEST_CASE("a sheet is made for somebody else by a lead of the region only", "[terminal]")
{
    const Desk desk;
    CHECK(has(desk.sheet("lead-7", {"--for", "specialist-14"}).out, "For delivery by Specialist 14"));
    CHECK(desk.sheet("specialist-15", {"--for", "specialist-14"}).exit_code == 4);
    CHECK(desk.sheet("lead-3", {"--for", "specialist-14"}).exit_code == 4);
    CHECK(desk.sheet("lead-7", {"--for", "nobody-at-all"}).exit_code == 3);

    REQUIRE(desk.as("administrator-1", {"staff", "left", "specialist-14"}).exit_code == 0);
    CHECK(desk.sheet("lead-7", {"--for", "specialist-14"}).exit_code == 4);
}

TEST_CASE("a group begins with those who have together what is asked for, or not at all", "[terminal]")
{
    const Desk desk;
    const auto blocked = desk.begin("specialist-15", {});
    CHECK(blocked.exit_code == 4);
    CHECK(has(blocked.err, "The group does not begin"));
    CHECK(desk.group() == group_yaml);
    CHECK(desk.begin("lead-7", {}).exit_code == 4);
    // A name that is no option asks for nothing and must not open the gate.
    CHECK(desk.as("specialist-15", {"programme", "group", "--file", desk.file(), "--module", "domestic-abuse",
                                    "--option", "walrus", "--begin"})
              .exit_code == 3);
    CHECK(desk.as("specialist-15", {"programme", "group", "--file", desk.file(), "--for", "specialist-14"})
              .exit_code == 2);
    CHECK(desk.group() == group_yaml);

    CHECK(desk.begin("lead-7", {"--for", "specialist-15", "--for", "specialist-14"}).exit_code == 0);
    CHECK(has(desk.group(), "building-choices"));
}
