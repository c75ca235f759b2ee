// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/terminal/guidepostctl.h"

#include "tests/support/catch.h"

namespace guidepost::test {

Terminal::Terminal() : profile_{dir_.path() / "profile"}
{}

Command Terminal::command(const std::vector<std::string>& words) const
{
    Command command;
    command.argv = {GUIDEPOSTCTL, "--profile", profile_.string()};
    command.argv.insert(command.argv.end(), words.begin(), words.end());
    command.environment["NO_COLOR"] = std::nullopt;
    command.environment["TERM"] = "xterm";
    command.environment["GUIDEPOST_CONTENT"] = std::nullopt;
    command.environment["GUIDEPOST_MODULES"] = std::nullopt;
    return command;
}

nlohmann::json Terminal::json(const std::vector<std::string>& words) const
{
    const auto outcome = (*this)(words);
    INFO(outcome.err);
    REQUIRE(outcome.exit_code == 0);
    return nlohmann::json::parse(outcome.out);
}

std::vector<std::string> by_trainer(std::vector<std::string> words)
{
    words.insert(words.begin(), {"--practice", "--as", "trainer-1"});
    return words;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace guidepost::test
