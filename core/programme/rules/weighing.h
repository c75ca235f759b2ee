// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: how one offer comes to its verdict for a case.
#pragma once

#include "core/programme/rules/rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

/// Whether something that is asked for is so; open: the case does not say.
enum class Answer { met, not_met, open };

bool holds(const std::vector<std::string>& words, std::string_view word);

/// One verdict in the making: what speaks against it, what is open, and why.
class Weighing {
public:
    Weighing(const Offer& offer, const CaseProfile& profile, std::vector<Blank>& blanks)
        : offer_{offer}, profile_{profile}, blanks_{blanks}
    {}

    Option run(const RuleContext& context);

private:
    void say(std::string step, std::string text) { reasons_.push_back({std::move(step), std::move(text)}); }
    static std::string with_source(std::string text, const Rule& rule);
    void refuse(std::string step, std::string text);
    /// `why` in short; the first of each kind is kept.
    void note(Answer answer, Rule::Otherwise otherwise, const std::string& why);
    void leave_open(const std::string& key, std::string text);
    const Transition* transition_of(const RuleContext& context) const;
    static std::string successor_text(const RuleContext& context, const Transition& transition);
    void say_status(const RuleContext& context, const Transition* transition);
    void check_setting();
    void check_sex();
    void check_age();
    void check_offence();
    void check_rules();
    Answer answer_of(const Rule& rule) const;
    void check(const Rule& rule);
    void check_any(const std::string& group);
    void leave_open_rule(const Rule& rule);
    /// "ARP is 20%; asked for is at least 25."
    std::string short_text(const Rule& rule) const;
    std::string in_short(Verdict verdict) const;
    void say_rule(const Rule& rule, Answer answer);
    Option done(Verdict verdict);

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

} // namespace guidepost::programme
