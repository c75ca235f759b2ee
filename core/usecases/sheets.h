// SPDX-License-Identifier: GPL-2.0-or-later
// A plan of sessions or a brief for one meeting, and who delivers it.
#pragma once

#include "core/desk/desk.h"
#include "core/pages/programme_pages.h"
#include "core/usecases/delivery.h"
#include "core/values/case_profile.h"

#include <optional>
#include <string>
#include <variant>

namespace guidepost::usecases {

struct SheetWanted {
    std::string module = {};
    std::string option = {};
    enum class Kind { plan, brief } kind = Kind::plan;
    std::optional<CaseProfile> profile = {};     ///< for modules whose plan depends on it
    std::optional<people::Staff> deliverer = {}; ///< none: nobody is signed in
};

/// The page of it, which says what is missing or by whose exception it is delivered.
struct Sheet {
    programme::ModuleView view = {};
    std::string title = {};
    std::string option_name = {};
    std::vector<programme::Requirement> requirements = {};
    Delivery delivery = {}; ///< how the deliverer stands to them
    std::variant<pages::PlanPage, pages::BriefPage> page = {};
};

/// Throws Error{not_found} where there is no such module, plan or brief, naming what there is, Error{refused}
/// for a module that cannot be read. A plan that no file holds is asked of the module's code, which may take
/// two seconds.
Sheet make_sheet(const desk::Desk& desk, store::Connection& connection, const SheetWanted& wanted);

/// The same sheet for somebody else.
void deliver_by(Sheet& sheet, const desk::Desk& desk, store::Connection& connection,
                const std::optional<people::Staff>& deliverer);

std::string sheet_html(const Sheet& sheet);

} // namespace guidepost::usecases
