// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/ask_words.h"

#include "core/text/text.h"

#include <fmt/format.h>

#include <utility>

// Marks a text for the translators; it is translated where it is shown.
#define N_(text) text

namespace guidepost::desktop {
namespace {

constexpr std::size_t fewest_words = 2, longest_search = 400;

std::string counted(int count, const char* what)
{
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string length_words(int minutes)
{
    constexpr int hour = 60, day = 8 * hour; // a working day, as clocks.yaml counts it
    if (minutes % day == 0)
        return counted(minutes / day, "day");
    return minutes % hour == 0 ? counted(minutes / hour, "hour") : counted(minutes, "minute");
}

} // namespace

std::string priority_label(consultation::Priority priority, const consultation::ClockTable& clocks)
{
    const auto found = clocks.find(priority);
    const auto words = pages::priority_words(priority);
    return found == clocks.end() ? words : words + ": " + length_words(found->second.answer);
}

const char* missing_label(std::string_view field)
{
    static constexpr std::pair<std::string_view, const char*> labels[] = {
        {"danger", N_("Danger: yes or no")},  {"question", N_("The question")},
        {"decision", N_("The decision")},     {"needed_by", N_("By which day")},
        {"priority", N_("How soon")},         {"responsibility", N_("What you ask for")},
        {"tried", N_("What was tried")},      {"specialism", N_("The field")},
        {"restricted", N_("Who may see it")}, {"called", N_("Whom you called, and when")},
    };
    for (const auto& [name, label] : labels)
        if (name == field)
            return label;
    return N_("Something else");
}

std::string verdict_label(const consultation::AttachedVerdict& verdict)
{
    auto label = verdict.version.empty() ? verdict.name : verdict.name + " " + verdict.version;
    if (verdict.options.empty())
        return label + ": " + (verdict.problem.empty() ? "nothing for this case" : verdict.problem);
    const auto& first = verdict.options.front();
    label += fmt::format(": {}, {}", first.name, lower_ascii(first.words));
    if (verdict.options.size() > 1)
        label += fmt::format("; {} more", verdict.options.size() - 1);
    return label;
}

std::vector<DayChoice> next_days(Date today, const consultation::WorkingTime& time, std::size_t count)
{
    std::vector<DayChoice> days;
    const auto noon = [](std::chrono::sys_days day) {
        return Timestamp{day.time_since_epoch().count()} * 24 * 3600 * 1'000'000 +
               Timestamp{12} * 3600 * 1'000'000;
    };
    const std::chrono::sys_days first{today};
    for (int i = 0; days.size() < count && i < 400; ++i) {
        const Date day{first + std::chrono::days{i}};
        if (!time.is_working_day(day))
            continue;
        auto words = pages::moment_words(noon(first + std::chrono::days{i}), noon(first));
        words.erase(words.rfind(' '));
        days.push_back({day, std::move(words)});
    }
    return days;
}

std::string search_words(const consultation::Request& request)
{
    const auto words = std::string{trimmed(request.question + " " + request.decision)};
    if (word_count(words) < fewest_words)
        return {};
    return shortened(words, longest_search);
}

} // namespace guidepost::desktop
