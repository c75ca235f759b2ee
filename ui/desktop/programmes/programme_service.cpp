// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/programmes/programme_service.h"

#include "core/usecases/module_contents.h"
#include "core/usecases/programme_pages.h"

namespace guidepost::desktop {

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
            for (auto& contents : usecases::all_modules(desk_.modules()))
                modules.push_back(item_of(std::move(contents)));
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
            auto page = usecases::read_suitability(desk_, connection(asking_), profile);
            Suitability answer{.advice = page.advice,
                               .html = pages::suitability_page(page, {}),
                               .text = pages::suitability_text(page)};
            page.shows_working = true;
            answer.html_to_print = pages::suitability_page(page, {});
            return answer;
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::sheet(usecases::SheetWanted wanted, bool asks_module,
                                   std::function<void(Sheet)> show, OnFailure failed)
{
    return ask(
        asks_module ? asker_ : reader_,
        [this, here = asks_module ? asking_ : reading_, wanted = std::move(wanted)](const std::stop_token&) {
            const auto sheet = usecases::make_sheet(desk_, connection(here), wanted);
            return Sheet{sheet.title, sheet.option_name, usecases::sheet_html(sheet), sheet.delivery};
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::path(PathWanted wanted, std::function<void(TitledPage)> show, OnFailure failed)
{
    return ask(
        reader_,
        [this, wanted = std::move(wanted)](const std::stop_token&) {
            const auto& [module, path, step] = wanted.at;
            auto page = usecases::read_path(desk_, connection(reading_), module, path, step);
            if (wanted.is_whole)
                page.step.clear();
            else if (page.step.empty())
                page.step = page.path.start;
            return TitledPage{page.path.title, pages::path_page(page, {})};
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::transitions(std::function<void(TitledPage)> show, OnFailure failed)
{
    return ask(
        reader_,
        [this](const std::stop_token&) {
            return TitledPage{
                "What became of older programmes",
                pages::transition_page(usecases::read_transitions(desk_, connection(reading_)), {})};
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::guidance(const std::string& module, std::function<void(TitledPage)> show,
                                      OnFailure failed)
{
    return ask(
        reader_,
        [this, module](const std::stop_token&) {
            const auto page = usecases::read_module(desk_, connection(reading_), module);
            return TitledPage{page.name, pages::module_page(page, {})};
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::delivery(const std::string& module, const std::string& option,
                                      const std::optional<people::Staff>& who,
                                      std::function<void(DeliveryShown)> show, OnFailure failed)
{
    return ask(
        reader_,
        [this, module, option, who](const std::stop_token&) {
            auto overview = usecases::read_delivery(desk_, connection(reading_), module, option, who);
            auto html = pages::delivery_page(overview.page, {});
            return DeliveryShown{std::move(overview), std::move(html)};
        },
        std::move(show), std::move(failed));
}

RequestPtr ProgrammeService::except(const people::Staff& by, usecases::ExceptDelivery command,
                                    std::function<void(usecases::Delivery)> show, OnFailure failed)
{
    return ask(
        reader_,
        [this, by, command = std::move(command)](const std::stop_token&) {
            auto& store = connection(reading_);
            usecases::run(store, command, by);
            return usecases::delivery_of(store, command.of, command.requirements, date_of(system_now()));
        },
        std::move(show), std::move(failed));
}

} // namespace guidepost::desktop
