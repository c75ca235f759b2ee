// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/clock.h"
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

using namespace guidepost;
using test::has;
namespace fs = std::filesystem;
using Words = std::vector<std::string>;

namespace {

const std::string good = "kettle tram marigold";

/// A profile with a runtime folder of its own.
class Desk {
public:
    Desk() { fs::create_directory(terminal_.dir().path() / "run"); }

    test::Outcome operator()(const Words& words, const std::string& input = {}) const
    {
        auto command = terminal_.command(words);
        command.environment["XDG_RUNTIME_DIR"] = (terminal_.dir().path() / "run").string();
        command.input = input;
        return run(command);
    }
    nlohmann::json json(Words words, const std::string& input = {}) const
    {
        words.push_back("--json");
        const auto outcome = (*this)(words, input);
        INFO(outcome.err);
        REQUIRE(outcome.exit_code == 0);
        return nlohmann::json::parse(outcome.out);
    }
    fs::path session_file() const
    {
        for (const auto& entry : fs::directory_iterator{terminal_.dir().path() / "run" / "guidepost"})
            return entry.path();
        return {};
    }
    std::string write(const std::string& name, const std::string& text) const
    {
        return terminal_.dir().write(name, text).string();
    }

private:
    test::Terminal terminal_;
};

const std::string csv = "login,name,roles,region,pdu,skills,weekly_minutes\n"
                        "admin,Administrator,administrator,London,,,\n"
                        "lead-w,Lead W,lead,Wales,,,\n"
                        "officer-w,Officer W,officer,Wales,Gwent,,\n"
                        "specialist-w,Specialist W,specialist,Wales,,women:senior,60\n";

/// Brought in by the account that owns the store; everybody has the same password.
void settle(const Desk& desk)
{
    REQUIRE(desk({"staff", "import", desk.write("staff.csv", csv)}).exit_code == 0);
    REQUIRE(desk({"staff", "password", "admin"}, good + "\n").exit_code == 0);
    REQUIRE(desk({"sign-in", "admin"}, good + "\n").exit_code == 0);
    for (const auto* login : {"lead-w", "officer-w", "specialist-w"}) {
        const auto code = desk.json({"staff", "invite", login}).at("code").get<std::string>();
        REQUIRE(desk({"sign-in", login, "--invitation"}, code + "\n" + good + "\n").exit_code == 0);
        REQUIRE(desk({"sign-in", "admin"}, good + "\n").exit_code == 0);
    }
    REQUIRE(desk({"sign-out"}).exit_code == 0);
}

} // namespace

TEST_CASE("on the practice desk anybody is acted as, and rights hold", "[terminal]")
{
    const Desk desk;
    const auto listed = desk.json({"--practice", "staff", "list"});
    CHECK(listed.at("version") == 1);
    CHECK(listed.at("staff").size() >= 60);

    const auto asked =
        desk.json({"--as", "officer-14", "staff", "who-to-ask", "sexual-offending", "--region", "N51"});
    CHECK(asked.at("advisers").at(0).at("login") == "specialist-14");
    CHECK(asked["advisers"][0].at("is_in_region") == true);
    CHECK(has(desk({"--as", "officer-14", "staff", "who-to-ask", "cookery"}).err, "Nobody holds cookery"));
    CHECK(has(desk({"--as", "officer-14", "staff", "show"}).out, "Officer 14"));
    CHECK(has(desk({"--as", "officer-14", "staff", "contacts"}).out, "999 first"));
    CHECK(has(desk({"--as", "officer-19", "staff", "contacts", "--region", "South West"}).out,
              "No contact is entered for South West"));

    CHECK(desk({"--as", "officer-14", "staff", "skill", "officer-14", "risk", "senior"}).exit_code == 4);
    CHECK(desk({"--as", "lead-7", "staff", "skill", "specialist-14", "women", "qualified"}).exit_code == 0);
    CHECK(desk({"--as", "lead-10", "staff", "skill", "specialist-14", "women", "senior"}).exit_code == 4);
    CHECK(has(desk({"--as", "officer-14", "staff", "show", "specialist-14"}).out, "women: qualified"));

    CHECK(desk({"--as", "officer-14", "staff", "away", "--from", "2030-01-07", "--to", "2030-01-11",
                "--cover", "officer-15"})
              .exit_code == 0);
    CHECK(has(desk({"--as", "officer-14", "staff", "show"}).out, "7 January 2030"));
    CHECK(desk({"--as", "officer-14", "staff", "away", "--back", "--from", "2030-01-07"}).exit_code == 0);
    CHECK_FALSE(has(desk({"--as", "officer-14", "staff", "show"}).out, "2030"));
    CHECK(desk({"--as", "officer-15", "staff", "away", "officer-14", "--to", "2030-01-11"}).exit_code == 4);

    CHECK(desk({"--as", "lead-9", "staff", "contact-put", "South West", "duty senior probation officer",
                "0113 496 0999"})
              .exit_code == 0);
    CHECK(has(desk({"--as", "officer-19", "staff", "contacts", "--region", "N58"}).out, "0113 496 0999"));
    CHECK(desk({"--as", "lead-10", "staff", "contact-remove", "N58", "duty senior probation officer"})
              .exit_code == 4);
    CHECK(desk({"store", "verify"}).exit_code == 0);
}

TEST_CASE("who is acted as must be there, at work, and asked for", "[terminal]")
{
    const Desk desk;
    desk({"--practice", "staff", "list"});
    const auto nobody = desk({"staff", "away", "--to", "2030-01-01"});
    CHECK(nobody.exit_code == 4);
    CHECK(has(nobody.err, "--as"));
    CHECK(desk({"--as", "ghost", "staff", "list"}).exit_code == 3);
    CHECK(desk({"--as", "specialist-27", "staff", "list"}).exit_code == 4); // has left
    CHECK(desk({"--as", std::string(100'000, 'x'), "staff", "list"}).exit_code == 3);
    const auto hostile = desk({"--as", "\033]0;owned\007\xE2\x80\xAE", "staff", "list"});
    CHECK(hostile.exit_code == 3);
    CHECK_FALSE(has(hostile.err, "\033"));
    CHECK_FALSE(has(hostile.err, "\xE2\x80\xAE"));
    CHECK(desk({"sign-in", "officer-14"}, good + "\n").exit_code == 4);
    CHECK(desk({"--as", "lead-7", "staff", "invite", "officer-14"}).exit_code == 4);
}

TEST_CASE("a store of one's own is set up by its account and then signed in to", "[terminal]")
{
    const Desk desk;
    CHECK(has(desk({"staff", "list"}).err, "staff import"));
    CHECK(desk({"--as", "admin", "staff", "list"}).exit_code == 4);
    settle(desk);
    CHECK(desk({"staff", "list"}).exit_code == 4);
    CHECK(desk({"staff", "password", "officer-w"}, good + "\n").exit_code == 4); // no second "first" password

    const auto in = desk({"sign-in", "officer-w"}, good + "\n");
    CHECK(has(in.err, "attribution, not secrecy"));
    CHECK(has(desk({"staff", "show"}).out, "Officer W"));
    CHECK(desk({"staff", "invite", "specialist-w"}).exit_code == 4);
    CHECK(desk({"--as", "admin", "staff", "list"}).exit_code == 4);
    // A real store cannot be made a practice desk, which would switch --as on.
    CHECK(desk({"--practice", "staff", "list"}).exit_code == 4);
    CHECK(desk({"sign-out"}).exit_code == 0);
    CHECK(desk({"staff", "show"}).exit_code == 4);
    CHECK(desk({"sign-out"}).exit_code == 0);
    CHECK(desk({"store", "verify"}).exit_code == 0);
}

TEST_CASE("the first password of a store is an administrator's, and who is locked out has a way back",
          "[terminal]")
{
    const Desk desk;
    const std::string other = "basin lantern quarry";
    REQUIRE(desk({"staff", "edit", "officer", "name=Officer", "roles=officer", "region=London"}).exit_code ==
            0);
    const auto without = desk({"staff", "password", "officer"}, good + "\n");
    CHECK(without.exit_code == 4);
    CHECK(has(without.err, "roles=administrator"));
    REQUIRE(
        desk({"staff", "edit", "admin", "name=Admin", "roles=administrator", "region=London"}).exit_code ==
        0);
    const auto with = desk({"staff", "password", "officer"}, good + "\n");
    CHECK(with.exit_code == 4);
    CHECK(has(with.err, "staff invite officer"));
    REQUIRE(desk({"staff", "password", "admin"}, good + "\n").exit_code == 0);

    CHECK(desk({"staff", "recover", "officer"}, other + "\n").exit_code == 4); // there is an administrator
    CHECK(desk({"staff", "recover", "admin"}, other + "\n").exit_code == 0);
    CHECK(desk({"sign-in", "admin"}, good + "\n").exit_code == 4);
    CHECK(desk({"sign-in", "admin"}, other + "\n").exit_code == 0);
    CHECK(desk({"store", "verify"}).exit_code == 0);
}

TEST_CASE("no contact of a real desk has a number that is for practice", "[terminal]")
{
    const Desk desk;
    settle(desk);
    REQUIRE(desk({"sign-in", "lead-w"}, good + "\n").exit_code == 0);
    const auto put = [&](const char* number) {
        return desk({"staff", "contact-put", "Wales", "duty senior probation officer", number});
    };
    CHECK(put("0113 496 0999").exit_code != 0);
    CHECK_FALSE(has(desk({"staff", "contacts", "--region", "Wales"}).out, "496"));
    CHECK(put("0113 395 0001").exit_code == 0);
}

TEST_CASE("a password is changed by its owner", "[terminal]")
{
    const Desk desk;
    settle(desk);
    desk({"sign-in", "officer-w"}, good + "\n");
    CHECK(desk({"staff", "password"}, "wrong wrong wrong\nthree other words\n").exit_code == 4);
    CHECK(desk({"staff", "password"}, good + "\nshort\n").exit_code == 1);
    CHECK(desk({"staff", "password"}, good + "\n").exit_code == 2); // no new one given
    CHECK(desk({"staff", "password"}, good + "\r\nthree other words\r\n").exit_code == 0);
    CHECK(desk({"staff", "show"}).exit_code == 4); // signed out by it
    CHECK(desk({"sign-in", "officer-w"}, good + "\n").exit_code == 4);
    CHECK(desk({"sign-in", "officer-w"}, "three other words").exit_code == 0);
    CHECK(desk({"sign-in", "officer-w"}, "").exit_code == 2);
    CHECK(desk({"sign-in", "officer-w"}, std::string(1'000'000, 'x')).exit_code == 2);
}

TEST_CASE("a session that lapsed or is not ours alone is not used", "[terminal]")
{
    const Desk desk;
    settle(desk);
    desk({"sign-in", "officer-w"}, good + "\n");
    const auto file = desk.session_file();
    REQUIRE_FALSE(file.empty());
    REQUIRE(desk({"staff", "show"}).exit_code == 0);

    SECTION("readable by others")
    {
        chmod(file.c_str(), 0644);
        const auto refused = desk({"staff", "show"});
        CHECK(refused.exit_code == 4);
        CHECK(has(refused.err, "other accounts"));
        CHECK(desk({"sign-in", "officer-w"}, good + "\n").exit_code == 0);
        CHECK(desk({"staff", "show"}).exit_code == 0);
    }
    SECTION("half an hour old")
    {
        fs::last_write_time(file, fs::last_write_time(file) - std::chrono::minutes{31});
        CHECK(desk({"staff", "show"}).exit_code == 4);
        CHECK_FALSE(fs::exists(file));
    }
    SECTION("twenty minutes old, which a command renews")
    {
        fs::last_write_time(file, fs::last_write_time(file) - std::chrono::minutes{20});
        CHECK(desk({"staff", "show"}).exit_code == 0);
        CHECK(fs::file_time_type::clock::now() - fs::last_write_time(file) < std::chrono::minutes{1});
    }
    SECTION("of another's making")
    {
        desk.write("run/guidepost/" + file.filename().string(),
                   "guidepost-session-1\n" + std::string(64, '0') + "\n");
        chmod(file.c_str(), 0600);
        CHECK(desk({"staff", "show"}).exit_code == 4);
    }
    SECTION("a link")
    {
        fs::rename(file, file.string() + ".real");
        fs::create_symlink(file.string() + ".real", file);
        CHECK(desk({"staff", "show"}).exit_code == 4);
    }
}

TEST_CASE("an import says what it did, line by line", "[terminal]")
{
    const Desk desk;
    const auto file =
        desk.write("staff.csv", csv + "bad,Bad,king,Wales,,,\n\"x\033[31m\",X,officer,Wales,,,\n");
    const auto dry = desk({"staff", "import", file, "--dry-run"});
    CHECK(dry.exit_code == 1);
    CHECK(has(dry.out, "staff.csv:6: roles"));
    CHECK(has(dry.out, "Nothing was written"));
    CHECK_FALSE(has(dry.out, "\033"));
    CHECK(desk.json({"staff", "list"}).at("staff").empty());

    const auto outcome = desk({"staff", "import", file, "--json"});
    CHECK(outcome.exit_code == 1);
    const auto report = nlohmann::json::parse(outcome.out);
    CHECK(report.at("added").size() == 4);
    CHECK(report.at("problems").size() == 2);
    CHECK(report["problems"][0].at("line") == 6);

    const auto again =
        desk.json({"staff", "import", desk.write("one.csv", "login,name\nadmin,Administrator\n")});
    CHECK(again.at("unchanged") == 1);
    CHECK(again.at("gone") == nlohmann::json({"lead-w", "officer-w", "specialist-w"}));
    CHECK(desk({"staff", "import", "/nowhere.yaml"}).exit_code == 3);
    CHECK(desk({"staff", "import", desk.write("x.yaml", "\xFF")}).exit_code == 1);
}

TEST_CASE("who has left cannot sign in, and is marked by a lead", "[terminal]")
{
    const Desk desk;
    settle(desk);
    desk({"sign-in", "lead-w"}, good + "\n");
    CHECK(desk({"staff", "left", "officer-w"}).exit_code == 0);
    CHECK(desk({"staff", "left", "lead-w"}).exit_code == 4);
    CHECK(desk({"staff", "left", "admin"}).exit_code == 4);
    CHECK(desk({"staff", "left", "ghost"}).exit_code == 3);
    CHECK(desk.json({"staff", "list"}).at("staff").size() == 3);
    CHECK(desk.json({"staff", "list", "--left"}).at("staff").size() == 4);
    CHECK(desk({"sign-in", "officer-w"}, good + "\n").exit_code == 4);
    CHECK(desk({"staff", "returned", "officer-w"}).exit_code == 0);
    CHECK(desk({"sign-in", "officer-w"}, good + "\n").exit_code == 0);
}

TEST_CASE("training is signed off rung by rung, and an exception is seen by leads", "[terminal]")
{
    const Desk desk;
    desk({"--practice", "staff", "list"});
    const auto put = [&](const char* by, const char* step, Words more = {}) {
        Words words{"--as", by, "staff", "training-put", "specialist-16", "three-way-review", step};
        words.insert(words.end(), more.begin(), more.end());
        return desk(words);
    };
    CHECK(put("lead-7", "trained", {"--expires", "2099-12-31"}).exit_code == 0);
    const auto skipped = put("lead-7", "deliver");
    CHECK(skipped.exit_code == 4);
    CHECK(has(skipped.err, "observe, co-deliver, deliver-observed"));
    CHECK(put("lead-7", "observe", {"--date", "2099-01-01"}).exit_code == 2);
    CHECK(put("lead-7", "juggle").exit_code == 2);
    CHECK(put("lead-10", "observe").exit_code == 4);
    CHECK(put("specialist-16", "observe").exit_code == 4);
    CHECK(put("lead-7", "observe").exit_code == 0);

    const auto reason = desk.write("reason.txt", "The only facilitator is ill\n");
    CHECK(put("lead-7", "deliver", {"--exception", reason}).exit_code == 1); // without an end
    const auto soon = format_date(Date{std::chrono::sys_days{date_of(system_now())} + std::chrono::days{30}});
    CHECK(put("lead-7", "deliver", {"--exception", reason, "--expires", soon}).exit_code == 0);

    CHECK(has(desk({"--as", "lead-7", "staff", "exceptions"}).out, "facilitator is ill"));
    CHECK(has(desk({"--as", "lead-10", "staff", "exceptions"}).err, "Nobody delivers by exception"));
    CHECK(desk({"--as", "officer-14", "staff", "exceptions"}).exit_code == 4);
    const auto seen = desk({"--as", "officer-14", "staff", "training", "specialist-16"}).out;
    CHECK(has(seen, "EXCEPTION by lead-7"));
    CHECK_FALSE(has(seen, "facilitator is ill"));
    const auto own = desk.json({"--as", "specialist-16", "staff", "training"});
    CHECK(own.at("training").size() == 3);
    CHECK(own["training"][2].at("exception").at("reason") == "The only facilitator is ill");
    CHECK(desk({"--as", "lead-7", "staff", "training-remove", "specialist-16", "three-way-review", "deliver"})
              .exit_code == 0);
    CHECK(desk.json({"--as", "lead-7", "staff", "exceptions"}).at("exceptions").empty());
}

TEST_CASE("one thing of a record is edited by who may, and somebody new is entered", "[terminal]")
{
    const Desk desk;
    desk({"--practice", "staff", "list"});
    const auto edit = [&](const char* by, Words words) {
        words.insert(words.begin(), {"--as", by, "staff", "edit"});
        return desk(words).exit_code;
    };
    CHECK(edit("lead-7", {"officer-14", "weekly_minutes=30", "conflicts=specialist-15;specialist-16"}) == 0);
    const auto person = desk.json({"--as", "lead-7", "staff", "show", "officer-14"}).at("person");
    CHECK(person.at("weekly_minutes") == 30);
    CHECK(person.at("conflicts").size() == 2);
    CHECK(person.at("name") == "Officer 14");
    CHECK(edit("lead-7", {"officer-99", "name=Officer 99", "roles=officer", "region=N51"}) == 0);
    CHECK(edit("lead-10", {"officer-14", "band=5"}) == 4);
    CHECK(edit("officer-14", {"officer-14", "band=6"}) == 4);
    CHECK(edit("lead-7", {"officer-14", "roles=lead"}) == 4);
    CHECK(edit("lead-7", {"officer-14", "region=Wales"}) == 4);
    CHECK(edit("lead-7", {"officer-14", "conflicts=ghost"}) == 3);
    CHECK(edit("lead-7", {"officer-14", "band=9"}) == 1);
    CHECK(edit("lead-7", {"officer-14", "band"}) == 1);
    CHECK(edit("lead-7", {"officer-14", "shoe=9"}) == 1);
    CHECK(edit("lead-7", {"officer-14", "band=3", "band=4"}) == 1);
    CHECK(edit("lead-7", {"officer-14", "login=officer-15"}) == 1);
    CHECK(edit("lead-7", {"officer-14", "pdu=\033[31m"}) == 1);
    CHECK(desk.json({"--as", "lead-7", "staff", "show", "officer-14"}).at("person") == person);
}
