// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/consultation/thread_example.h"

#include "core/text/files.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

namespace guidepost::test {

using namespace consultation;

const WorkingTime& working_time()
{
    static const WorkingTime time{{}, {}};
    return time;
}

const ClockTable& clock_table()
{
    static const auto table = parse_clocks(read_file(source_file("content/clocks.yaml"), 100'000));
    return table;
}

Timestamp monday(int hour, int minute)
{
    return from_london(Date{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{3}},
                       hour * 60 + minute);
}

Request a_request()
{
    Request request;
    request.question = "He says nothing happened. May he start the group?\nIt starts on Monday.";
    request.decision = "Whether he starts";
    request.needed_by = Date{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{30}};
    request.tried = "Two sessions on the offence";
    request.priority = Priority::soon;
    request.is_danger = false;
    request.responsibility = Responsibility::advice;
    request.specialism = "sexual-offending";
    request.profile.rosh["public"] = "high";
    request.read = {"maintaining-innocence#do-now"};
    return request;
}

AThread::AThread(Request request)
{
    Details details;
    details.region = "North West";
    details.pdu = "Preston";
    details.need.specialism = specialism_of(request);
    details.request = std::move(request);
    add(Happening::sent, "officer-14", std::move(details), monday(9));
}

AThread& AThread::add(Happening kind, const std::string& who, Details details, std::optional<Timestamp> at)
{
    Event event;
    event.seq = static_cast<std::int64_t>(events_.size()) + 1;
    event.id = fmt::format("event-{}", event.seq);
    event.at = at.value_or(events_.empty() ? 0 : events_.back().at);
    event.who = Login{who};
    event.kind = kind;
    event.payload = payload_json(kind, details);
    event.hash = fmt::format("hash-{}", event.seq);
    events_.push_back(std::move(event));
    return *this;
}

AThread& AThread::offered(const std::string& to, Timestamp until)
{
    Details details;
    details.to = Login{to};
    details.until = until;
    details.reasons = {"qualified in sexual offending"};
    return add(Happening::offered, "officer-14", std::move(details));
}

AThread& AThread::accepted(const std::string& by, std::optional<Timestamp> at)
{
    Details details;
    details.offer = events_.back().id;
    return add(Happening::accepted, by, std::move(details), at);
}

AThread& AThread::redact(std::size_t index)
{
    auto& event = events_.at(index);
    Details details;
    details.events = {event.id};
    details.kept[event.id] =
        payload_json(event.kind, without_words(event.kind, read_payload(event.kind, *event.payload)));
    event.payload.reset();
    return add(Happening::redacted, "lead-1", std::move(details));
}

Thread AThread::at(Timestamp now) const
{
    return read_thread(ConsultationRef{"GP-7K2M9Q"}, events_, working_time(), clock_table(), now);
}

} // namespace guidepost::test
