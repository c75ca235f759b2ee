// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/sheets.h"

#include "core/programme/plans/brief.h"
#include "core/programme/plans/delivery.h"
#include "core/programme/plans/plan.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/usecases/delivery_words.h"
#include "core/usecases/module_contents.h"
#include "core/usecases/reading.h"

#include <fmt/format.h>

namespace guidepost::usecases {
namespace {

using namespace programme;

BriefSheet brief_of(const ModuleView& view, const std::string& option)
{
    if (auto brief = read_brief(view.folder, option))
        return *brief;
    const auto options = options_with_brief(view.folder);
    throw Error{Errc::not_found, options.empty()
                                     ? fmt::format("{} has no briefs.", name_of(view))
                                     : fmt::format("There is no brief for {}. There is one for: {}.",
                                                   shortened(option, 60), join(options, ", "))};
}

} // namespace

Sheet make_sheet(const desk::Desk& desk, store::Connection& connection, const SheetWanted& wanted)
{
    auto& catalogue = desk.modules();
    Sheet sheet{.view = readable_module(catalogue, wanted.module)};
    const auto& view = sheet.view;
    const bool is_plan = wanted.kind == SheetWanted::Kind::plan;
    const auto plan = is_plan ? std::optional{plan_of(catalogue, wanted.module, wanted.option,
                                                      wanted.profile.value_or(CaseProfile{}))}
                              : read_data_plan(view.folder, wanted.option);
    const auto offer = offer_of(view, wanted.option);
    const auto banner = banner_of(view, offer);
    sheet.option_name = offer ? offer->name : plan ? plan->title : pages::words_of(wanted.option);
    sheet.requirements = requirements_for_option(view.manifest, plan, wanted.option);
    if (is_plan) {
        sheet.title = plan->title;
        sheet.page = pages::PlanPage{
            .plan = *plan, .module_name = name_of(view), .banner = banner, .titles = titles_of(connection)};
    } else {
        auto brief = brief_of(view, wanted.option);
        sheet.title = brief.name;
        sheet.page = pages::BriefPage{.brief = std::move(brief),
                                      .module_name = name_of(view),
                                      .banner = banner,
                                      .titles = titles_of(connection)};
    }
    deliver_by(sheet, desk, connection, wanted.deliverer);
    return sheet;
}

void deliver_by(Sheet& sheet, const desk::Desk& desk, store::Connection& connection,
                const std::optional<people::Staff>& deliverer)
{
    sheet.delivery = delivery_of(connection, deliverer ? deliverer->login : Login{}, sheet.requirements,
                                 date_of(system_now()));
    const auto names = delivery_names(people::Register{connection}.everybody(), desk.vocabulary());
    std::visit(
        [&](auto& page) {
            page.blocked = blocked_lines(sheet.delivery, deliverer, names);
            page.delivery =
                deliverer ? delivery_lines(sheet.delivery, *deliverer, names) : std::vector<std::string>{};
        },
        sheet.page);
}

std::string sheet_html(const Sheet& sheet)
{
    if (const auto* plan = std::get_if<pages::PlanPage>(&sheet.page))
        return pages::plan_page(*plan, {});
    return pages::brief_page(std::get<pages::BriefPage>(sheet.page), {});
}

} // namespace guidepost::usecases
