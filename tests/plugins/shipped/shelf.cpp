// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/plugins/shipped/shelf.h"

#include "tests/support/catch.h"

#include <algorithm>

namespace guidepost::test {

std::vector<std::filesystem::path> shipped_modules()
{
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator{GUIDEPOST_SHIPPED_MODULES})
        if (std::filesystem::exists(entry.path() / "module.yaml"))
            folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

programme::Catalogue shipped_catalogue()
{
    return programme::Catalogue{{.host = GUIDEPOST_MODULE_HOST, .built_in = {GUIDEPOST_SHIPPED_MODULES}}};
}

programme::Assessment said_by(const std::string& module, const CaseProfile& profile)
{
    auto catalogue = shipped_catalogue();
    auto advice = programme::assess_module(catalogue, module, profile);
    REQUIRE(advice.problem == "");
    return std::move(advice.assessment);
}

programme::Option option_of(const programme::Assessment& assessment, const std::string& option)
{
    for (const auto& one : assessment.options)
        if (one.option == option)
            return one;
    FAIL("no option " << option);
    return {};
}

std::string reasons_of(const programme::Option& option)
{
    std::string text;
    for (const auto& reason : option.reasons)
        text += reason.step + ": " + reason.text + "\n";
    return text;
}

} // namespace guidepost::test
