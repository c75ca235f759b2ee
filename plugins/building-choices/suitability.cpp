// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/suitability.h"

#include "plugins/building-choices/cohort.h"
#include "plugins/building-choices/working.h"

namespace guidepost::building_choices {
namespace {

// source records: community-programme-service-code
constexpr int youngest = 18;

const Step recommendation_only{
    "Recommendation only", "This is where the published rules lead. People decide, and who decides otherwise "
                           "records the reason."};

struct Offer {
    std::string option;
    std::string name;
    std::string verdict;
    std::vector<Step> reasons;
    std::vector<std::string> guidance;
};

/// Everything the offers are made from.
struct Findings {
    const Answers& answers;
    Prospects prospects;
    Outcome outcome;
    bool is_too_young;

    bool is_open() const { return prospects.is_missing_information; }
    bool is_custody_case() const { return is_custody(answers.setting.value_or(Setting::community)); }
    const Blank* next_blank() const
    {
        return prospects.blanks.empty() || !prospects.blanks.front().could_change ? nullptr
                                                                                  : &prospects.blanks.front();
    }
};

std::string sentence(std::string_view before, const std::string& middle, std::string_view after)
{
    return std::string{before} + middle + std::string{after};
}

void add_next_blank(const Findings& findings, std::vector<Step>& reasons)
{
    if (const auto* blank = findings.next_blank())
        reasons.push_back({"Fill first", sentence("", blank->text, ": its answer could change this.")});
}

/// "Need 2 of 8 (low), risk high (DC-SRP): alternative pathway."
Step in_short(const Findings& findings)
{
    const auto& answers = findings.answers;
    const auto needs = needs_of(answers);
    const auto risk = risk_of(answers);
    std::string from;
    for (const auto& row : risk.rows)
        if (row.counts && row.level == risk.level && risk.level != Level::low)
            from += (from.empty() ? "" : ", ") + std::string{measure_name(row.measure, answers.predictor)};
    const auto outcome = findings.is_too_young ? std::string{"for people of 18 and over."}
                         : findings.is_open()  ? std::string{"missing information."}
                         : findings.outcome.pathway == Pathway::alternative
                             ? std::string{findings.next_blank() ? "alternative pathway, on what is answered."
                                                                 : "alternative pathway."}
                             : std::string{word_of(findings.outcome.pathway)} + " intensity.";
    return {"In short",
            "Need " + std::to_string(needs.score) + " of 8 (" + std::string{word_of(needs.level)} +
                "), risk " +
                (risk.is_any_answered ? std::string{word_of(risk.level)} : std::string{"not known"}) +
                (from.empty() ? "" : " (" + from + ")") + ": " + outcome};
}

std::string moderate_verdict(const Findings& findings)
{
    if (findings.is_too_young)
        return "not-eligible";
    if (findings.is_open())
        return "ask";
    switch (findings.outcome.pathway) {
    case Pathway::moderate:
        return "suitable";
    case Pathway::high:
        return "ask";
    case Pathway::alternative:
        break;
    }
    return findings.answers.was_eligible_before ? "suitable" : "not-eligible";
}

Offer moderate(const Findings& findings)
{
    Offer offer{"moderate",
                "Building Choices, moderate intensity",
                moderate_verdict(findings),
                working_of(findings.answers, findings.prospects),
                {"what-building-choices-is", "needs-identifier-step-by-step"}};
    auto& reasons = offer.reasons;
    reasons.insert(reasons.begin(), in_short(findings));
    const bool is_alternative = findings.outcome.pathway == Pathway::alternative && !findings.is_open();
    if (findings.is_too_young)
        reasons.push_back({"Age", "The programme is for people of 18 and over."});
    else if (findings.is_open()) {
        add_next_blank(findings, reasons);
        offer.guidance.push_back("needs-identifier-blanks");
    } else if (is_alternative && findings.answers.was_eligible_before)
        reasons.push_back({"Found eligible before", "Eligible before sentence or release: that stands over a "
                                                    "later \"not eligible\". Say so in the referral."});
    else if (is_alternative) {
        add_next_blank(findings, reasons);
        reasons.push_back(
            {"If it does not fit the person",
             "Staff can ask for another intensity and record why. And if the national tool found "
             "the person eligible before sentence or release, that stands."});
        offer.guidance.push_back("building-choices-intensity-and-overrides");
    } else if (findings.outcome.pathway == Pathway::high) {
        reasons.push_back({"Instead of high",
                           "The identifier points to high intensity. Moderate instead needs "
                           "an override with its reason, such as not enough time left."});
        offer.guidance.push_back("building-choices-intensity-and-overrides");
    } else
        offer.guidance.push_back("building-choices-referral");
    if (findings.answers.learning_subtotal.value_or(0) >= 3)
        offer.guidance.push_back("building-choices-learning-needs");
    if (findings.answers.sex == Sex::female)
        offer.guidance.push_back("building-choices-women");
    if (findings.answers.innocence == Innocence::maintains)
        offer.guidance.push_back("building-choices-maintaining-innocence");
    reasons.push_back(recommendation_only);
    return offer;
}

Offer high(const Findings& findings)
{
    Offer offer{"high",
                "Building Choices, high intensity",
                "not-eligible",
                {},
                {"building-choices-intensity-and-overrides"}};
    if (findings.is_too_young) {
        offer.reasons.push_back({"In short", "The programme is for people of 18 and over."});
    } else if (!findings.is_custody_case() && findings.answers.setting) {
        offer.verdict = "custody-only";
        offer.reasons.push_back(
            {"In short", "High intensity runs in custody only. In the community the ceiling is moderate."});
    } else if (findings.is_open()) {
        offer.verdict = "ask";
        offer.reasons.push_back(in_short(findings));
        offer.reasons.push_back({"9 Pathway", "Missing information: what is not answered decides."});
        add_next_blank(findings, offer.reasons);
    } else {
        offer.verdict = findings.outcome.pathway == Pathway::high ? "suitable" : "not-eligible";
        offer.reasons.push_back(in_short(findings));
        offer.reasons.push_back({"9 Pathway", rule_text(findings.answers)});
    }
    if (findings.answers.setting == Setting::remand)
        offer.reasons.push_back(
            {"Remand", "Counted as custody; ask whether a place is open before sentence."});
    offer.reasons.push_back({"Sessions", "How many sessions it has is not known: the sources disagree."});
    offer.reasons.push_back(recommendation_only);
    return offer;
}

/// The route of those whom the rules leave out, and what helps the others until a place is free.
Offer toolkit(const Findings& findings)
{
    const auto& answers = findings.answers;
    const bool is_route = findings.outcome.pathway == Pathway::alternative && !findings.is_open();
    const auto sexual_risk = sexual_risk_text(answers);
    Offer offer;
    offer.verdict = is_route ? "suitable" : "while-waiting";
    if (!sexual_risk.empty()) {
        offer.option = "toolkit-and-consultation";
        offer.name = "Toolkit in supervision, with a specialist's advice";
        offer.guidance = {"not-eligible-toolkit-and-consultation", is_woman_without_score(answers)
                                                                       ? "building-choices-women"
                                                                       : "low-need-high-sexual-risk"};
    } else {
        offer.option = "toolkit-or-intervention";
        offer.name = "Toolkit or structured intervention";
        offer.guidance = {is_route ? "needs-identifier-step-by-step" : "readiness-and-bus-stopping"};
    }
    if (!is_route) {
        offer.reasons.push_back({"In short",
                                 "Until a place is free, or the answer is there. Work in supervision starts "
                                 "now and not with the first "
                                 "session: the supervising officer can use a toolkit until then."});
    } else if (sexual_risk.empty()) {
        offer.reasons.push_back(
            {"In short", "The rules leave this case out of the programme, not out of work."});
        offer.reasons.push_back({"Alternative pathway", rule_text(answers)});
        offer.reasons.push_back({"Work",
                                 "A toolkit one to one in supervision, or a structured intervention if "
                                 "its own rules fit. Not eligible does not mean that nothing is done."});
    } else {
        const auto needs = needs_of(answers);
        offer.reasons.push_back(
            {"In short", sexual_risk + ", and the programme's rules leave this case out. Not eligible does "
                                       "not mean that there is no risk to work on."});
        if (needs.domains[0] > 0 && needs.score == needs.domains[0])
            offer.reasons.push_back({"Why the programme says no",
                                     "Need shows in the sex domain alone (" + std::to_string(needs.score) +
                                         " of 8), and the rule looks for need in several areas. So a person "
                                         "with a tidy life and a "
                                         "high sexual risk falls out of programmes: this is that case."});
        else
            offer.reasons.push_back({"Why the programme says no", rule_text(answers)});
        offer.reasons.push_back({"Work",
                                 "A toolkit for sexual offending, one to one in supervision. It is "
                                 "instead of nothing, not instead of a programme: say so in the record."});
        offer.reasons.push_back(
            {"Ask a specialist",
             std::string{is_sexual_risk_high(answers) ? "Send one clear question this week: "
                                                      : "Ask before you start: "} +
                 "what should the next six meetings cover, and what should be left alone?"});
    }
    offer.reasons.push_back(recommendation_only);
    return offer;
}

Json offer_json(const Offer& offer)
{
    auto reasons = Json::array();
    for (const auto& reason : offer.reasons)
        reasons.push_back({{"step", reason.step}, {"text", reason.text}});
    return {{"option", offer.option},
            {"name", offer.name},
            {"verdict", offer.verdict},
            {"reasons", std::move(reasons)},
            {"guidance", offer.guidance}};
}

Json needs_json(const Needs& needs)
{
    return {{"domains",
             {{"sex", needs.domains[0]},
              {"thinking", needs.domains[1]},
              {"relationships", needs.domains[2]},
              {"self_management", needs.domains[3]}}},
            {"score", needs.score},
            {"level", word_of(needs.level)}};
}

Json risk_json(const Risk& risk, const Answers& answers)
{
    auto rows = Json::array();
    for (const auto& row : risk.rows)
        rows.push_back({{"measure", measure_name(row.measure, answers.predictor)},
                        {"level", !row.is_answered ? "blank"
                                  : !row.counts    ? "not counted"
                                                   : word_of(row.level)}});
    return {{"level", word_of(risk.level)}, {"rows", std::move(rows)}};
}

Json details_json(const Findings& findings)
{
    const auto& answers = findings.answers;
    const auto labels = labels_of(answers);
    const auto* next = findings.next_blank();
    Json details{{"needs", needs_json(needs_of(answers))},
                 {"risk", risk_json(risk_of(answers), answers)},
                 {"pathway", findings.is_open() ? "missing" : word_of(findings.outcome.pathway)},
                 {"pathway_as_answered", word_of(findings.outcome.pathway)},
                 {"recommendation_only", true},
                 {"predictor", answers.predictor == Predictor::ogrs3 ? "ogrs3" : "ogrs4"},
                 {"treated_as", findings.is_custody_case() ? "custody" : "community"},
                 {"cohort",
                  {{"name", labels.cohort == Cohort::sexual ? "sexual" : "general"},
                   {"why", labels.why},
                   {"is_certain", labels.is_cohort_certain}}},
                 {"learning", !labels.is_learning_known   ? "blank"
                              : labels.has_learning_needs ? "LDC"
                                                          : "no LDC"},
                 {"group_label", label_text(labels)},
                 {"next_blank", next ? next->key : ""}};
    return details;
}

} // namespace

Json assessment_json(const Answers& answers)
{
    const Findings findings{answers, prospects_of(answers), outcome_of(answers),
                            answers.age && *answers.age < youngest};
    auto options = Json::array();
    const bool is_toolkit_first = !findings.is_open() && findings.outcome.pathway == Pathway::alternative &&
                                  !answers.was_eligible_before;
    if (is_toolkit_first)
        options.push_back(offer_json(toolkit(findings)));
    const bool is_high_first = findings.is_custody_case() && findings.outcome.pathway == Pathway::high;
    if (is_high_first)
        options.push_back(offer_json(high(findings)));
    options.push_back(offer_json(moderate(findings)));
    if (!is_high_first)
        options.push_back(offer_json(high(findings)));
    if (!is_toolkit_first)
        options.push_back(offer_json(toolkit(findings)));

    auto blanks = Json::array();
    for (const auto& blank : findings.prospects.blanks)
        blanks.push_back({{"key", blank.key}, {"text", blank.text}, {"could_change", blank.could_change}});
    return {{"version", 1},
            {"options", std::move(options)},
            {"blanks", std::move(blanks)},
            {"best_case", word_of(findings.prospects.best)},
            {"worst_case", word_of(findings.prospects.worst)},
            {"details", details_json(findings)}};
}

} // namespace guidepost::building_choices
