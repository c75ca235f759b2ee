// SPDX-License-Identifier: GPL-2.0-or-later
// A desk on which one of the modules that were built is not there, each in its turn, and one on which none
// is.
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

#include <algorithm>
#include <set>

using namespace guidepost;
using test::has;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr const char* case_yaml =
    "version: 1\nreference: north-7k2\nsetting: community\nsex: male\nage: 22\noffence: [sexual]\n"
    "dc_srp: high\nsara: {partner: medium}\narp: 55\n";

constexpr const char* request_yaml = R"(version: 1
danger: no
question: He says nothing happened, and the group starts on Monday. May he start?
decision: Whether he starts on Monday
needed_by: 2099-01-01
tried: Two sessions about goals
priority: soon
responsibility: advice
specialism: sexual-offending
case: {version: 1, setting: community, offence: [sexual], rosh: {public: medium}, innocence: maintains}
)";

constexpr const char* group_yaml = "version: 1\nmembers:\n"
                                   "  - {member: m1, case: {sex: male}, not_with: [m2]}\n"
                                   "  - {member: m2, case: {sex: male}}\n";

std::vector<std::string> built_modules()
{
    std::vector<std::string> ids;
    for (const auto& entry : fs::directory_iterator{fs::path{GUIDEPOST_BINARY_DIR} / "modules"})
        if (fs::exists(entry.path() / "module.yaml"))
            ids.push_back(entry.path().filename().string());
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::set<std::string> articles_of(const std::string& module)
{
    std::set<std::string> ids;
    for (const auto& entry :
         fs::directory_iterator{fs::path{GUIDEPOST_BINARY_DIR} / "modules" / module / "guidance"})
        if (entry.path().extension() == ".md")
            ids.insert(entry.path().stem().string());
    return ids;
}

/// The practice desk of a new profile, with some of the modules.
class DeskWithout {
public:
    explicit DeskWithout(const std::set<std::string>& left_out) : modules_{terminal_.dir().path() / "modules"}
    {
        fs::create_directory(modules_);
        for (const auto& id : built_modules())
            if (!left_out.contains(id))
                fs::copy(fs::path{GUIDEPOST_BINARY_DIR} / "modules" / id, modules_ / id,
                         fs::copy_options::recursive);
    }

    void leave_out(const std::string& id) const { fs::remove_all(modules_ / id); }

    test::Outcome operator()(std::vector<std::string> words, const std::string& input = {}) const
    {
        words.insert(words.begin(), {"--practice", "--as", "officer-14"});
        auto command = terminal_.command(words);
        command.environment["GUIDEPOST_MODULES"] = modules_.string();
        command.input = input;
        return test::run(command);
    }
    Json json(std::vector<std::string> words, const std::string& input = {}) const
    {
        words.push_back("--json");
        const auto outcome = (*this)(std::move(words), input);
        INFO(outcome.err);
        REQUIRE(outcome.exit_code == 0);
        return Json::parse(outcome.out);
    }
    std::string file(const std::string& name, const std::string& text) const
    {
        return terminal_.dir().write(name, text).string();
    }

private:
    test::Terminal terminal_;
    fs::path modules_;
};

std::set<std::string> named(const Json& list, const char* key)
{
    std::set<std::string> names;
    for (const auto& one : list)
        names.insert(one.at(key).get<std::string>());
    return names;
}

/// What every desk does, whichever modules it has.
void expect_a_working_desk(const DeskWithout& desk, const std::set<std::string>& there,
                           const std::set<std::string>& left_out)
{
    CHECK(named(desk.json({"module", "list"}).at("modules"), "module") == there);
    CHECK(named(desk.json({"programme", "list"}).at("programmes"), "module") == there);

    // Guidance: what ships apart from modules, that of the modules that are there, and no other.
    const auto found = desk.json({"search", "curfew"});
    CHECK(found.at("total") > 0);
    CHECK(found.at("index").at("state") == "ready");
    const auto articles = named(desk.json({"article", "list"}).at("articles"), "article");
    for (const auto& id : there)
        for (const auto& article : articles_of(id))
            CHECK(articles.contains(article));
    for (const auto& id : left_out)
        for (const auto& article : articles_of(id))
            CHECK_FALSE(articles.contains(article));

    // A case: each module that is there has its say, without a slip, and nothing is said for the others.
    const auto case_file = desk.file("case.yaml", case_yaml);
    const auto assessed = desk.json({"programme", "assess", "--case", case_file}).at("assessments");
    CHECK(named(assessed, "module") == there);
    for (const auto& one : assessed) {
        INFO(one.at("module"));
        CHECK(one.at("problem") == "");
        CHECK_FALSE(one.at("options").empty());
    }
    const auto page = desk({"programme", "assess", "--case", case_file, "--format", "html"});
    CHECK(page.exit_code == 0);
    for (const auto& id : left_out)
        for (const auto& article : articles_of(id)) {
            INFO(article);
            CHECK_FALSE(has(page.out, "guidepost://article/" + article)); // a link that would lead nowhere
        }
    for (const auto& id : left_out) {
        const auto one = desk({"programme", "assess", id, "--case", case_file});
        CHECK(one.exit_code == 3);
        CHECK(has(one.err, there.empty() ? "No module is installed." : "There is: " + *there.begin()));
    }

    // Older programmes, paths, groups.
    for (const auto told = desk.json({"programme", "transition"}); const auto& one : told.at("transitions"))
        CHECK(one.at("successor_name").is_string() == there.contains(one.at("successor")));
    CHECK(desk({"programme", "transition"}).exit_code == 0);
    for (const auto told = desk.json({"programme", "path"}); const auto& one : told.at("paths"))
        CHECK(desk({"programme", "path", one.at("module"), one.at("path")}).exit_code == 0);
    const auto group = desk({"programme", "group", "--file", desk.file("group.yaml", group_yaml)});
    CHECK((group.exit_code == 0 || has(group.err, "No module on this desk looks at groups.")));

    // A question is routed and sent.
    const auto sent = desk.json({"consult", "ask"}, request_yaml);
    CHECK(sent.at("ref").is_string());
    CHECK(desk({"consult", "show", sent.at("ref")}).exit_code == 0);
    CHECK(has(desk({"consult", "list"}).out, sent.at("ref").get<std::string>()));
    CHECK(desk({"store", "verify"}).exit_code == 0);
}

} // namespace

TEST_CASE("with any one module left out of the build the desk works", "[terminal]")
{
    const auto built = built_modules();
    for (const auto& absent : built) {
        INFO("without " << absent);
        std::set<std::string> there{built.begin(), built.end()};
        there.erase(absent);
        expect_a_working_desk(DeskWithout{{absent}}, there, {absent});
    }
}

TEST_CASE("with no module at all the desk works", "[terminal]")
{
    const auto built = built_modules();
    const std::set<std::string> all{built.begin(), built.end()};
    const DeskWithout desk{all};
    expect_a_working_desk(desk, {}, all);
    CHECK(has(desk({"module", "list"}).out, "There are no modules on this desk."));
    CHECK(has(desk({"programme", "assess", "--case", "age=22"}).out,
              "No programme module on this desk has anything to say."));
    CHECK(has(desk({"programme", "path"}).out, "There are no paths on this desk."));
    CHECK(has(desk({"programme", "transition"}).out,
              "No module on this desk says what became of older programmes."));
}

TEST_CASE("a module that is left out later leaves its articles, and nothing else", "[terminal]")
{
    const auto built = built_modules();
    if (built.empty())
        return;
    const auto& gone = built.front();
    const DeskWithout desk{{}};
    CHECK(named(desk.json({"module", "list"}).at("modules"), "module").contains(gone));
    const auto article = *articles_of(gone).begin();
    CHECK(desk({"article", "show", article}).exit_code == 0);
    desk.leave_out(gone);
    CHECK_FALSE(named(desk.json({"module", "list"}).at("modules"), "module").contains(gone));
    CHECK(desk({"programme", "assess", "--case", "age=22"}).exit_code == 0);
    CHECK(desk({"article", "show", article}).exit_code == 0); // taking them in was a recorded act
    CHECK(desk({"search", "curfew"}).exit_code == 0);
    CHECK(desk({"store", "verify"}).exit_code == 0);
}
