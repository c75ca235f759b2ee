// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/desk/desk.h"
#include "ui/desktop/platform/worker.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace guidepost::desktop {

/// What the keeper is at, for the strip and the sidebar.
struct KeeperState {
    enum class Doing { nothing, adopting, importing, indexing, rebuilding } doing = Doing::nothing;
    enum class Last { none, up_to_date, stopped, busy_elsewhere, read_only, failed } last = Last::none;
    Progress progress = {};
    std::optional<Error> error = {};
    std::int64_t feed = -1; ///< the store's feed when the work ended: another number is news
};

/// Brings in what ships, imports folders and keeps the index in step, one thing at a time and off the
/// main thread. `on_change` is called on the main thread.
class IndexKeeper {
public:
    /// Borrows the desk; uses only what any thread may call.
    IndexKeeper(const desk::Desk& desk, std::function<void(const KeeperState&)> on_change);

    void start(); ///< adopts what ships, then catches up
    void catch_up();
    void rebuild();
    /// Rebuilds an index that answers wrongly, unless the last try failed or was stopped by hand.
    void repair();
    /// In the name of who is at the window. What cannot be brought in is told to `on_refused`.
    void import_folder(const std::filesystem::path& folder, const std::optional<people::Staff>& by,
                       std::function<void(const guidance::ImportReport&)> on_report, OnFailure on_refused);
    /// Takes out what was brought in, for `reason`, or brings it back. `on_done` hears how many articles.
    void remove_import(const SourceId& source, const std::optional<people::Staff>& by,
                       const std::string& reason, std::function<void(std::size_t)> on_done,
                       OnFailure on_refused);
    void restore_import(const SourceId& source, const std::optional<people::Staff>& by,
                        std::function<void(std::size_t)> on_done, OnFailure on_refused);

    /// What was stored before the stop stays; the index is brought up at the next occasion.
    void stop();

    const KeeperState& state() const { return state_; }
    bool is_working() const { return state_.doing != KeeperState::Doing::nothing; }

private:
    struct Outcome {
        KeeperState::Last last = KeeperState::Last::none;
        std::optional<guidance::ImportReport> report = {};
        std::int64_t feed = -1;
        std::size_t articles = 0;
    };
    using Work = std::function<Outcome(const std::stop_token&)>;
    /// A refusal leaves index and state as they were and is told to `refused`; without one it is a failure.
    void begin(KeeperState::Doing doing, Work work, std::function<void(const Outcome&)> then,
               OnFailure refused = {});
    void change_import(std::function<std::size_t(store::Connection&)> change,
                       std::function<void(std::size_t)> on_done, OnFailure on_refused);
    void change(KeeperState state);
    OnProgress progress_of(KeeperState::Doing doing) const;
    Outcome index(KeeperState::Doing doing, const std::stop_token& stop) const;

    const desk::Desk& desk_;
    std::function<void(const KeeperState&)> on_change_;
    KeeperState state_;
    RequestPtr request_;
    std::shared_ptr<IndexKeeper*> self_; ///< expires with us: late progress falls on the floor
    Worker worker_;
};

} // namespace guidepost::desktop
