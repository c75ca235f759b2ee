// SPDX-License-Identifier: GPL-2.0-or-later
// Whom an offer is for and what becomes of it; its rules are weighed in weighing_rules.cpp.
#include "core/programme/rules/weighing.h"

#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::programme {
namespace {

using Words = std::vector<std::string>;

bool share_one(const Words& left, const Words& right)
{
    return std::any_of(left.begin(), left.end(), [&](const auto& word) { return holds(right, word); });
}

std::string or_list(const Words& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + spaced(words[i]);
    return text;
}

} // namespace

bool holds(const std::vector<std::string>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

Option Weighing::run(const RuleContext& context)
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

void Weighing::refuse(std::string step, std::string text)
{
    note(Answer::not_met, Rule::Otherwise::not_eligible, text);
    say(std::move(step), std::move(text));
}

void Weighing::note(Answer answer, Rule::Otherwise otherwise, const std::string& why)
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

void Weighing::leave_open(const std::string& key, std::string text)
{
    if (std::none_of(open_.begin(), open_.end(),
                     [&](const auto& one) { return one.key == key && one.text == text; }))
        open_.push_back({key, std::move(text), true});
    is_asked_ = true;
}

const Transition* Weighing::transition_of(const RuleContext& context) const
{
    const Transition* found = nullptr;
    for (const auto& one : context.transitions)
        // A strand stands under the name of its programme there.
        if (offer_.id == one.id ||
            (offer_.id.starts_with(one.id + "-") && (!found || one.id.size() > found->id.size())))
            found = &one;
    return found;
}

std::string Weighing::successor_text(const RuleContext& context, const Transition& transition)
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

void Weighing::say_status(const RuleContext& context, const Transition* transition)
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

void Weighing::check_setting()
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

void Weighing::check_sex()
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

void Weighing::check_age()
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

void Weighing::check_offence()
{
    if (offer_.offence_include.empty() && offer_.offence_exclude.empty() && offer_.offence_ask.empty())
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
    if (share_one(profile_.offence, offer_.offence_ask)) {
        const auto text = fmt::format("Not made for {}: ask before it is used.", or_list(offer_.offence_ask));
        note(Answer::not_met, Rule::Otherwise::ask, text);
        say("Offence", text);
    }
}

std::string Weighing::in_short(Verdict verdict) const
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

Option Weighing::done(Verdict verdict)
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

Option weigh(const Offer& offer, const CaseProfile& profile, const RuleContext& context,
             std::vector<Blank>& blanks)
{
    return Weighing{offer, profile, blanks}.run(context);
}

} // namespace guidepost::programme
