// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/delivery_words.h"

#include "core/pages/notices.h"
#include "core/people/rights.h"
#include "core/programme/plans/delivery.h"
#include "core/text/text.h"

#include <fmt/format.h>

namespace guidepost::usecases {
namespace {

using programme::Plan;
using Row = pages::DeliveryPage::Row;

std::string exception_words(const people::Competence& one, const DeliveryNames& names)
{
    const auto by = one.exception ? one.exception->by : Login{};
    const auto found = names.staff.find(by);
    return fmt::format("By exception of {} until {}: {}",
                       found == names.staff.end() ? by.value() : found->second,
                       one.expires ? format_date_long(*one.expires) : "further notice",
                       pages::words_of(one.training, names.vocabulary));
}

/// Why somebody is excepted is for that person and for those who edit the record.
bool sees_reason(const people::Staff& by, const people::Staff& of)
{
    const auto relation = people::relation_to(by, of);
    return relation == people::Relation::self || people::may(by.roles, people::Action::edit_skills, relation);
}

} // namespace

DeliveryNames delivery_names(const std::vector<people::Staff>& everybody,
                             std::shared_ptr<const search::Vocabulary> vocabulary)
{
    DeliveryNames names{.vocabulary = std::move(vocabulary)};
    for (const auto& person : everybody)
        names.staff[person.login] = person.display_name;
    return names;
}

std::string missing_sentence(const people::MissingStep& missing, const DeliveryNames& names)
{
    return fmt::format("{}: {}.", pages::words_of(missing.training, names.vocabulary), missing.what);
}

std::vector<std::string> missing_sentences(const std::vector<people::MissingStep>& missing,
                                           const DeliveryNames& names)
{
    std::vector<std::string> sentences;
    for (const auto& one : missing)
        sentences.push_back(missing_sentence(one, names));
    return sentences;
}

std::vector<std::string> delivery_lines(const Delivery& delivery, const people::Staff& deliverer,
                                        const DeliveryNames& names)
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

std::vector<std::string> blocked_lines(const Delivery& delivery,
                                       const std::optional<people::Staff>& deliverer,
                                       const DeliveryNames& names)
{
    if (delivery.may())
        return {};
    if (!deliverer)
        return {"Nobody is signed in: sign in to print it."};
    return missing_sentences(delivery.missing(), names);
}

pages::DeliveryPage::Row delivery_row(const Asked& asked, const std::optional<Plan>& plan,
                                      const std::string& option_name, bool is_known,
                                      const DeliveryNames& names)
{
    const auto& need = asked.requirement;
    Row row{.place = requirement_place(need, plan, option_name),
            .asked =
                fmt::format("{}: {}", pages::words_of(need.training, names.vocabulary), word_of(need.rung)),
            .basis = need.basis,
            .note = need.note,
            .missing = {}};
    if (!is_known)
        return row;
    row.missing = missing_sentences(asked.missing, names);
    row.state = asked.exception ? Row::State::by_exception
                : asked.is_met  ? Row::State::met
                                : Row::State::missing;
    if (asked.exception)
        row.exception = exception_words(*asked.exception, names);
    return row;
}

pages::DeliveryPage::Person delivery_person(const Deliverer& one, const people::Staff& by,
                                            const DeliveryNames& names)
{
    if (!one.delivery.may())
        return {one.person.display_name, join(missing_sentences(one.delivery.missing(), names), " ")};
    std::vector<std::string> details;
    if (one.delivery.until)
        details.push_back("Until " + format_date_long(*one.delivery.until) + ".");
    for (const auto& each : one.delivery.exceptions()) {
        details.push_back(exception_words(each, names) + ".");
        if (sees_reason(by, one.person))
            details.push_back(each.exception->reason);
    }
    return {one.person.display_name, join(details, " ")};
}

} // namespace guidepost::usecases
