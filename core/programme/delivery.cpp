// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/delivery.h"

#include <algorithm>
#include <string>

namespace guidepost::programme {
namespace {

/// "5" of "5. Managing people around me"; "" when the part has no number.
std::string number_of(const std::string& part)
{
    const auto dot = part.find('.');
    const auto is_digit = [](char c) {
        return c >= '0' && c <= '9';
    };
    return dot != std::string::npos &&
                   std::all_of(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(dot), is_digit)
               ? part.substr(0, dot)
               : std::string{};
}

} // namespace

std::vector<Requirement> requirements_for(const ModuleManifest& manifest, const std::optional<Plan>& plan,
                                          std::string_view what)
{
    std::string part;
    if (plan)
        for (const auto& session : plan->sessions)
            if (session.session == what)
                part = number_of(session.part);
    std::vector<Requirement> found;
    for (const auto& one : manifest.requirements)
        if (what.empty() || one.session == "all" || one.session == what ||
            (!part.empty() && one.session == part))
            found.push_back(one);
    return found;
}

} // namespace guidepost::programme
