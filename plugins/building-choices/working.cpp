// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/working.h"

#include <charconv>

namespace guidepost::building_choices {
namespace {

constexpr std::array<std::string_view, domain_count> domain_words{"Sex", "Thinking", "Relationships",
                                                                  "Self-management"};
// source records: risk-service-code
constexpr std::array<std::string_view, domain_count> domain_lines{
    "0 to 1 gives 0, 2 to 3 gives 1, 4 to 6 gives 2; 11.12 at 2 gives 2 by itself",
    "0 gives 0, 1 to 2 gives 1, 3 to 4 gives 2; 12.1 at 2 gives 2 by itself",
    "0 to 1 gives 0, 2 to 4 gives 1, 5 to 8 gives 2", "0 to 1 gives 0, 2 to 4 gives 1, 5 to 8 gives 2"};
constexpr std::array<std::string_view, measure_count> measure_lines{"medium from 50, high from 75",
                                                                    "medium from 30, high from 60",
                                                                    "high and very high are high",
                                                                    "high and very high are high",
                                                                    "medium from 1, high from 3",
                                                                    "as it stands",
                                                                    "as it stands"};

// source records: risk-service-code
constexpr std::string_view no_finding_text =
    ". For a woman that is no finding: neither sexual predictor was made for women. It counts for nothing "
    "here. The published rule can let it switch the combined serious predictor off, so the official result "
    "can be lower: ask the treatment manager, and use professional judgement.";

std::string text_of(std::string_view view)
{
    return std::string{view};
}

std::string yes_no_text(const std::optional<bool>& answer)
{
    return !answer ? "blank" : *answer ? "yes" : "no";
}

Step setting_step(const Answers& answers)
{
    if (!answers.setting)
        return {"Setting", "Blank. It is worked out as for the community until somebody says."};
    switch (*answers.setting) {
    case Setting::community:
        return {"Setting", "Community. Here the ceiling is moderate intensity, whatever the score."};
    case Setting::custody:
        return {"Setting", "Custody. Both intensities exist here."};
    case Setting::remand:
        break;
    }
    return {
        "Setting",
        "Remand, which counts as custody here. The published rule says so in words, but its check for high "
        "intensity accepts only \"custody\": another screen can show less. Point it out when you compare."};
}

Step gate_step(const Answers& answers)
{
    return {"1 Gate", "1.30 ever a sexual offence: " + yes_no_text(answers.ever_sexual_offence) +
                          ". 6.11 risk of sexual harm: " + yes_no_text(answers.risk_of_sexual_harm) + ". " +
                          (counts_sex_domain(answers) ? "One yes is enough: the sex domain counts."
                                                      : "Without a yes the sex domain counts nought.")};
}

Step domain_step(Domain domain, const Answers& answers)
{
    const auto index = static_cast<std::size_t>(domain);
    std::string terms;
    for (const auto& item : items) {
        if (item.domain != domain)
            continue;
        const auto& score = answers.score(item.item);
        terms += (terms.empty() ? "" : ", ") + text_of(item.number) + " " + text_of(item.words) + " " +
                 (score ? std::to_string(*score) : "blank");
    }
    auto text = terms + ": sum " + std::to_string(domain_sum(domain, answers)) + ", score " +
                std::to_string(domain_score(domain, answers)) + " (" + text_of(domain_lines[index]) + ").";
    if (domain == Domain::sex && !counts_sex_domain(answers))
        text += " The gate is shut, so it counts nought.";
    return {std::to_string(index + 2) + " " + text_of(domain_words[index]), std::move(text)};
}

Step need_step(const Needs& needs)
{
    std::string sum;
    for (const int score : needs.domains)
        sum += (sum.empty() ? "" : " + ") + std::to_string(score);
    return {"6 Need", sum + " = " + std::to_string(needs.score) + " of 8: " + text_of(word_of(needs.level)) +
                          " (0 to 2 low, 3 to 5 medium, 6 to 8 high)."};
}

std::string measured(Measure measure, const Answers& answers)
{
    switch (measure) {
    case Measure::arp:
        return percent_text(*answers.arp);
    case Measure::vrp:
        return percent_text(*answers.vrp);
    case Measure::csrp:
        return percent_text(*answers.csrp);
    case Measure::dc_srp:
        return text_of(word_of(*answers.dc_srp));
    case Measure::iic_srp:
        return text_of(word_of(*answers.iic_srp));
    case Measure::sara_partner:
        return text_of(word_of(*answers.sara_partner));
    case Measure::sara_others:
        break;
    }
    return text_of(word_of(*answers.sara_others));
}

Step measure_step(const MeasureRow& row, const Answers& answers)
{
    Step step{"7 Risk: " + text_of(measure_name(row.measure, answers.predictor)), {}};
    if (!row.is_answered) {
        const bool is_not_used = row.measure == Measure::iic_srp && answers.sex == Sex::female;
        step.text =
            is_not_used ? "Not used for women." : "Blank. It counts for nothing until it is answered.";
        return step;
    }
    const auto value = measured(row.measure, answers);
    if (row.is_no_finding)
        step.text = value + text_of(no_finding_text);
    else if (!row.counts)
        step.text =
            row.measure == Measure::csrp
                ? value + ", but it counts only while both sexual bands are missing or not applicable."
                : "Not applicable.";
    else
        step.text = value + ": " + text_of(word_of(row.level)) + " (" +
                    text_of(measure_lines[static_cast<std::size_t>(row.measure)]) + ").";
    const bool is_sexual = row.measure == Measure::dc_srp || row.measure == Measure::iic_srp;
    if (is_sexual && row.counts && answers.sex == Sex::female)
        step.text += " Neither sexual predictor was made for women: check the entry.";
    return step;
}

Step risk_step(const Risk& risk, const Answers& answers)
{
    if (!risk.is_any_answered)
        return {"8 Risk", "No measure is answered, so nothing is known of risk."};
    std::string from;
    for (const auto& row : risk.rows)
        if (row.counts && row.level == risk.level && risk.level != Level::low)
            from += (from.empty() ? "" : ", ") + text_of(measure_name(row.measure, answers.predictor));
    return {"8 Risk", "The worst of what counts: " + text_of(word_of(risk.level)) +
                          (from.empty() ? "." : ", from " + from + ".")};
}

std::string list_of_blanks(const Prospects& prospects)
{
    std::string text;
    for (const auto& blank : prospects.blanks)
        if (blank.could_change)
            text += (text.empty() ? "" : "; ") + blank.text;
    return text;
}

Step blanks_step(const Prospects& prospects)
{
    if (prospects.blanks.empty())
        return {"10 Blanks", "None: every answer is there."};
    const auto count = std::to_string(prospects.blanks.size()) +
                       (prospects.blanks.size() == 1 ? " answer is missing. " : " answers are missing. ");
    const auto open = list_of_blanks(prospects);
    if (open.empty())
        return {"10 Blanks", count + "No answer to them would change the pathway."};
    return {"10 Blanks", count + "Best case " + text_of(word_of(prospects.best)) + ", worst case " +
                             text_of(word_of(prospects.worst)) +
                             ", found by trying the answers. These could change it: " + open + "."};
}

} // namespace

std::string percent_text(double percent)
{
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), percent).ptr;
    return std::string{digits.data(), end} + "%";
}

bool is_sexual_risk_high(const Answers& answers)
{
    const auto is_high = [](const std::optional<Band>& band) {
        return band == Band::high || band == Band::very_high;
    };
    return is_high(answers.dc_srp) || is_high(answers.iic_srp);
}

bool is_woman_without_score(const Answers& answers)
{
    return answers.sex == Sex::female &&
           (answers.ever_sexual_offence == true || answers.has_sexual_offence ||
            is_no_finding(answers, answers.dc_srp) || is_no_finding(answers, answers.iic_srp));
}

std::string sexual_risk_text(const Answers& answers)
{
    for (const auto band : {Band::very_high, Band::high, Band::medium}) {
        if (answers.dc_srp == band)
            return text_of(measure_name(Measure::dc_srp, answers.predictor)) + " is " +
                   text_of(word_of(band));
        if (answers.iic_srp == band)
            return text_of(measure_name(Measure::iic_srp, answers.predictor)) + " is " +
                   text_of(word_of(band));
    }
    if (is_woman_without_score(answers))
        return "For a woman no sexual predictor tells the risk";
    return {};
}

std::string rule_text(const Answers& answers)
{
    const auto name = [&](Measure measure) {
        return text_of(measure_name(measure, answers.predictor));
    };
    const auto arp = name(Measure::arp);
    const auto vrp = name(Measure::vrp);
    const auto risk = risk_of(answers);
    const auto needs = needs_of(answers);
    switch (outcome_of(answers).rule) {
    case Rule::high_arp_and_vrp:
        return "In custody " + arp + " of 75 or more with " + vrp + " of 60 or more: high intensity.";
    case Rule::high_arp_and_sara:
        return "In custody " + arp + " of 75 or more with a high SARA: high intensity.";
    case Rule::high_need_and_risk:
        return "In custody high need with high risk: high intensity.";
    case Rule::sara:
        return "A SARA of " + text_of(word_of(risk.sara)) + ": moderate, whatever the need.";
    case Rule::community_arp_and_vrp:
        return arp + " of 75 or more with " + vrp +
               " of 60 or more. High intensity is for custody only, so in the community: moderate.";
    case Rule::community_need_and_risk:
        return "High need with high risk. High intensity is for custody only, so in the community: moderate.";
    case Rule::grid:
        return text_of(needs.level == Level::high ? "High" : "Medium") + " need with " +
               text_of(word_of(risk.level)) + " risk: moderate.";
    case Rule::low_need:
        return "Need is low and no SARA is medium or high: alternative pathway" +
               text_of(risk.level == Level::low
                           ? "."
                           : ". The risk does not change that: the programme is for need "
                             "that shows in several areas.");
    case Rule::low_risk:
        break;
    }
    return "Risk is low: alternative pathway, although there is need to work on.";
}

std::vector<Step> working_of(const Answers& answers, const Prospects& prospects)
{
    const auto risk = risk_of(answers);
    std::vector<Step> steps;
    steps.push_back(setting_step(answers));
    steps.push_back(gate_step(answers));
    for (std::size_t i = 0; i < domain_count; ++i)
        steps.push_back(domain_step(static_cast<Domain>(i), answers));
    steps.push_back(need_step(needs_of(answers)));
    for (const auto& row : risk.rows)
        steps.push_back(measure_step(row, answers));
    steps.push_back(risk_step(risk, answers));
    steps.push_back({"9 Pathway", prospects.is_missing_information
                                      ? "Missing information: what is not answered decides. On the answers "
                                        "there are: " +
                                            rule_text(answers)
                                      : rule_text(answers)});
    steps.push_back(blanks_step(prospects));
    return steps;
}

} // namespace guidepost::building_choices
