// SPDX-License-Identifier: GPL-2.0-or-later
// The rules of an offer, held against a case.
#include "core/programme/rules/measures.h"
#include "core/programme/rules/weighing.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace guidepost::programme {
namespace {

/// Whether the rule counts for the sentence the person serves, or for what is known.
Answer counts(const Rule& rule, const CaseProfile& profile)
{
    if (rule.when.empty())
        return Answer::met;
    if (rule.when == "known")
        return measured(profile, rule.measure) ? Answer::met : Answer::not_met;
    if (profile.sentence_type.empty())
        return Answer::open;
    if (rule.when == "community-order")
        return profile.sentence_type == rule.when ? Answer::met : Answer::not_met;
    static const std::vector<std::string> licences{"licence", "life-licence", "ipp-licence",
                                                   "post-sentence-supervision"};
    static const std::vector<std::string> orders{"community-order", "suspended-sentence-order"};
    return holds(rule.when == "licence" ? licences : orders, profile.sentence_type) ? Answer::met
                                                                                    : Answer::not_met;
}

std::string_view sentence_text(const Rule& rule)
{
    return rule.when == "licence"           ? " on a licence"
           : rule.when == "order"           ? " on an order"
           : rule.when == "community-order" ? " on a community order"
                                            : "";
}

Answer compare(const Rule& rule, const Measured& value)
{
    const auto fails = [&](const std::string& text, auto is_out) {
        const auto at = threshold(rule.measure, text);
        return at && is_out(value.value, *at);
    };
    const bool is_out = fails(rule.at_least, [](double v, double t) { return v < t; }) ||
                        fails(rule.at_most, [](double v, double t) { return v > t; }) ||
                        fails(rule.is, [](double v, double t) { return v != t; });
    return is_out ? Answer::not_met : Answer::met;
}

} // namespace

std::string rule_text(const Rule& rule, const CaseProfile& profile)
{
    if (rule.measure == "asked")
        return rule.question;
    std::string text = measure_label(rule.measure, profile);
    const auto unit = rule.measure == "months_left" ? " months" : "";
    if (!rule.is.empty())
        text += " " + spaced(rule.is);
    if (!rule.at_least.empty())
        text += fmt::format(" at least {}{}", spaced(rule.at_least), unit);
    if (!rule.at_most.empty())
        text +=
            fmt::format("{} at most {}{}", rule.at_least.empty() ? "" : " and", spaced(rule.at_most), unit);
    text += sentence_text(rule);
    return text + ".";
}

std::string Weighing::with_source(std::string text, const Rule& rule)
{
    if (rule.source.empty())
        return text;
    if (text.ends_with('.'))
        text.pop_back();
    return fmt::format("{} ({}).", text, rule.source);
}

void Weighing::check_rules()
{
    std::set<std::string> done;
    for (const auto& rule : offer_.rules) {
        if (rule.any_of.empty())
            check(rule);
        else if (done.insert(rule.any_of).second)
            check_any(rule.any_of);
    }
}

Answer Weighing::answer_of(const Rule& rule) const
{
    if (rule.measure == "asked")
        return Answer::open;
    if (rule.measure == "offence")
        return profile_.offence.empty()           ? Answer::open
               : holds(profile_.offence, rule.is) ? Answer::met
                                                  : Answer::not_met;
    const auto value = measured(profile_, rule.measure);
    return value ? compare(rule, *value) : Answer::open;
}

void Weighing::check(const Rule& rule)
{
    const auto applies = counts(rule, profile_);
    if (applies == Answer::not_met)
        return;
    const auto answer = answer_of(rule);
    if (applies == Answer::open && answer != Answer::met) {
        leave_open("sentence.type", "sentence: licence or order");
        say_rule(rule, Answer::open);
        return;
    }
    if (answer == Answer::open && applies == Answer::met)
        leave_open_rule(rule);
    note(answer, rule.otherwise, short_text(rule));
    say_rule(rule, answer);
}

void Weighing::check_any(const std::string& group)
{
    std::vector<const Rule*> rules;
    for (const auto& rule : offer_.rules)
        if (rule.any_of == group && counts(rule, profile_) != Answer::not_met)
            rules.push_back(&rule);
    auto together = Answer::not_met;
    for (const auto* rule : rules) {
        const auto answer = answer_of(*rule);
        if (answer == Answer::met)
            together = Answer::met;
        else if (answer == Answer::open && together == Answer::not_met)
            together = Answer::open;
    }
    const bool is_sentence_open = std::any_of(rules.begin(), rules.end(), [&](const auto* rule) {
        return counts(*rule, profile_) == Answer::open;
    });
    if (is_sentence_open && together != Answer::met) {
        leave_open("sentence.type", "sentence: licence or order");
        for (const auto* rule : rules)
            say_rule(*rule, Answer::open);
        return;
    }
    for (const auto* rule : rules) {
        const auto answer = answer_of(*rule);
        if (together == Answer::met && answer != Answer::met)
            continue;
        if (answer == Answer::open)
            leave_open_rule(*rule);
        say_rule(*rule, answer);
    }
    if (!rules.empty()) {
        note(together, rules[0]->otherwise, short_text(*rules[0]));
        if (together != Answer::met && rules.size() > 1)
            say("One is enough", "Of these rules one has to be met.");
    }
}

void Weighing::leave_open_rule(const Rule& rule)
{
    if (rule.measure == "asked")
        leave_open("asked", rule.question);
    else if (rule.measure == "need_score")
        leave_open("need_score", "need score (sum of OASys 2.6, 7.2, 11.4, 11.6, 11.7, 11.9 and 12.1)");
    else if (rule.measure == "offence")
        leave_open("offence", "kind of offence");
    else
        leave_open(case_key_of(rule.measure), measure_label(rule.measure, profile_));
}

std::string Weighing::short_text(const Rule& rule) const
{
    const auto label = measure_label(rule.measure, profile_);
    const auto value = measured(profile_, rule.measure);
    auto wanted = rule_text(rule, profile_);
    wanted.erase(0, label.size() + 1);
    return value ? fmt::format("{} is {}; asked for is {}", label, value->text, wanted)
                 : rule_text(rule, profile_);
}

void Weighing::say_rule(const Rule& rule, Answer answer)
{
    if (rule.measure == "asked") {
        say("To be asked", with_source(rule.question, rule));
        return;
    }
    const auto value = measured(profile_, rule.measure);
    auto text = rule_text(rule, profile_);
    text.pop_back();
    if (answer == Answer::open)
        text += value ? "; the case does not say which sentence it is." : "; not known.";
    else {
        text += value ? fmt::format("; it is {}", value->text) : "";
        text += answer == Answer::met                              ? ": met."
                : rule.otherwise == Rule::Otherwise::not_eligible  ? ": not met."
                : rule.otherwise == Rule::Otherwise::while_waiting ? ": not met, so only while waiting for "
                                                                     "the programme, or if there is none."
                                                                   : ": not met, so ask before it is used.";
    }
    say(measure_label(rule.measure, profile_), with_source(std::move(text), rule));
}

} // namespace guidepost::programme
