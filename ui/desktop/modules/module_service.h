// SPDX-License-Identifier: GPL-2.0-or-later
// Programme modules off the main thread: looking closely at one, asking its code, switching it, packs. Every
// call returns at once; its answer comes on the main thread unless the request was let go of.
#pragma once

#include "core/desk/desk.h"
#include "core/pages/module_state_page.h"
#include "ui/desktop/modules/module_acts.h"
#include "ui/desktop/platform/worker.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// A pack that was found whole, and what is here under its name.
struct LookedAtPack {
    programme::ModuleManifest manifest = {};
    std::string signer = {};
    std::size_t files = 0;
    std::size_t articles = 0;
    std::optional<programme::ModuleView> here = {};
};

class ModuleService {
public:
    /// Borrows the desk for as long as this lives; uses only what any thread may call.
    explicit ModuleService(desk::Desk& desk);

    /// Never waits for a module, so that it can be asked every moment.
    std::vector<programme::ModuleView> modules() const { return desk_.modules().modules(); }

    /// What is shown of one. Code that did not run yet is started, to know what it can and what holds it; how
    /// that went is in the view. Nothing when there is no such module.
    RequestPtr look(std::string id, std::function<void(std::optional<pages::ModuleStatePage>)> show,
                    OnFailure failed);

    /// Throws on the worker what desk and catalogue throw.
    RequestPtr run(ModuleAct act, std::string id, people::Staff by, std::function<void()> done,
                   OnFailure failed);

    RequestPtr look_at_pack(std::filesystem::path pack, std::function<void(LookedAtPack)> show,
                            OnFailure failed);
    RequestPtr install(std::filesystem::path pack, bool may_be_unsigned, people::Staff by,
                       std::function<void(desk::Desk::InstalledModule)> show, OnFailure failed);

private:
    desk::Desk& desk_;
    Worker looking_; ///< a module that hangs while it is looked at keeps nobody from switching it off
    Worker acting_;
};

} // namespace guidepost::desktop
