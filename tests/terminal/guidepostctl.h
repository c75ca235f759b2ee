// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace guidepost::test {

/// A profile of its own and the real program at work on it.
class Terminal {
public:
    Terminal();

    /// "guidepostctl --profile ..." with these words; change it before running when needed.
    Command command(const std::vector<std::string>& words) const;
    Outcome operator()(const std::vector<std::string>& words) const { return run(command(words)); }

    /// The answer of a command that is expected to succeed, read as JSON; `words` say --json.
    nlohmann::json json(const std::vector<std::string>& words) const;

    const std::filesystem::path& profile() const { return profile_; }
    const TempDir& dir() const { return dir_; }

private:
    TempDir dir_;
    std::filesystem::path profile_;
};

/// The words as a trainer of the practice desk says them; the profile becomes one.
std::vector<std::string> by_trainer(std::vector<std::string> words);

bool has(const std::string& text, const std::string& part);

} // namespace guidepost::test
