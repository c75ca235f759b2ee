// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/worker.h"

namespace guidepost::desktop {

Worker::Worker()
    : thread_{[this](const std::stop_token& stop) {
          work(stop);
      }}
{}

Worker::~Worker()
{
    thread_.request_stop();
    const std::lock_guard lock{mutex_};
    queue_.clear();
    current_.request_stop();
}

void Worker::post(const RequestPtr& request, Job job)
{
    {
        const std::lock_guard lock{mutex_};
        queue_.push_back({request, std::move(job)});
    }
    arrived_.notify_one();
}

void Worker::work(const std::stop_token& stop)
{
    while (true) {
        Job job;
        std::stop_token job_stop;
        {
            std::unique_lock lock{mutex_};
            if (!arrived_.wait(lock, stop, [this] { return !queue_.empty(); }))
                return;
            auto next = std::move(queue_.front());
            queue_.pop_front();
            const auto request = next.wanted.lock();
            if (!request)
                continue;
            current_ = request->stop;
            job_stop = request->stop.get_token();
            job = std::move(next.job);
        }
        job(job_stop);
    }
}

} // namespace guidepost::desktop
