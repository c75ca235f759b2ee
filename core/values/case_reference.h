// SPDX-License-Identifier: GPL-2.0-or-later
// What a case is called on a desk and in a consultation: a word and a few random characters, such as
// north-7k2, made by the desk. Anything else may be a name, a number or a year of birth in other clothes, and
// no list of words tells it surely ("Smith" is a word too); so what the desk cannot have made counts as
// telling.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace guidepost {

/// A new one for which `is_taken` says no; without it any.
std::string make_case_reference(const std::function<bool(const std::string&)>& is_taken = {});

/// Also for those of older desks: case-12, north-7k2-copy-2. None ("") tells nothing either.
bool is_case_reference_of_a_desk(std::string_view reference);

} // namespace guidepost
