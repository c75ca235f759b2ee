// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/case_option.h"

#include "core/text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace guidepost::terminal {
namespace {

/// "rosh.public=high" and not the name of a file.
bool is_assignment(const std::string& text)
{
    const auto equals = text.find('=');
    return equals != std::string::npos &&
           std::all_of(text.begin(), text.begin() + static_cast<long>(equals), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
           });
}

} // namespace

std::optional<CaseProfile> case_said(const std::vector<std::string>& values)
{
    if (values.empty())
        return std::nullopt;
    CaseProfile profile;
    bool has_file = false;
    for (const auto& value : values) {
        if (is_assignment(value))
            continue;
        if (std::exchange(has_file, true))
            throw Error{Errc::usage, "One case file at a time: --case was given two."};
        profile = read_case(value);
    }
    for (const auto& value : values) {
        if (!is_assignment(value))
            continue;
        try {
            set_case_value(profile, value);
        } catch (const Error& e) {
            throw Error{Errc::usage, fmt::format("--case: {}", e.what())};
        }
    }
    return profile;
}

} // namespace guidepost::terminal
