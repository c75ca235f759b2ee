// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/model/delivery_words.h"

#include "core/people/rights.h"
#include "core/programme/delivery.h"
#include "core/values/text.h"

#include <fmt/format.h>

namespace guidepost::desktop {
namespace {

using programme::Plan;
using Row = pages::DeliveryPage::Row;

std::string exception_words(const people::Competence& one, const StaffNames& names)
{
    const auto by = one.exception ? one.exception->by : Login{};
    const auto found = names.find(by);
    return fmt::format("By exception of {} until {}: {}", found == names.end() ? by.value() : found->second,
                       one.expires ? format_date_long(*one.expires) : "further notice",
                       pages::words_of(one.training));
}

/// Why somebody is excepted is for that person and for those who edit the record.
bool sees_reason(const people::Staff& by, const people::Staff& of)
{
    const auto relation = people::relation_to(by, of);
    return relation == people::Relation::self || people::may(by.roles, people::Action::edit_skills, relation);
}

} // namespace

std::string missing_words(const std::string& sentence)
{
    const auto colon = sentence.find(':');
    const auto training = sentence.substr(0, colon);
    if (colon == std::string::npos || !is_slug(training))
        return sentence;
    return pages::words_of(training) + sentence.substr(colon) + ".";
}

StaffNames staff_names(const std::vector<people::Staff>& everybody)
{
    StaffNames names;
    for (const auto& person : everybody)
        names[person.login] = person.display_name;
    return names;
}

std::vector<std::string> delivery_lines(const desk::Delivery& delivery, const people::Staff& deliverer,
                                        const StaffNames& names)
{
    if (delivery.asked.empty() || !delivery.may())
        return {};
    std::vector<std::string> lines{
        fmt::format("For delivery by {}{}.", deliverer.display_name,
                    delivery.until ? ", who may until " + format_date_long(*delivery.until) : std::string{})};
    for (const auto& one : delivery.exceptions())
        lines.push_back(exception_words(one, names) + ".");
    return lines;
}

std::vector<std::string> blocked_lines(const desk::Delivery& delivery,
                                       const std::optional<people::Staff>& deliverer)
{
    if (delivery.may())
        return {};
    if (!deliverer)
        return {"Nobody is signed in: sign in to print it."};
    std::vector<std::string> lines;
    for (const auto& sentence : delivery.missing())
        lines.push_back(missing_words(sentence));
    return lines;
}

pages::DeliveryPage::Row delivery_row(const desk::Asked& asked, const std::optional<Plan>& plan,
                                      const std::string& option_name, bool is_known, const StaffNames& names)
{
    const auto& need = asked.requirement;
    Row row{.place = requirement_place(need, plan, option_name),
            .asked = fmt::format("{}: {}", pages::words_of(need.training), word_of(need.rung)),
            .basis = need.basis,
            .note = need.note,
            .missing = {}};
    if (is_known)
        for (const auto& sentence : asked.missing)
            row.missing.push_back(missing_words(sentence));
    if (is_known)
        row.state = asked.exception ? Row::State::by_exception
                    : asked.is_met  ? Row::State::met
                                    : Row::State::missing;
    if (asked.exception && is_known)
        row.exception = exception_words(*asked.exception, names);
    return row;
}

pages::DeliveryPage::Person delivery_person(const desk::Deliverer& one, const people::Staff& by,
                                            const StaffNames& names)
{
    std::vector<std::string> details;
    if (one.delivery.may()) {
        if (one.delivery.until)
            details.push_back("Until " + format_date_long(*one.delivery.until) + ".");
        for (const auto& each : one.delivery.exceptions()) {
            details.push_back(exception_words(each, names) + ".");
            if (sees_reason(by, one.person))
                details.push_back(each.exception->reason);
        }
    } else {
        for (const auto& sentence : one.delivery.missing())
            details.push_back(missing_words(sentence));
    }
    return {one.person.display_name, join(details, " ")};
}

} // namespace guidepost::desktop
