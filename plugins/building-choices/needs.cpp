// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/needs.h"

namespace guidepost::building_choices {
namespace {

// source records: risk-service-code
/// The lowest sums that score 1 and 2.
struct Steps {
    int one;
    int two;
};
constexpr std::array<Steps, domain_count> steps{{{2, 4}, {1, 3}, {2, 5}, {2, 5}}};

/// One item that fills its domain by itself when it is scored 2.
std::optional<Item> filling_item(Domain domain)
{
    switch (domain) {
    case Domain::sex:
        return Item::sexual_interests;
    case Domain::thinking:
        return Item::procriminal_attitudes;
    case Domain::relationships:
    case Domain::self_management:
        break;
    }
    return std::nullopt;
}

} // namespace

bool counts_sex_domain(const Answers& answers)
{
    return answers.ever_sexual_offence.value_or(false) || answers.risk_of_sexual_harm.value_or(false);
}

int domain_sum(Domain domain, const Answers& answers)
{
    int sum = 0;
    for (const auto& item : items)
        if (item.domain == domain)
            sum += answers.score(item.item).value_or(0);
    return sum;
}

int domain_score(Domain domain, const Answers& answers)
{
    if (domain == Domain::sex && !counts_sex_domain(answers))
        return 0;
    if (const auto item = filling_item(domain); item && answers.score(*item) == 2)
        return 2;
    const int sum = domain_sum(domain, answers);
    const auto& at = steps[static_cast<std::size_t>(domain)];
    return sum >= at.two ? 2 : sum >= at.one ? 1 : 0;
}

Level need_level(int score)
{
    return score >= 6 ? Level::high : score >= 3 ? Level::medium : Level::low;
}

Needs needs_of(const Answers& answers)
{
    Needs needs;
    for (std::size_t i = 0; i < domain_count; ++i) {
        needs.domains[i] = domain_score(static_cast<Domain>(i), answers);
        needs.score += needs.domains[i];
    }
    needs.level = need_level(needs.score);
    return needs;
}

} // namespace guidepost::building_choices
