// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

using namespace guidepost;
using test::has;

namespace {

constexpr char escape = '\033';

std::string shell_quoted(const std::vector<std::string>& argv)
{
    std::string line;
    for (const auto& word : argv)
        line += "'" + word + "' ";
    return line;
}

} // namespace

TEST_CASE("matched words are bold on a terminal and nowhere else", "[terminal]")
{
    const test::Terminal terminal;
    CHECK(terminal({"search", "curfew"}).out.find(escape) == std::string::npos);

    auto command = terminal.command({"search", "curfew"});
    command.out_is_terminal = true;
    CHECK(has(run(command).out, "\033[1mcurfew\033[0m"));

    command.environment["NO_COLOR"] = "1";
    const auto plain = run(command).out;
    CHECK(plain.find(escape) == std::string::npos);
    CHECK(has(plain, "curfew"));

    command.environment["NO_COLOR"] = std::nullopt;
    command.environment["TERM"] = "dumb";
    CHECK(run(command).out.find(escape) == std::string::npos);
}

TEST_CASE("what texts hold cannot steer the terminal", "[terminal]")
{
    const test::Terminal terminal;
    const std::string hostile = "\033]0;owned\007\033[2J\xC2\x9B"
                                "31m\x08\x7F";
    terminal.dir().write("notes/evil" + std::string{"\033[5m"} + ".md",
                         "# Evil " + hostile + " title\n\nThe depot " + hostile +
                             " &lt;b&gt; <b>x</b> word.\n\n```\ncode " + hostile + "\n```\n");
    terminal.dir().write("notes/bad\033[5m.md", "\xFF");
    const auto folder = (terminal.dir().path() / "notes").string();
    const auto is_harmless = [](const std::string& text) {
        for (const char c : text)
            if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r')
                return false;
        return text.find('\x7F') == std::string::npos && text.find("\xC2\x9B") == std::string::npos;
    };
    auto command = terminal.command(test::by_trainer({"article", "import", folder}));
    command.environment["NO_COLOR"] = "1";
    command.out_is_terminal = true;
    const auto with = [&](const std::vector<std::string>& words) {
        command.argv = terminal.command(words).argv;
        const auto outcome = run(command);
        CHECK_FALSE(outcome.out.empty());
        return outcome.out + outcome.err;
    };
    CHECK(is_harmless(with(test::by_trainer({"article", "import", folder, "--all"}))));
    CHECK(is_harmless(with({"article", "list"})));
    CHECK(is_harmless(with({"search", "depot"})));
    CHECK(is_harmless(with({"search", "depot", "--json"})));
    CHECK(is_harmless(with({"search", "depot" + hostile})));
    const auto list = terminal.json({"article", "list", "--source", "notes", "--json"});
    const std::string id = list.at("articles").at(0).at("article");
    for (const char* format : {"text", "html", "md"}) {
        INFO(format);
        CHECK(is_harmless(with({"article", "show", id, "--format", format})));
    }
    // A program that reads the source gets the bytes.
    CHECK(has(terminal({"article", "show", id, "--format", "md"}).out, hostile));
}

TEST_CASE("a reader that has seen enough is no error", "[terminal]")
{
    const test::Terminal terminal;
    auto command = terminal.command({"article", "list", "--json"});
    command.out_is_closed = true;
    const auto outcome = run(command);
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.signal == 0);
    CHECK_FALSE(has(outcome.err, "cannot be written"));
}

TEST_CASE("output that cannot be written is a failure", "[terminal]")
{
    const test::Terminal terminal;
    auto command = terminal.command({"article", "list"});
    command.argv = {"sh", "-c", shell_quoted(command.argv) + ">/dev/full"};
    const auto outcome = run(command);
    CHECK(outcome.exit_code == 1);
    CHECK(has(outcome.err, "cannot be written"));
}

TEST_CASE("a closed stdout or stderr does not let the program write elsewhere", "[terminal]")
{
    const test::Terminal terminal;
    auto command = terminal.command({"search", "curfew"});
    command.argv = {"sh", "-c", shell_quoted(command.argv) + ">&- 2>&-"};
    run(command);
    CHECK(terminal({"store", "verify"}).exit_code == 0);
    CHECK(terminal({"search", "curfew"}).exit_code == 0);
}
