// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/delivery_overview.h"

#include "core/people/name_order.h"
#include "core/people/rights.h"
#include "core/programme/plans/delivery.h"
#include "core/usecases/module_contents.h"

namespace guidepost::usecases {
namespace {

using namespace programme;

void add_region(DeliveryOverview& overview, store::Connection& connection, const people::Staff& who,
                const std::vector<people::Staff>& everybody, const std::vector<Requirement>& requirements)
{
    overview.page.region = who.region;
    overview.region = deliverers_in(connection, who.region, requirements, date_of(system_now()));
    for (const auto& one : overview.region)
        if (one.delivery.may())
            overview.page.may_deliver.push_back(delivery_person(one, who, overview.names));
        else if (one.has_some)
            overview.page.on_the_way.push_back(delivery_person(one, who, overview.names));
    for (const auto& person : everybody)
        if (person.is_active && person.region == who.region && people::has_role(person, people::Role::lead)) {
            overview.leads.push_back(person);
            overview.page.leads.push_back(person.display_name);
        }
}

} // namespace

DeliveryOverview read_delivery(const desk::Desk& desk, store::Connection& connection,
                               const std::string& module, const std::string& option,
                               const std::optional<people::Staff>& who)
{
    const auto view = readable_module(desk.modules(), module);
    const auto plan = option.empty() ? std::nullopt : read_data_plan(view.folder, option);
    const auto requirements =
        option.empty() ? view.manifest.requirements : requirements_for_option(view.manifest, plan, option);
    // What is asked of one stage keeps nobody from the others, but is said.
    const auto of_stages =
        option.empty() ? std::vector<Requirement>{} : requirements_for_stages(view.manifest, option);
    const auto today = date_of(system_now());
    const auto login = who ? who->login : Login{};
    const auto everybody = people::by_name(people::Register{connection}.everybody());
    DeliveryOverview overview{.mine = delivery_of(connection, login, requirements, today),
                              .names = delivery_names(everybody, desk.vocabulary())};
    const auto name = option.empty() ? name_of(view) : option_name(view, option);
    overview.page = {.title = name,
                     .module_name = name_of(view),
                     .banner = banner_of(view, offer_of(view, option)),
                     .who = who ? who->display_name : "",
                     .may = who && overview.mine.may(),
                     .notes = view.manifest.delivery_notes};
    if (overview.mine.until)
        overview.page.until = format_date_long(*overview.mine.until);
    for (const auto& asked : overview.mine.asked)
        overview.page.rows.push_back(delivery_row(asked, plan, name, who.has_value(), overview.names));
    for (const auto& asked : delivery_of(connection, login, of_stages, today).asked)
        overview.page.rows.push_back(delivery_row(asked, plan, name, who.has_value(), overview.names));
    if (who && !who->region.empty() && !requirements.empty())
        add_region(overview, connection, *who, everybody, requirements);
    return overview;
}

} // namespace guidepost::usecases
