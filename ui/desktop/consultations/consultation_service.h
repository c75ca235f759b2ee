// SPDX-License-Identifier: GPL-2.0-or-later
// Consultations off the main thread: lists, reading, acting, what a form is told before it is sent, and the
// clerk. Every call returns at once; its answer comes on the main thread unless the request was let go of.
#pragma once

#include "core/consultation/acts/clerk.h"
#include "core/consultation/acts/commands.h"
#include "core/consultation/acts/to_guidance.h"
#include "core/consultation/thread/board.h"
#include "core/desk/desk.h"
#include "core/pages/thread_page.h"
#include "core/people/register.h"
#include "core/usecases/asking.h"
#include "core/usecases/drafts.h"
#include "core/usecases/preview.h"
#include "ui/desktop/consultations/acts.h"
#include "ui/desktop/consultations/ask_words.h"
#include "ui/desktop/consultations/consultation_views.h"
#include "ui/desktop/platform/worker.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

struct Listing {
    std::vector<consultation::Listed> rows = {};
    std::map<ConsultationView::Which, std::size_t> counts = {};
    std::size_t for_me = 0;
    pages::Names names = {};
};

/// A thread ready to be shown, with what its reader may do.
struct OpenThread {
    consultation::Thread thread = {};
    pages::ThreadReader reader = {};
    pages::Names names = {};
    std::map<std::string, std::string> titles = {};
    Side side = Side::officer;
    std::int64_t seen = 0;
    std::map<Act, std::string> refusals = {}; ///< "" for what may be done
    std::map<Act, std::vector<people::Staff>> colleagues =
        {}; ///< whom it can be given to or asked about, by act
    std::map<Login, std::vector<consultation::PassedOver>> against = {}; ///< what routing holds against them
    std::vector<people::Staff> everybody = {};
};

/// What programme modules bring to a question.
struct AskModules {
    std::vector<programme::ModuleFields> fields = {};
    std::vector<consultation::AttachedVerdict> verdicts =
        {}; ///< as they would be attached now; none without a case
};

/// What came of an act.
struct Acted {
    consultation::Result result = {};
    std::string text = {}; ///< of an export: what goes into the case record
};

class ConsultationService {
public:
    /// Borrows the desk for as long as this lives; uses only what any thread may call.
    explicit ConsultationService(const desk::Desk& desk);

    RequestPtr list(const people::Staff& who, ConsultationView view, std::string find,
                    std::function<void(Listing)> show, OnFailure failed);
    /// How many wait for somebody: for a badge.
    RequestPtr count(const people::Staff& who, std::function<void(std::size_t)> show, OnFailure failed);

    /// Nothing when it is not there or not for them. That somebody read it is recorded, but not that the
    /// window looked whether it is still the same.
    enum class Opened { by_person, by_window };
    RequestPtr open(const people::Staff& who, ConsultationRef ref, Opened opened,
                    std::function<void(std::optional<OpenThread>)> show, OnFailure failed);
    RequestPtr run(const people::Staff& who, consultation::Command command, std::function<void(Acted)> show,
                   OnFailure failed);

    /// Sends a question, with what these modules say of its case at that moment.
    RequestPtr send(const people::Staff& who, consultation::Request request, std::vector<std::string> attach,
                    std::function<void(Acted)> show, OnFailure failed);
    /// The question needed no sending: this guidance answered it.
    RequestPtr settle(const people::Staff& who, std::vector<ArticleId> articles,
                      std::function<void(bool)> show, OnFailure failed);

    RequestPtr modules(CaseProfile profile, std::function<void(AskModules)> show, OnFailure failed);
    RequestPtr timing(std::function<void(AskTiming)> show, OnFailure failed);
    RequestPtr preview(const people::Staff& who, consultation::Request request,
                       std::function<void(usecases::Preview)> show, OnFailure failed);

    /// What an answer would become guidance with. Nothing when it is not for them.
    RequestPtr guidance_from(const people::Staff& who, ConsultationRef ref,
                             std::function<void(std::optional<consultation::GuidanceDraft>)> show,
                             OnFailure failed);

    /// Those that this person may see.
    RequestPtr drafts(const people::Staff& reader, std::function<void(std::vector<guidance::Draft>)> show,
                      OnFailure failed);
    RequestPtr draft(const people::Staff& reader, std::string id,
                     std::function<void(std::optional<guidance::Draft>)> show, OnFailure failed);

    /// Writes down what the clock did.
    RequestPtr clerk(std::function<void(consultation::ClerkReport)> show, OnFailure failed);

private:
    struct At;
    using Here = std::shared_ptr<At>;
    /// [worker] Opened when it is first needed.
    At& at(const Here& here) const;

    const desk::Desk& desk_;
    Here here_; ///< made and used on the worker's thread only
    Worker worker_;
};

} // namespace guidepost::desktop
