// SPDX-License-Identifier: GPL-2.0-or-later
// The files of core/pages/templates, as they were when the program was built.
#pragma once

#include <string_view>

namespace guidepost::pages::templates {

extern const std::string_view layout, article, home, message, glossary, thread, style, suitability, plan,
    brief, path, transition, delivery, module, module_state;

} // namespace guidepost::pages::templates
