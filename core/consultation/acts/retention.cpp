// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/retention.h"

#include "core/consultation/thread/record.h"
#include "core/text/yaml_tree.h"

#include <charconv>

namespace guidepost::consultation {
namespace {

constexpr Timestamp day_us = 24LL * 60 * 60 * 1'000'000;
constexpr int longest_days = 36'500;

int days_at(const YamlNode& root, std::string_view key)
{
    const auto* node = root.find(key);
    int days = 0;
    const auto* end = node ? node->text.data() + node->text.size() : nullptr;
    if (!node || std::from_chars(node->text.data(), end, days).ptr != end || days < 1 || days > longest_days)
        fail_at(node ? node->line : root.line, std::string{key} + " takes a number of days");
    return days;
}

Details without_all_words(const Record& record, std::vector<std::string>& events)
{
    Details details;
    for (const auto& event : record.events()) {
        if (!event.payload || !has_words(event.kind))
            continue;
        events.push_back(event.id);
        details.kept[event.id] =
            payload_json(event.kind, without_words(event.kind, read_payload(event.kind, *event.payload)));
    }
    details.events = events;
    details.text = "The retention period is over.";
    return details;
}

} // namespace

RetentionPeriods parse_retention(std::string_view yaml)
{
    const auto root = read_yaml(yaml, "a list of retention periods");
    return {days_at(root, "closed"), days_at(root, "withdrawn")};
}

std::vector<PastRetention> past_retention(store::Connection& connection, const RetentionPeriods& periods,
                                          Timestamp now)
{
    std::vector<PastRetention> past;
    connection.query(
        "select c.ref, c.status, c.updated, c.is_held from consultation c where "
        "((c.status = 'closed' and c.updated <= $1) or (c.status = 'withdrawn' and c.updated <= $2)) "
        "and exists (select 1 from consultation_said s where s.consultation = c.ref) "
        "order by c.updated, c.ref",
        {now - periods.closed * day_us, now - periods.withdrawn * day_us}, [&](const store::Row& row) {
            past.push_back({ConsultationRef{row.string(0)},
                            parse_status(row.text(1)).value_or(Status::closed), row.integer(2),
                            row.integer(3) != 0});
        });
    return past;
}

std::size_t remove_past_retention(store::Connection& connection, const Rules& rules,
                                  const RetentionPeriods& periods, const Login& who, Timestamp now,
                                  const std::stop_token& stop)
{
    std::size_t removed = 0;
    for (const auto& past : past_retention(connection, periods, now)) {
        if (past.is_held || stop.stop_requested())
            continue;
        store::Transaction transaction{connection};
        Record record{connection, rules, past.ref};
        // Looked at again under the lock: a hold or a reply may have come.
        if (const auto thread = record.read(now); thread.is_held || thread.updated != past.updated)
            continue;
        std::vector<std::string> events;
        const auto details = without_all_words(record, events);
        record.empty(events);
        record.append(Happening::redacted, who, details, now);
        record.finish(now);
        transaction.commit();
        ++removed;
    }
    if (removed > 0)
        store::erase_traces(connection);
    return removed;
}

} // namespace guidepost::consultation
