// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/programme_service.h"

#include "core/desk/delivery_words.h"
#include "core/guidance/cited_sources.h"
#include "core/guidance/library.h"
#include "core/people/rights.h"
#include "core/programme/delivery.h"
#include "core/programme/offers.h"
#include "core/programme/plan.h"
#include "core/values/error.h"
#include "core/values/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

using namespace programme;

std::map<std::string, std::string> titles_of(store::Connection& connection)
{
    std::map<std::string, std::string> titles;
    for (auto& listed : guidance::Library{connection}.list())
        titles.emplace(listed.id.value(), std::move(listed.title));
    return titles;
}

ModuleView module_named(Catalogue& catalogue, const std::string& id)
{
    auto view = catalogue.find(id);
    if (!view)
        throw Error{Errc::not_found, fmt::format("There is no module {}.", shortened(id, 60))};
    return *view;
}

ModuleView readable_module(Catalogue& catalogue, const std::string& id)
{
    auto view = module_named(catalogue, id);
    if (!is_readable(view))
        throw Error{Errc::refused, view.reason};
    return view;
}

std::string name_of(const ModuleView& view)
{
    return view.manifest.name.empty() ? view.id : view.manifest.name;
}

/// What the files hold. A file that cannot be read leaves its part out: whoever opens it is told why.
ModuleItem item_of(ModuleView view)
{
    ModuleItem module{std::move(view), {}, {}};
    if (!is_readable(module.view))
        return module;
    const auto& folder = module.view.folder;
    const auto item = [&](const std::string& option) -> ProgrammeItem& {
        const auto found = std::find_if(module.items.begin(), module.items.end(),
                                        [&](const auto& one) { return one.option == option; });
        return found != module.items.end() ? *found
                                           : module.items.emplace_back(ProgrammeItem{option, {}, {}});
    };
    const auto guarded = [](const auto& read) {
        try {
            read();
        } catch (const Error&) {
            // Asked for by itself it says what is wrong.
        }
    };
    guarded([&] {
        for (const auto& offer : read_offers(folder)) {
            auto& one = item(offer.id);
            one.name = offer.name;
            one.status = offer.status;
        }
    });
    guarded([&] {
        for (const auto& option : options_with_plan(folder)) {
            auto& one = item(option);
            one.has_plan = true;
            if (one.name.empty())
                if (const auto plan = read_data_plan(folder, option))
                    one.name = plan->title;
        }
    });
    guarded([&] {
        for (const auto& option : options_with_brief(folder))
            item(option).has_brief = true;
    });
    guarded([&] {
        for (const auto& path : read_paths(folder))
            module.paths.push_back({path.id, path.title});
    });
    std::erase_if(module.items, [](const auto& one) { return !one.has_plan && !one.has_brief; });
    for (auto& one : module.items)
        if (one.name.empty())
            one.name = pages::words_of(one.option);
    return module;
}

/// What stands above everything of a module that is kept to be read, and of what is closed in another.
std::string banner_of(const ModuleView& view, const std::optional<Offer>& offer)
{
    auto banner = view.manifest.is_read_only ? view.manifest.banner : std::string{};
    if (banner.empty() && view.manifest.is_read_only)
        banner = "Kept to be read; nothing in it is begun.";
    if (offer && !offer->status.empty() && offer->status != "open")
        banner =
            fmt::format("{}.{}{}", pages::status_words(offer->status), banner.empty() ? "" : " ", banner);
    return banner;
}

std::optional<Offer> offer_of(const ModuleView& view, const std::string& option)
{
    for (auto& offer : read_offers(view.folder))
        if (offer.id == option)
            return std::move(offer);
    return {};
}

std::optional<Plan> data_plan(const ModuleView& view, const std::string& option)
{
    return option.empty() ? std::nullopt : read_data_plan(view.folder, option);
}

} // namespace

struct ProgrammeService::At {
    std::unique_ptr<store::Connection> connection = {};
};

ProgrammeService::ProgrammeService(const desk::Desk& desk)
    : desk_{desk}, reading_{std::make_shared<At>()}, asking_{std::make_shared<At>()}
{}

store::Connection& ProgrammeService::connection(const Here& here) const
{
    if (!here->connection)
        here->connection = desk_.open_store();
    return *here->connection;
}

RequestPtr ProgrammeService::list(std::function<void(std::vector<ModuleItem>)> show, OnFailure failed)
{
    return ask(
        reader_,
        [this](const std::stop_token&) {
            std::vector<ModuleItem> modules;
            for (auto& view : desk_.modules().modules())
                modules.push_back(item_of(std::move(view)));
            return modules;
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::assess(const CaseProfile& profile, std::function<void(Suitability)> show,
                                    OnFailure failed)
{
    return ask(
        asker_,
        [this, profile](const std::stop_token&) {
            Suitability answer;
            answer.advice = assess_all(desk_.modules(), profile);
            pages::SuitabilityPage page{.advice = answer.advice,
                                        .reference = profile.reference,
                                        .chips = case_chips(profile),
                                        .titles = titles_of(connection(asking_))};
            answer.html = pages::suitability_page(page, {});
            answer.text = pages::suitability_text(page);
            page.shows_working = true;
            answer.html_to_print = pages::suitability_page(page, {});
            return answer;
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::sheet(SheetWanted wanted, std::function<void(Sheet)> show, OnFailure failed)
{
    auto& worker = wanted.asks_module ? asker_ : reader_;
    return ask(
        worker,
        [this, here = wanted.asks_module ? asking_ : reading_,
         wanted = std::move(wanted)](const std::stop_token&) {
            auto& store = connection(here);
            auto& catalogue = desk_.modules();
            const auto view = readable_module(catalogue, wanted.module);
            const auto offer = offer_of(view, wanted.option);
            const auto plan = wanted.kind == SheetWanted::Kind::plan
                                  ? std::optional{plan_of(catalogue, wanted.module, wanted.option,
                                                          wanted.profile.value_or(CaseProfile{}))}
                                  : data_plan(view, wanted.option);
            Sheet sheet;
            sheet.option_name = offer ? offer->name : plan ? plan->title : pages::words_of(wanted.option);
            sheet.delivery = desk::delivery_of(store, wanted.deliverer ? wanted.deliverer->login : Login{},
                                               requirements_for_option(view.manifest, plan, wanted.option),
                                               date_of(system_now()));
            const auto banner = banner_of(view, offer);
            const auto names = desk::delivery_names(people::Register{store}.everybody(), desk_.vocabulary());
            const auto blocked = desk::blocked_lines(sheet.delivery, wanted.deliverer, names);
            const auto delivery = wanted.deliverer
                                      ? desk::delivery_lines(sheet.delivery, *wanted.deliverer, names)
                                      : std::vector<std::string>{};
            if (wanted.kind == SheetWanted::Kind::brief) {
                const auto brief = read_brief(view.folder, wanted.option);
                if (!brief)
                    throw Error{Errc::not_found, fmt::format("There is no brief for {}.", sheet.option_name)};
                sheet.title = brief->name;
                sheet.html = pages::brief_page({.brief = *brief,
                                                .module_name = name_of(view),
                                                .banner = banner,
                                                .blocked = blocked,
                                                .delivery = delivery,
                                                .titles = titles_of(store)},
                                               {});
            } else {
                sheet.title = plan->title;
                sheet.html = pages::plan_page({.plan = *plan,
                                               .module_name = name_of(view),
                                               .banner = banner,
                                               .blocked = blocked,
                                               .delivery = delivery,
                                               .titles = titles_of(store)},
                                              {});
            }
            return sheet;
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::path(PathWanted wanted, std::function<void(TitledPage)> show, OnFailure failed)
{
    return ask(
        reader_,
        [this, wanted = std::move(wanted)](const std::stop_token&) {
            const auto view = readable_module(desk_.modules(), wanted.at.module);
            auto paths = read_paths(view.folder);
            const auto found = std::find_if(paths.begin(), paths.end(),
                                            [&](const auto& one) { return one.id == wanted.at.path; });
            if (found == paths.end())
                throw Error{Errc::not_found,
                            fmt::format("{} has no path {}.", name_of(view), shortened(wanted.at.path, 60))};
            const auto& step = wanted.at.step.empty() ? found->start : wanted.at.step;
            return TitledPage{found->title, pages::path_page({.path = *found,
                                                              .module = view.id,
                                                              .module_name = name_of(view),
                                                              .step = wanted.is_whole ? "" : step,
                                                              .titles = titles_of(connection(reading_))},
                                                             {})};
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::transitions(std::function<void(TitledPage)> show, OnFailure failed)
{
    return ask(
        reader_,
        [this](const std::stop_token&) {
            pages::TransitionPage page;
            for (const auto& view : desk_.modules().modules()) {
                page.names[view.id] = name_of(view);
                if (is_readable(view))
                    page.groups.push_back(
                        {name_of(view), banner_of(view, {}), read_transitions(view.folder)});
            }
            page.titles = titles_of(connection(reading_));
            return TitledPage{"What became of older programmes", pages::transition_page(page, {})};
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::guidance(const std::string& module, std::function<void(TitledPage)> show,
                                      OnFailure failed)
{
    return ask(
        reader_,
        [this, module](const std::stop_token&) {
            const auto view = module_named(desk_.modules(), module);
            const auto& manifest = view.manifest;
            pages::ModulePage page{
                .name = name_of(view),
                .version = manifest.version,
                .summary = manifest.summary,
                .banner = banner_of(view, {}),
                .reason = view.reason,
                .sources = guidance::source_lines(manifest.sources,
                                                  guidance::cited_sources_for_pages(desk_.places().content))};
            if (manifest.approved_on)
                page.approved = fmt::format("Approved by {}, {}", manifest.approved_by,
                                            format_date_long(*manifest.approved_on));
            if (view.state != ModuleState::disabled)
                for (const auto& listed :
                     guidance::Library{connection(reading_)}.list_source(SourceId{view.id}))
                    if (listed.state != guidance::ArticleState::withdrawn)
                        page.articles.push_back(
                            {listed.title, format_link(Link{listed.id, ""}), std::string{}});
            return TitledPage{page.name, pages::module_page(page, {})};
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::delivery(const std::string& module, const std::string& option,
                                      const std::optional<people::Staff>& who,
                                      std::function<void(DeliveryOverview)> show, OnFailure failed)
{
    return ask(
        reader_,
        [this, module, option, who](const std::stop_token&) {
            auto& store = connection(reading_);
            const auto view = readable_module(desk_.modules(), module);
            const auto offer = offer_of(view, option);
            const auto plan = data_plan(view, option);
            const auto requirements = option.empty() ? view.manifest.requirements
                                                     : requirements_for_option(view.manifest, plan, option);
            const auto name = offer            ? offer->name
                              : plan           ? plan->title
                              : option.empty() ? name_of(view)
                                               : pages::words_of(option);
            const auto today = date_of(system_now());
            const auto everybody = people::Register{store}.everybody();
            const auto names = desk::delivery_names(everybody, desk_.vocabulary());
            DeliveryOverview answer;
            answer.title = name;
            answer.names = names;
            answer.mine = desk::delivery_of(store, who ? who->login : Login{}, requirements, today);
            pages::DeliveryPage page{.title = name,
                                     .module_name = name_of(view),
                                     .banner = banner_of(view, offer),
                                     .who = who ? who->display_name : "",
                                     .may = who && answer.mine.may(),
                                     .notes = view.manifest.delivery_notes};
            if (answer.mine.until)
                page.until = format_date_long(*answer.mine.until);
            for (const auto& asked : answer.mine.asked)
                page.rows.push_back(desk::delivery_row(asked, plan, name, who.has_value(), names));
            // What is asked of one stage keeps nobody from the others, but is said.
            for (const auto& asked :
                 desk::delivery_of(store, who ? who->login : Login{},
                                   option.empty() ? std::vector<Requirement>{}
                                                  : requirements_for_stages(view.manifest, option),
                                   today)
                     .asked)
                page.rows.push_back(desk::delivery_row(asked, plan, name, who.has_value(), names));
            if (who && !who->region.empty() && !requirements.empty()) {
                page.region = who->region;
                answer.region = desk::deliverers_in(store, who->region, requirements, today);
                for (const auto& one : answer.region)
                    if (one.delivery.may())
                        page.may_deliver.push_back(desk::delivery_person(one, *who, names));
                    else if (one.has_some)
                        page.on_the_way.push_back(desk::delivery_person(one, *who, names));
                for (const auto& person : everybody)
                    if (person.is_active && person.region == who->region &&
                        people::has_role(person, people::Role::lead))
                        answer.leads.push_back(person);
                for (const auto& lead : answer.leads)
                    page.leads.push_back(lead.display_name);
            }
            answer.html = pages::delivery_page(page, {});
            return answer;
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::except(const people::Staff& by, desk::ExceptDelivery command,
                                    std::function<void(desk::Delivery)> show, OnFailure failed)
{
    return ask(
        reader_,
        [this, by, command = std::move(command)](const std::stop_token&) {
            auto& store = connection(reading_);
            desk::run(store, command, by);
            return desk::delivery_of(store, command.of, command.requirements, date_of(system_now()));
        },
        std::move(show), std::move(failed));
}

} // namespace guidepost::desktop
