// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/cases/case_names.h"

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr std::size_t longest_stem = 28; // leaves room for "-copy-999" within forty

bool is_taken(const std::string& reference, const std::vector<CaseProfile>& taken)
{
    return std::any_of(taken.begin(), taken.end(),
                       [&](const CaseProfile& profile) { return profile.reference == reference; });
}

} // namespace

std::string new_reference(const std::vector<CaseProfile>& taken)
{
    for (int number = 1;; ++number) {
        auto reference = "case-" + std::to_string(number);
        if (!is_taken(reference, taken))
            return reference;
    }
}

std::string copied_reference(const std::string& original, const std::vector<CaseProfile>& taken)
{
    auto stem = original.substr(0, longest_stem);
    while (!stem.empty() && stem.back() == '-')
        stem.pop_back();
    stem += "-copy";
    auto reference = stem;
    for (int number = 2; is_taken(reference, taken); ++number)
        reference = stem + "-" + std::to_string(number);
    return reference;
}

} // namespace guidepost::desktop
