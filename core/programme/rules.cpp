// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/rules.h"

#include "core/programme/measures.h"
#include "core/values/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace guidepost::programme {
namespace {

using Words = std::vector<std::string>;

enum class Answer { met, not_met, open };

bool holds(const Words& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool share_one(const Words& left, const Words& right)
{
    return std::any_of(left.begin(), left.end(), [&](const auto& word) { return holds(right, word); });
}

std::string spaced(std::string word)
{
    std::replace(word.begin(), word.end(), '-', ' ');
    return word;
}

std::string or_list(const Words& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + spaced(words[i]);
    return text;
}

/// Whether the rule counts for the sentence the person serves.
Answer counts(const Rule& rule, const CaseProfile& profile)
{
    if (rule.when.empty())
        return Answer::met;
    if (profile.sentence_type.empty())
        return Answer::open;
    static const Words licences{"licence", "life-licence", "ipp-licence", "post-sentence-supervision"};
    static const Words orders{"community-order", "suspended-sentence-order"};
    return holds(rule.when == "licence" ? licences : orders, profile.sentence_type) ? Answer::met
                                                                                    : Answer::not_met;
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

/// One verdict in the making: what speaks against it, what is open, and why.
class Weighing {
public:
    Weighing(const Offer& offer, const CaseProfile& profile, std::vector<Blank>& blanks)
        : offer_{offer}, profile_{profile}, blanks_{blanks}
    {}

    Option run(const RuleContext& context)
    {
        const auto* transition = transition_of(context);
        say_status(context, transition);
        if (offer_.status == "closed") {
            for (const auto& rule : offer_.rules)
                say("Its rule was", with_source(rule_text(rule, profile_), rule));
            return done(Verdict::closed);
        }
        const bool is_custody_only = offer_.status == "custody-only" || offer_.settings == Words{"custody"};
        if (is_custody_only && profile_.setting == "community") {
            say("Setting", "It runs in custody only, and this case is in the community.");
            return done(Verdict::custody_only);
        }
        check_setting();
        check_sex();
        check_age();
        check_offence();
        check_rules();
        // What closes, or is kept to be read, is never simply suitable.
        if (offer_.status == "closing" || !context.banner.empty())
            note(Answer::not_met, Rule::Otherwise::ask,
                 offer_.status == "closing" ? "Closing: ask whether a group still starts."
                                            : "Kept to be read: ask before anything is promised.");
        const auto verdict = !refusal_.empty()   ? Verdict::not_eligible
                             : is_asked_         ? Verdict::ask
                             : !waiting_.empty() ? Verdict::while_waiting
                                                 : Verdict::suitable;
        // For somebody it is not for, what is missing is of no use to anybody.
        if (verdict != Verdict::not_eligible)
            blanks_.insert(blanks_.end(), open_.begin(), open_.end());
        return done(verdict);
    }

private:
    void say(std::string step, std::string text) { reasons_.push_back({std::move(step), std::move(text)}); }

    static std::string with_source(std::string text, const Rule& rule)
    {
        if (rule.source.empty())
            return text;
        if (text.ends_with('.'))
            text.pop_back();
        return fmt::format("{} ({}).", text, rule.source);
    }

    void refuse(std::string step, std::string text)
    {
        note(Answer::not_met, Rule::Otherwise::not_eligible, text);
        say(std::move(step), std::move(text));
    }

    /// `why` in short; the first of each kind is kept.
    void note(Answer answer, Rule::Otherwise otherwise, const std::string& why)
    {
        if (answer == Answer::open)
            is_asked_ = true;
        if (answer != Answer::not_met)
            return;
        auto& kept = otherwise == Rule::Otherwise::not_eligible ? refusal_
                     : otherwise == Rule::Otherwise::ask        ? question_
                                                                : waiting_;
        if (kept.empty())
            kept = why;
        is_asked_ = is_asked_ || otherwise == Rule::Otherwise::ask;
    }

    void leave_open(const std::string& key, std::string text)
    {
        if (std::none_of(open_.begin(), open_.end(),
                         [&](const auto& one) { return one.key == key && one.text == text; }))
            open_.push_back({key, std::move(text), true});
        is_asked_ = true;
    }

    const Transition* transition_of(const RuleContext& context) const
    {
        const Transition* found = nullptr;
        for (const auto& one : context.transitions)
            // A strand stands under the name of its programme there.
            if (offer_.id == one.id ||
                (offer_.id.starts_with(one.id + "-") && (!found || one.id.size() > found->id.size())))
                found = &one;
        return found;
    }

    static std::string successor_text(const RuleContext& context, const Transition& transition)
    {
        if (transition.successor == "none")
            return "No successor was found named.";
        if (transition.successor == "keep")
            return "Nothing took its place.";
        const auto name = context.names.find(transition.successor);
        return fmt::format("Look now at {}{}.",
                           name == context.names.end() ? spaced(transition.successor) : name->second,
                           transition.is_equivalent ? "" : ", which is not the same");
    }

    void say_status(const RuleContext& context, const Transition* transition)
    {
        if (offer_.status == "closed")
            say("Status", "Closed: no new starts.");
        else if (offer_.status == "closing")
            say("Status", "Closing. Ask the treatment manager whether a group still starts here.");
        else if (offer_.status == "custody-only")
            say("Status", "Runs in custody only.");
        if (transition && offer_.status != "open") {
            successor_ = successor_text(context, *transition);
            say("Successor", successor_);
            say("In the middle of it", transition->mid_programme);
        }
    }

    void check_setting()
    {
        if (offer_.settings.empty() || offer_.settings.size() == 2)
            return;
        const bool wants_custody = offer_.settings[0] == "custody";
        if (profile_.setting.empty()) {
            leave_open("setting", "setting (community, custody or remand)");
            say("Setting", fmt::format("It runs in {} only; the setting is not known.", offer_.settings[0]));
            return;
        }
        const bool is_custody = profile_.setting != "community";
        if (is_custody != wants_custody) {
            refuse("Setting", wants_custody ? "It runs in custody only."
                                            : "It is for the community, and this case is in custody.");
        } else if (profile_.setting == "remand")
            say("Setting", "Remand counts as custody here: ask whether a place is open before sentence.");
    }

    void check_sex()
    {
        if (offer_.sexes.empty())
            return;
        const auto who = offer_.sexes[0] == "male" ? "men" : "women";
        if (profile_.sex.empty()) {
            leave_open("sex", "sex");
            say("Sex", fmt::format("It is for {}; the case does not say.", who));
        } else if (!holds(offer_.sexes, profile_.sex)) {
            refuse("Sex", fmt::format("It is for {}.", who));
        }
    }

    void check_age()
    {
        const auto most = offer_.age_to_if_immature ? offer_.age_to_if_immature : offer_.age_to;
        if (!offer_.age_from && !most)
            return;
        const auto range = offer_.age_from && most ? fmt::format("{} to {}", *offer_.age_from, *most)
                           : most                  ? fmt::format("up to {}", *most)
                                                   : fmt::format("{} and over", *offer_.age_from);
        if (!profile_.age) {
            // Nearly everybody on probation is an adult: only an upper limit makes it a question.
            if (most) {
                leave_open("age", "age");
                say("Age", fmt::format("It is for people of {}; the age is not known.", range));
            }
            return;
        }
        if ((offer_.age_from && *profile_.age < *offer_.age_from) || (most && *profile_.age > *most)) {
            refuse("Age", fmt::format("It is for people of {}.", range));
        }
    }

    void check_offence()
    {
        if (offer_.offence_include.empty() && offer_.offence_exclude.empty())
            return;
        if (profile_.offence.empty()) {
            leave_open("offence", "kind of offence");
            say("Offence", "It depends on the kind of offence, which the case does not say.");
            return;
        }
        if (!offer_.offence_include.empty() && !share_one(profile_.offence, offer_.offence_include)) {
            refuse("Offence", fmt::format("It is for: {}.", or_list(offer_.offence_include)));
        }
        if (share_one(profile_.offence, offer_.offence_exclude)) {
            refuse("Offence", fmt::format("It is not for: {}.", or_list(offer_.offence_exclude)));
        }
    }

    void check_rules()
    {
        std::set<std::string> done;
        for (const auto& rule : offer_.rules) {
            if (rule.any_of.empty())
                check(rule);
            else if (done.insert(rule.any_of).second)
                check_any(rule.any_of);
        }
    }

    Answer answer_of(const Rule& rule) const
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

    void check(const Rule& rule)
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

    void check_any(const std::string& group)
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

    void leave_open_rule(const Rule& rule)
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

    /// "ARP is 20%; asked for is at least 25."
    std::string short_text(const Rule& rule) const
    {
        const auto label = measure_label(rule.measure, profile_);
        const auto value = measured(profile_, rule.measure);
        auto wanted = rule_text(rule, profile_);
        wanted.erase(0, label.size() + 1);
        return value ? fmt::format("{} is {}; asked for is {}", label, value->text, wanted)
                     : rule_text(rule, profile_);
    }

    std::string in_short(Verdict verdict) const
    {
        switch (verdict) {
        case Verdict::closed:
            return "No new starts. " + successor_;
        case Verdict::custody_only:
            return "Runs in custody only.";
        case Verdict::not_eligible:
            return refusal_;
        case Verdict::while_waiting:
            return waiting_;
        case Verdict::suitable:
            return "Meets every rule there is.";
        case Verdict::ask:
            break;
        }
        if (open_.empty())
            return question_;
        std::vector<std::string> texts;
        for (const auto& blank : open_)
            texts.push_back(blank.text);
        return (question_.empty() ? "Not known: " : question_ + " Not known: ") + join(texts, "; ") +
               (texts.back().ends_with('?') || texts.back().ends_with('.') ? "" : ".");
    }

    void say_rule(const Rule& rule, Answer answer)
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
            text += answer == Answer::met                             ? ": met."
                    : rule.otherwise == Rule::Otherwise::not_eligible ? ": not met."
                    : rule.otherwise == Rule::Otherwise::while_waiting
                        ? ": not met, so only while waiting for "
                          "the programme, or if there is none."
                        : ": not met, so ask before it is used.";
        }
        say(measure_label(rule.measure, profile_), with_source(std::move(text), rule));
    }

    Option done(Verdict verdict)
    {
        reasons_.insert(reasons_.begin(), {"In short", in_short(verdict)});
        for (const auto& limit : offer_.limits)
            say("Limit", limit);
        if (!offer_.note.empty())
            say("Note", offer_.note);
        if (!offer_.who_may_use.empty())
            say("Who may use it", offer_.who_may_use);
        for (const auto& stage : offer_.stages)
            say(fmt::format("Stage {}", stage.stage), fmt::format("{}.", stage.staff));
        say("Source",
            offer_.as_of.empty() ? offer_.source : fmt::format("{} (as of {})", offer_.source, offer_.as_of));
        return {offer_.id, offer_.name, verdict, std::move(reasons_), offer_.guidance};
    }

    const Offer& offer_;
    const CaseProfile& profile_;
    std::vector<Blank>& blanks_;
    std::vector<Blank> open_;
    std::vector<Reason> reasons_;
    std::string refusal_; ///< why not, in short; "": nothing speaks against it
    std::string question_;
    std::string waiting_;
    std::string successor_;
    bool is_asked_ = false;
};

/// What an officer can act on first.
int rank(Verdict verdict)
{
    constexpr std::array order{Verdict::suitable,     Verdict::while_waiting, Verdict::ask,
                               Verdict::custody_only, Verdict::not_eligible,  Verdict::closed};
    return static_cast<int>(std::find(order.begin(), order.end(), verdict) - order.begin());
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
    if (!rule.when.empty())
        text += rule.when == "licence" ? " on a licence" : " on an order";
    return text + ".";
}

Option weigh(const Offer& offer, const CaseProfile& profile, const RuleContext& context,
             std::vector<Blank>& blanks)
{
    return Weighing{offer, profile, blanks}.run(context);
}

Assessment assess_offers(const std::vector<Offer>& offers, const CaseProfile& profile,
                         const RuleContext& context)
{
    Assessment assessment;
    std::vector<Blank> blanks;
    for (const auto& offer : offers)
        assessment.options.push_back(weigh(offer, profile, context, blanks));
    std::stable_sort(assessment.options.begin(), assessment.options.end(),
                     [](const auto& a, const auto& b) { return rank(a.verdict) < rank(b.verdict); });
    for (auto& blank : blanks)
        if (std::none_of(assessment.blanks.begin(), assessment.blanks.end(),
                         [&](const auto& one) { return one.key == blank.key && one.text == blank.text; }))
            assessment.blanks.push_back(std::move(blank));
    // What can be entered stands before what has to be asked elsewhere.
    std::stable_partition(assessment.blanks.begin(), assessment.blanks.end(), [](const Blank& blank) {
        return blank.key != "asked" && blank.key != "need_score";
    });
    if (!context.banner.empty())
        assessment.details["banner"] = context.banner;
    return assessment;
}

} // namespace guidepost::programme
