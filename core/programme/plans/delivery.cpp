// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/plans/delivery.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace guidepost::programme {
namespace {

constexpr const char* stage = "-stage-";

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

std::vector<Requirement> requirements_for_option(const ModuleManifest& manifest,
                                                 const std::optional<Plan>& plan, std::string_view option)
{
    const auto counts = [&](const std::string& session) {
        if (session == "all" || session == option)
            return true;
        return plan && std::any_of(plan->sessions.begin(), plan->sessions.end(), [&](const auto& one) {
                   return one.session == session || number_of(one.part) == session;
               });
    };
    std::vector<Requirement> found;
    for (const auto& one : manifest.requirements)
        if (counts(one.session))
            found.push_back(one);
    return found;
}

std::vector<Requirement> requirements_for_stages(const ModuleManifest& manifest, std::string_view option)
{
    const auto prefix = std::string{option} + stage;
    std::vector<Requirement> found;
    for (const auto& one : manifest.requirements)
        if (one.session.starts_with(prefix))
            found.push_back(one);
    return found;
}

std::string requirement_place(const Requirement& requirement, const std::optional<Plan>& plan,
                              const std::string& option_name)
{
    const auto& session = requirement.session;
    if (session == "all")
        return "Every session";
    if (plan)
        for (const auto& one : plan->sessions) {
            if (one.session == session)
                return one.title;
            if (number_of(one.part) == session)
                return one.part;
        }
    if (const auto at = session.rfind(stage); at != std::string::npos)
        return fmt::format("{}, stage {}", option_name, session.substr(at + std::string_view{stage}.size()));
    return option_name.empty() ? session : option_name;
}

} // namespace guidepost::programme
