// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/text/error.h"

#include <wx/app.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

namespace guidepost::desktop {

/// Somebody still wants an answer. Letting go of it stops the work and drops the answer, however
/// late it comes. Keep it on the main thread.
struct Request {
    std::stop_source stop = {};
    Request() = default;
    ~Request() { stop.request_stop(); }
    Request(const Request&) = delete;
    Request& operator=(const Request&) = delete;
};
using RequestPtr = std::shared_ptr<Request>;

using OnFailure = std::function<void(const Error&)>;

/// One thread that does jobs in the order given; joined when the object goes.
class Worker {
public:
    using Job = std::function<void(const std::stop_token&)>;

    Worker();
    ~Worker();

    /// Skipped when nobody wants it any more by the time its turn comes.
    void post(const RequestPtr& request, Job job);

private:
    void work(const std::stop_token& stop);

    struct Posted {
        std::weak_ptr<Request> wanted;
        Job job;
    };
    std::mutex mutex_;
    std::condition_variable_any arrived_;
    std::deque<Posted> queue_;
    std::stop_source current_;
    std::jthread thread_;
};

/// Runs `work` on the worker and `show` with its answer, or `failed`, on the main thread, if the
/// returned request is still held then.
template <class Work, class Show>
RequestPtr ask(Worker& worker, Work work, Show show, OnFailure failed)
{
    auto request = std::make_shared<Request>();
    worker.post(request, [wanted = std::weak_ptr{request}, work = std::move(work), show = std::move(show),
                          failed = std::move(failed)](const std::stop_token& stop) {
        const auto fail = [&](const Error& error) {
            wxTheApp->CallAfter([wanted, failed, error] {
                if (wanted.lock())
                    failed(error);
            });
        };
        try {
            auto answer = std::make_shared<decltype(work(stop))>(work(stop));
            wxTheApp->CallAfter([wanted, show, answer] {
                if (wanted.lock())
                    show(std::move(*answer));
            });
        } catch (const Error& error) {
            fail(error);
        } catch (const std::exception& error) {
            fail(Error{Errc::failure, error.what()});
        }
    });
    return request;
}

} // namespace guidepost::desktop
