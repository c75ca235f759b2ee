// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/risk.h"

#include <algorithm>

namespace guidepost::building_choices {
namespace {

struct Names {
    std::string_view ogrs4;
    std::string_view ogrs3;
};
constexpr std::array<Names, measure_count> names{{{"ARP", "OGRS3"},
                                                  {"VRP", "OVP"},
                                                  {"DC-SRP", "OSP-DC"},
                                                  {"IIC-SRP", "OSP-IIC"},
                                                  {"CSRP", "RSR"},
                                                  {"SARA to a partner", "SARA to a partner"},
                                                  {"SARA to others", "SARA to others"}}};

bool is_silent(const Answers& answers, const std::optional<Band>& band)
{
    return !band || *band == Band::not_applicable || is_no_finding(answers, band);
}

// source records: risk-service-code
/// Medium from the first, high from the second. The published rule drops the decimals of CSRP before it
/// compares, which for whole thresholds is the same.
MeasureRow row(Measure measure, const std::optional<double>& percent, double medium, double high)
{
    const double value = percent.value_or(0);
    return {measure, percent.has_value(), percent.has_value(),
            value >= high     ? Level::high
            : value >= medium ? Level::medium
                              : Level::low};
}

MeasureRow row(Measure measure, const Answers& answers, const std::optional<Band>& band)
{
    const auto level = band == Band::high || band == Band::very_high ? Level::high
                       : band == Band::medium                        ? Level::medium
                                                                     : Level::low;
    return {measure, band.has_value(), !is_silent(answers, band), level, is_no_finding(answers, band)};
}

MeasureRow row(Measure measure, const std::optional<Level>& level)
{
    return {measure, level.has_value(), level.has_value(), level.value_or(Level::low)};
}

} // namespace

std::string_view measure_name(Measure measure, Predictor predictor)
{
    const auto& both = names[static_cast<std::size_t>(measure)];
    return predictor == Predictor::ogrs3 ? both.ogrs3 : both.ogrs4;
}

bool is_no_finding(const Answers& answers, const std::optional<Band>& band)
{
    return answers.sex == Sex::female && band == Band::low;
}

bool counts_csrp(const Answers& answers)
{
    return is_silent(answers, answers.dc_srp) && is_silent(answers, answers.iic_srp);
}

Risk risk_of(const Answers& answers)
{
    Risk risk;
    risk.rows = {
        row(Measure::arp, answers.arp, 50, 75),        row(Measure::vrp, answers.vrp, 30, 60),
        row(Measure::dc_srp, answers, answers.dc_srp), row(Measure::iic_srp, answers, answers.iic_srp),
        row(Measure::csrp, answers.csrp, 1, 3),        row(Measure::sara_partner, answers.sara_partner),
        row(Measure::sara_others, answers.sara_others)};
    auto& csrp = risk.rows[static_cast<std::size_t>(Measure::csrp)];
    csrp.counts = csrp.counts && counts_csrp(answers);
    for (const auto& one : risk.rows) {
        risk.is_any_answered = risk.is_any_answered || (one.is_answered && !one.is_no_finding);
        if (one.counts)
            risk.level = std::max(risk.level, one.level);
    }
    const auto is_high = [&](Measure measure) {
        const auto& one = risk.rows[static_cast<std::size_t>(measure)];
        return one.counts && one.level == Level::high;
    };
    risk.is_arp_high = is_high(Measure::arp);
    risk.is_vrp_high = is_high(Measure::vrp);
    risk.sara = std::max(answers.sara_partner.value_or(Level::low), answers.sara_others.value_or(Level::low));
    return risk;
}

} // namespace guidepost::building_choices
