// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/modules/module_service.h"

namespace guidepost::desktop {

ModuleService::ModuleService(desk::Desk& desk) : desk_{desk}
{}

RequestPtr ModuleService::look(std::string id,
                               std::function<void(std::optional<pages::ModuleStatePage>)> show,
                               OnFailure failed)
{
    return ask(
        looking_,
        [this, id = std::move(id)](const std::stop_token&) -> std::optional<pages::ModuleStatePage> {
            auto& modules = desk_.modules();
            auto view = modules.find(id);
            if (!view)
                return std::nullopt;
            if (view->state == programme::ModuleState::ready && view->has_code() &&
                view->capabilities.empty()) {
                try {
                    modules.start(id);
                } catch (const Error&) {
                    // The view says it.
                }
                view = modules.find(id);
            }
            if (!view)
                return std::nullopt;
            auto parts = view->manifest.version.empty() ? programme::ModuleParts{}
                                                        : programme::count_parts(view->folder);
            return pages::ModuleStatePage{std::move(*view), std::move(parts)};
        },
        std::move(show), std::move(failed));
}

RequestPtr ModuleService::run(ModuleAct act, std::string id, people::Staff by, std::function<void()> done,
                              OnFailure failed)
{
    return ask(
        acting_,
        [this, act, id = std::move(id), by = std::move(by)](const std::stop_token&) {
            auto& modules = desk_.modules();
            switch (act) {
            case ModuleAct::verify:
                modules.check(id);
                break;
            case ModuleAct::enable:
                desk_.enable_module(id, by);
                break;
            case ModuleAct::disable:
                desk_.disable_module(id, by);
                break;
            case ModuleAct::try_again:
                modules.try_again(id);
                break;
            case ModuleAct::remove:
                desk_.remove_module(id, by);
                break;
            }
            return true;
        },
        [done = std::move(done)](bool) { done(); }, std::move(failed));
}

RequestPtr ModuleService::look_at_pack(std::filesystem::path pack, std::function<void(LookedAtPack)> show,
                                       OnFailure failed)
{
    return ask(
        looking_,
        [this, pack = std::move(pack)](const std::stop_token&) {
            auto verified = desk_.modules().verify(pack);
            LookedAtPack found{.signer = verified.signer, .files = verified.files.size()};
            for (const auto& [path, bytes] : verified.files)
                found.articles += path.starts_with("guidance/") && path.ends_with(".md");
            found.here = desk_.modules().find(verified.manifest.id);
            found.manifest = std::move(verified.manifest);
            return found;
        },
        std::move(show), std::move(failed));
}

RequestPtr ModuleService::install(std::filesystem::path pack, bool may_be_unsigned, people::Staff by,
                                  std::function<void(desk::Desk::InstalledModule)> show, OnFailure failed)
{
    return ask(
        acting_,
        [this, pack = std::move(pack), may_be_unsigned, by = std::move(by)](const std::stop_token&) {
            return desk_.install_module(pack, may_be_unsigned, by);
        },
        std::move(show), std::move(failed));
}

} // namespace guidepost::desktop
