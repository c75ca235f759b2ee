// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

#include <string>
#include <vector>

namespace guidepost::test {

using Json = nlohmann::json;

/// A request that may be sent.
inline constexpr const char* request_yaml = R"(version: 1
danger: no
question: He says nothing happened, and the group starts on Monday. May he start?
decision: Whether he starts on Monday
needed_by: 2099-01-01
tried: Two sessions about goals
priority: soon
responsibility: advice
specialism: sexual-offending
case:
  version: 1
  setting: community
  offence: [sexual]
  rosh: {public: medium}
  innocence: maintains
read: ["maintaining-innocence#do-now"]
)";

/// The practice desk of a profile, and people at work on it.
class Practice {
public:
    explicit Practice(const test::Terminal& terminal) : terminal_{terminal}
    {
        // --practice with --profile makes that profile a practice desk.
        const auto made = terminal_({"--practice", "--as", "officer-14", "inbox"});
        INFO(made.err);
        REQUIRE(made.exit_code == 0);
    }

    test::Outcome as(const std::string& who, std::vector<std::string> words,
                     const std::string& input = {}) const
    {
        words.insert(words.begin(), {"--as", who});
        auto command = terminal_.command(words);
        command.input = input;
        return test::run(command);
    }
    Json json(const std::string& who, std::vector<std::string> words, const std::string& input = {}) const
    {
        words.push_back("--json");
        const auto outcome = as(who, std::move(words), input);
        INFO(outcome.err);
        REQUIRE(outcome.exit_code == 0);
        return Json::parse(outcome.out);
    }
    /// Whom a reference is offered to or held by, as the lead of the North West sees it.
    Json show(const std::string& ref, const std::string& who = "lead-7") const
    {
        return json(who, {"consult", "show", ref});
    }

private:
    const test::Terminal& terminal_;
};

} // namespace guidepost::test
