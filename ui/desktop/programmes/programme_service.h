// SPDX-License-Identifier: GPL-2.0-or-later
// Programme modules off the main thread: which there are, what they say of a case, and the pages made of what
// they hold. Every call returns at once; its answer comes on the main thread unless the request was let go
// of. Asking modules, which may take seconds, and reading files have a thread each.
#pragma once

#include "core/desk/desk.h"
#include "core/pages/programme_pages.h"
#include "core/usecases/delivery_overview.h"
#include "core/usecases/sheets.h"
#include "core/values/case_profile.h"
#include "ui/desktop/links/link.h"
#include "ui/desktop/platform/worker.h"
#include "ui/desktop/programmes/programme_rows.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// What all modules say of a case, ready to be shown, printed and copied.
struct Suitability {
    std::vector<programme::ModuleAdvice> advice = {};
    std::string html = {};
    std::string html_to_print = {}; ///< with the working that matters
    std::string text = {};
};

struct Sheet {
    std::string title = {};
    std::string option_name = {};
    std::string html = {}; ///< says what is missing, or by whose exception it is delivered
    usecases::Delivery delivery = {};
};

struct PathWanted {
    PathLink at = {};
    bool is_whole = false; ///< to print
};

struct DeliveryShown {
    usecases::DeliveryOverview overview = {};
    std::string html = {};
};

class ProgrammeService {
public:
    /// Borrows the desk for as long as this lives; uses only what any thread may call.
    explicit ProgrammeService(const desk::Desk& desk);

    /// Asks no module.
    RequestPtr list(std::function<void(std::vector<ModuleItem>)> show, OnFailure failed);

    RequestPtr assess(const CaseProfile& profile, std::function<void(Suitability)> show, OnFailure failed);
    /// `asks_module`: its files have no such plan, so its code is asked, which may take seconds.
    RequestPtr sheet(usecases::SheetWanted wanted, bool asks_module, std::function<void(Sheet)> show,
                     OnFailure failed);

    /// A page's title and the page.
    struct TitledPage {
        std::string title = {};
        std::string html = {};
    };
    RequestPtr path(PathWanted wanted, std::function<void(TitledPage)> show, OnFailure failed);
    RequestPtr transitions(std::function<void(TitledPage)> show, OnFailure failed);
    RequestPtr guidance(const std::string& module, std::function<void(TitledPage)> show, OnFailure failed);

    /// `option` empty: the module as a whole. `who`: nobody signed in.
    RequestPtr delivery(const std::string& module, const std::string& option,
                        const std::optional<people::Staff>& who, std::function<void(DeliveryShown)> show,
                        OnFailure failed);
    /// Writes down that `by` lets somebody deliver all the same, and answers what then holds for them.
    RequestPtr except(const people::Staff& by, usecases::ExceptDelivery command,
                      std::function<void(usecases::Delivery)> show, OnFailure failed);

private:
    struct At;
    using Here = std::shared_ptr<At>;
    /// [worker] Opened when it is first needed.
    store::Connection& connection(const Here& here) const;

    const desk::Desk& desk_;
    Here reading_, asking_; ///< made and used on the thread of the same name only
    Worker reader_;
    Worker asker_;
};

} // namespace guidepost::desktop
