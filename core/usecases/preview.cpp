// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/preview.h"

#include "core/pages/consultation_words.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::usecases {
namespace {

using namespace consultation;

std::string name_in(const std::vector<people::Staff>& everybody, const std::optional<Login>& login)
{
    if (!login || !*login)
        return {};
    const auto found = std::find_if(everybody.begin(), everybody.end(),
                                    [&](const auto& person) { return person.login == *login; });
    return found == everybody.end() || found->display_name.empty() ? login->value() : found->display_name;
}

/// None for somebody who is at work or unknown.
std::optional<Date> away_until(const std::vector<people::Staff>& everybody, const Login& login, Date today)
{
    for (const auto& person : everybody)
        if (person.login == login)
            if (const auto* away = people::away_on(person, today))
                return away->last;
    return {};
}

void put_clock(Preview& preview, const Request& request, const Rules& rules)
{
    if (!request.priority)
        return;
    const auto clocks = rules.clocks.find(*request.priority);
    if (clocks == rules.clocks.end())
        return;
    preview.offer_until = rules.time.add(preview.now, clocks->second.offer);
    preview.expected = rules.time.add(preview.now, clocks->second.answer);
    preview.is_too_late = request.needed_by && rules.time.closing(*request.needed_by) < *preview.expected;
}

} // namespace

Preview preview(const Ask& ask, const std::vector<Missing>& wrong, const Work& work,
                const privacy::GuardWords& words)
{
    const auto& request = ask.request;
    const auto& person = work.who.person;
    Preview preview;
    preview.now = work.now;
    preview.seen = seen_by_guard(ask, words, work.who.today);
    if (const auto refused = check(ask, Thread{}, work)) {
        preview.missing = refused->missing;
        if (preview.missing.empty())
            preview.missing.push_back({"", refused->sentence});
        preview.is_refused = refused->why != Refusal::incomplete;
    }
    preview.missing.insert(preview.missing.end(), wrong.begin(), wrong.end());
    preview.flags = flags_told(request, work.rules);
    preview.need = need_of(request, work.rules.needs, ask.modules);
    preview.route = preview_route(request, work, ask.modules);
    preview.to_name = name_in(work.everybody, preview.route.to ? preview.route.to : preview.route.lead);
    preview.is_field_held = std::any_of(work.everybody.begin(), work.everybody.end(), [&](const auto& one) {
        return one.is_active && people::level_on(one, preview.need.specialism, work.who.today);
    });
    if (!preview.route.to)
        preview.lead_away_until =
            away_until(work.everybody, preview.route.lead.value_or(Login{}), work.who.today);
    put_clock(preview, request, work.rules);
    preview.contacts = people::Register{work.connection}.contacts_for(person.region, person.pdu);
    preview.place = person.pdu.empty() ? person.region : person.region + ", " + person.pdu;
    return preview;
}

std::string expected_words(const Preview& preview)
{
    if (!preview.expected)
        return "Say how soon it is needed, and who is expected to answer shows here.";
    const auto by = pages::moment_words(*preview.expected, preview.now);
    std::string words;
    if (preview.route.to) {
        words = fmt::format("{} is expected to answer by {}", preview.to_name, by);
        if (!preview.route.reasons.empty())
            words += ": " + join(preview.route.reasons, "; ");
        words += ".";
    } else {
        words = fmt::format("{}: it goes to {}, who is to find somebody by {}.",
                            preview.is_field_held ? std::string{"Nobody who qualifies is free"}
                                                  : "Nobody here advises on " + preview.need.specialism,
                            preview.to_name.empty() ? "the lead" : preview.to_name, by);
    }
    if (preview.lead_away_until)
        words += fmt::format(" {} is away until {} and nobody stands in: call somebody on duty as well.",
                             preview.to_name, format_date_long(*preview.lead_away_until));
    if (const auto others = neutral_counts(preview.route); !others.empty())
        words += " Others: " + others + ".";
    if (preview.is_too_late)
        words += " That is after the day it is needed by. Call now as well.";
    return words;
}

std::vector<std::string> module_lines(const Need& need)
{
    std::vector<std::string> lines;
    for (const auto& [module, words] : need.modules)
        lines.push_back(fmt::format("{} {}.", module, words));
    return lines;
}

std::vector<std::string> call_words(const Preview& preview)
{
    std::vector<std::string> lines;
    for (const auto& contact : preview.contacts) {
        auto line = contact.whom + ": " + contact.phone;
        if (!contact.when.empty())
            line += " (" + contact.when + ")";
        if (!contact.note.empty())
            line += ". " + contact.note;
        lines.push_back(std::move(line));
    }
    if (lines.empty())
        lines.push_back(fmt::format("Nobody to call is entered for {}. Your lead keeps these contacts. Where "
                                    "life is in danger call 999.",
                                    preview.place.empty() ? "your region" : preview.place));
    return lines;
}

} // namespace guidepost::usecases
