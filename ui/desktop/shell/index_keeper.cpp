// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/shell/index_keeper.h"

#include "core/desk/imports.h"

namespace guidepost::desktop {

using Doing = KeeperState::Doing;
using Last = KeeperState::Last;

IndexKeeper::IndexKeeper(const desk::Desk& desk, std::function<void(const KeeperState&)> on_change)
    : desk_{desk}, on_change_{std::move(on_change)}, self_{std::make_shared<IndexKeeper*>(this)}
{}

void IndexKeeper::change(KeeperState state)
{
    state_ = std::move(state);
    on_change_(state_);
}

OnProgress IndexKeeper::progress_of(Doing doing) const
{
    return [keeper = std::weak_ptr{self_}, doing](Progress progress) {
        wxTheApp->CallAfter([keeper, doing, progress] {
            const auto self = keeper.lock();
            if (self && (*self)->is_working())
                (*self)->change({.doing = doing, .progress = progress});
        });
    };
}

IndexKeeper::Outcome IndexKeeper::index(Doing doing, const std::stop_token& stop) const
{
    const auto caught = doing == Doing::rebuilding ? desk_.rebuild(progress_of(doing), stop)
                                                   : desk_.catch_up(progress_of(doing), stop);
    switch (caught) {
    case search::Caught::up:
        return {Last::up_to_date};
    case search::Caught::stopped:
        return {Last::stopped};
    case search::Caught::busy:
        return {Last::busy_elsewhere};
    case search::Caught::read_only:
        return {Last::read_only};
    }
    return {};
}

namespace {

/// What was asked for cannot be, and nothing is wrong with store or index.
bool is_refusal(Errc code)
{
    return code == Errc::refused || code == Errc::conflict || code == Errc::not_found || code == Errc::format;
}

} // namespace

void IndexKeeper::begin(Doing doing, Work work, std::function<void(const Outcome&)> then, OnFailure refused)
{
    if (is_working())
        return;
    const auto before = state_;
    change({.doing = doing});
    request_ = ask(
        worker_,
        [this, work = std::move(work)](const std::stop_token& stop) {
            auto outcome = work(stop);
            outcome.feed = guidance::Library{*desk_.open_store()}.feed_position();
            return outcome;
        },
        [this, then = std::move(then)](const Outcome& outcome) {
            change({.last = outcome.last, .feed = outcome.feed});
            if (then)
                then(outcome);
        },
        [this, before, refused = std::move(refused)](const Error& error) {
            if (error.code() == Errc::cancelled) {
                change({.last = Last::stopped});
            } else if (refused && is_refusal(error.code())) {
                change(before);
                refused(error);
            } else {
                change({.last = Last::failed, .error = error});
            }
        });
}

void IndexKeeper::start()
{
    begin(Doing::adopting,
          [this](const std::stop_token& stop) {
              // A desk of this thread's own: the other one belongs to the main thread.
              desk::Desk here{desk_.places()};
              for (const auto& report : here.adopt_shipped(progress_of(Doing::adopting), stop))
                  if (report.stopped)
                      return Outcome{Last::stopped};
              return index(Doing::indexing, stop);
          },
          {});
}

void IndexKeeper::catch_up()
{
    begin(Doing::indexing, [this](const std::stop_token& stop) { return index(Doing::indexing, stop); }, {});
}

void IndexKeeper::rebuild()
{
    begin(Doing::rebuilding, [this](const std::stop_token& stop) { return index(Doing::rebuilding, stop); },
          {});
}

void IndexKeeper::repair()
{
    if (!desk_.is_read_only() && (state_.last == Last::none || state_.last == Last::up_to_date))
        rebuild();
}

void IndexKeeper::import_folder(const std::filesystem::path& folder, const std::optional<people::Staff>& by,
                                std::function<void(const guidance::ImportReport&)> on_report,
                                OnFailure on_refused)
{
    begin(
        Doing::importing,
        [this, folder, by](const std::stop_token& stop) {
            const auto connection = desk_.open_store();
            auto report = desk::import_folder(desk_, *connection, folder, by,
                                              {.on_progress = progress_of(Doing::importing), .stop = stop});
            auto outcome = report.stopped ? Outcome{Last::stopped} : index(Doing::indexing, stop);
            outcome.report = std::move(report);
            return outcome;
        },
        [on_report = std::move(on_report)](const Outcome& outcome) {
            if (outcome.report)
                on_report(*outcome.report);
        },
        std::move(on_refused));
}

void IndexKeeper::change_import(std::function<std::size_t(store::Connection&)> change,
                                std::function<void(std::size_t)> on_done, OnFailure on_refused)
{
    begin(
        Doing::importing,
        [this, change = std::move(change)](const std::stop_token& stop) {
            const auto articles = change(*desk_.open_store());
            auto outcome = index(Doing::indexing, stop);
            outcome.articles = articles;
            return outcome;
        },
        [on_done = std::move(on_done)](const Outcome& outcome) { on_done(outcome.articles); },
        std::move(on_refused));
}

void IndexKeeper::remove_import(const SourceId& source, const std::optional<people::Staff>& by,
                                const std::string& reason, std::function<void(std::size_t)> on_done,
                                OnFailure on_refused)
{
    change_import([source, by, reason](
                      store::Connection& store) { return desk::remove_import(store, source, by, reason); },
                  std::move(on_done), std::move(on_refused));
}

void IndexKeeper::restore_import(const SourceId& source, const std::optional<people::Staff>& by,
                                 std::function<void(std::size_t)> on_done, OnFailure on_refused)
{
    change_import([source, by](store::Connection& store) { return desk::restore_import(store, source, by); },
                  std::move(on_done), std::move(on_refused));
}

void IndexKeeper::stop()
{
    if (request_)
        request_->stop.request_stop();
}

} // namespace guidepost::desktop
