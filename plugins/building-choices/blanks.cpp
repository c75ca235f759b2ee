// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/blanks.h"

#include <algorithm>
#include <cstdint>
#include <set>

namespace guidepost::building_choices {
namespace {

constexpr int most_score = 8;
using Scores = unsigned; ///< bit s: the sum can be s
using Levels = unsigned; ///< bit l: the level can be l
using Ways = unsigned;   ///< bit p: the pathway can be p

/// What risk comes to, as one number, so that sets of it are sets of bits.
constexpr int risk_fact_count = 36;
using RiskFacts = std::uint64_t;

int number_of(const Risk& risk)
{
    return static_cast<int>(risk.level) + 3 * static_cast<int>(risk.sara) + 9 * (risk.is_arp_high ? 1 : 0) +
           18 * (risk.is_vrp_high ? 1 : 0);
}

Facts facts_of(int need, int risk, bool is_custody)
{
    return {static_cast<Level>(need), static_cast<Level>(risk % 3),     risk / 9 % 2 == 1,
            risk / 18 == 1,           static_cast<Level>(risk / 3 % 3), is_custody};
}

Ways ways_of(Levels needs, RiskFacts risks, bool is_custody)
{
    Ways ways = 0;
    for (int need = 0; need < 3; ++need)
        for (int risk = 0; risk < risk_fact_count; ++risk)
            if ((needs >> need & 1u) && (risks >> risk & 1u))
                ways |= 1u << static_cast<int>(outcome_of(facts_of(need, risk, is_custody)).pathway);
    return ways;
}

bool is_several(Ways ways)
{
    return (ways & (ways - 1)) != 0;
}

/// A question and its answers, one for each step that any rule tells apart.
struct Question {
    std::string key;
    std::string text;
    bool (*is_blank)(const Answers&);
    int count;
    void (*answer)(Answers&, int which);
};

// source records: risk-service-code
constexpr std::array<double, 3> arp_steps{0, 50, 75};
constexpr std::array<double, 3> vrp_steps{0, 30, 60};
constexpr std::array<double, 3> csrp_steps{0, 1, 3};
/// Very high says nothing that high does not.
constexpr std::array<Band, 4> bands{Band::low, Band::medium, Band::high, Band::not_applicable};

std::size_t at(int which)
{
    return static_cast<std::size_t>(which);
}

std::vector<Question> risk_questions(Predictor predictor)
{
    const auto name = [predictor](Measure measure) {
        return std::string{measure_name(measure, predictor)};
    };
    return {
        {"sara.partner", name(Measure::sara_partner), [](const Answers& a) { return !a.sara_partner; }, 3,
         [](Answers& a, int which) {
             a.sara_partner = static_cast<Level>(which);
         }},
        {"sara.others", name(Measure::sara_others), [](const Answers& a) { return !a.sara_others; }, 3,
         [](Answers& a, int which) {
             a.sara_others = static_cast<Level>(which);
         }},
        {"dc_srp", name(Measure::dc_srp), [](const Answers& a) { return !a.dc_srp; }, 4,
         [](Answers& a, int which) {
             a.dc_srp = bands[at(which)];
         }},
        // The predictor is not used for women: there its absence is no blank.
        {"iic_srp", name(Measure::iic_srp),
         [](const Answers& a) { return !a.iic_srp && a.sex != Sex::female; }, 4,
         [](Answers& a, int which) {
             a.iic_srp = bands[at(which)];
         }},
        {"arp", name(Measure::arp), [](const Answers& a) { return !a.arp; }, 3,
         [](Answers& a, int which) {
             a.arp = arp_steps[at(which)];
         }},
        {"vrp", name(Measure::vrp), [](const Answers& a) { return !a.vrp; }, 3,
         [](Answers& a, int which) {
             a.vrp = vrp_steps[at(which)];
         }},
        {"csrp", name(Measure::csrp), [](const Answers& a) { return !a.csrp; }, 3,
         [](Answers& a, int which) {
             a.csrp = csrp_steps[at(which)];
         }},
    };
}

/// Calls `visit` for every answer to the questions from `from` on that are blank, leaving out `without`.
template <class Visit>
void for_each_answer(Answers& answers, const std::vector<Question>& questions, const Question* without,
                     std::size_t from, const Visit& visit)
{
    while (from < questions.size() && (&questions[from] == without || !questions[from].is_blank(answers)))
        ++from;
    if (from == questions.size()) {
        visit();
        return;
    }
    const auto kept = answers;
    for (int which = 0; which < questions[from].count; ++which) {
        questions[from].answer(answers, which);
        for_each_answer(answers, questions, without, from + 1, visit);
        answers = kept;
    }
}

/// Every set of risks that one answer chooses from, given some answers to the other questions. Without a
/// question: what each set of answers comes to, one by one.
std::set<RiskFacts> risk_choices(Answers answers, const std::vector<Question>& questions,
                                 const Question* varied)
{
    std::set<RiskFacts> choices;
    for_each_answer(answers, questions, varied, 0, [&] {
        RiskFacts facts = 0;
        if (!varied)
            facts = RiskFacts{1} << number_of(risk_of(answers));
        const auto kept = answers;
        for (int which = 0; varied && which < varied->count; ++which) {
            varied->answer(answers, which);
            facts |= RiskFacts{1} << number_of(risk_of(answers));
            answers = kept;
        }
        choices.insert(facts);
    });
    return choices;
}

/// The items of one domain and, for sex, the gate before it.
struct DomainQuestion {
    std::optional<Item> item = {}; ///< none: one of the gates
    bool is_first_gate = false;
};

std::vector<DomainQuestion> domain_blanks(Domain domain, const Answers& answers)
{
    std::vector<DomainQuestion> blanks;
    // One yes opens the gate; the other answer is then of no use, but a blank it stays.
    if (domain == Domain::sex && !answers.ever_sexual_offence)
        blanks.push_back({std::nullopt, true});
    if (domain == Domain::sex && !answers.risk_of_sexual_harm)
        blanks.push_back({std::nullopt, false});
    for (const auto& item : items)
        if (item.domain == domain && !answers.score(item.item))
            blanks.push_back({item.item});
    return blanks;
}

int answer_count(const DomainQuestion& question)
{
    return question.item ? 3 : 2;
}

void put_answer(Answers& answers, const DomainQuestion& question, int which)
{
    if (question.item)
        answers.score(*question.item) = which;
    else
        (question.is_first_gate ? answers.ever_sexual_offence : answers.risk_of_sexual_harm) = which == 1;
}

/// As risk_choices, of one domain's score.
std::set<Scores> score_choices(Domain domain, Answers answers, std::vector<DomainQuestion> blanks,
                               std::optional<std::size_t> varied)
{
    std::optional<DomainQuestion> question;
    if (varied) {
        question = blanks[*varied];
        blanks.erase(blanks.begin() + static_cast<std::ptrdiff_t>(*varied));
    }
    std::set<Scores> choices;
    const auto visit = [&](const auto& self, std::size_t from) -> void {
        if (from < blanks.size()) {
            for (int which = 0; which < answer_count(blanks[from]); ++which) {
                put_answer(answers, blanks[from], which);
                self(self, from + 1);
            }
            return;
        }
        Scores scores = 0;
        for (int which = 0; which < (question ? answer_count(*question) : 1); ++which) {
            if (question)
                put_answer(answers, *question, which);
            scores |= 1u << domain_score(domain, answers);
        }
        choices.insert(scores);
    };
    visit(visit, 0);
    return choices;
}

Scores reachable_scores(Domain domain, const Answers& answers)
{
    Scores all = 0;
    for (const auto scores : score_choices(domain, answers, domain_blanks(domain, answers), std::nullopt))
        all |= scores;
    return all;
}

Scores sums_of(Scores left, Scores right)
{
    Scores sums = 0;
    for (int score = 0; score <= most_score; ++score)
        if (right >> score & 1u)
            sums |= left << score;
    return sums;
}

Levels levels_of(Scores scores)
{
    Levels levels = 0;
    for (int score = 0; score <= most_score; ++score)
        if (scores >> score & 1u)
            levels |= 1u << static_cast<int>(need_level(score));
    return levels;
}

class Search {
public:
    explicit Search(const Answers& answers)
        : answers_{answers},
          questions_{risk_questions(answers.predictor)},
          asis_{Levels{1} << static_cast<int>(needs_of(answers).level)},
          risk_asis_{RiskFacts{1} << number_of(risk_of(answers))}
    {
        for (const auto risks : risk_choices(answers, questions_, nullptr))
            risks_ |= risks;
        Scores sums = 1;
        for (std::size_t i = 0; i < domain_count; ++i)
            sums = sums_of(sums, scores_[i] = reachable_scores(static_cast<Domain>(i), answers));
        needs_ = levels_of(sums);
        if (!answers.setting)
            settings_ = {false, true};
        else
            settings_ = {is_custody(*answers.setting)};
    }

    Prospects run()
    {
        Prospects prospects;
        const Ways all = ways(needs_, risks_);
        prospects.best = static_cast<Pathway>(lowest(all));
        prospects.worst = static_cast<Pathway>(highest(all));
        prospects.is_missing_information =
            is_several(ways(needs_, risk_asis_)) || (!risk_of(answers_).is_any_answered && is_several(all));
        consider_setting(prospects);
        for (std::size_t i = 0; i < 2; ++i) // SARA
            consider_risk(prospects, questions_[i]);
        consider_domain(prospects, Domain::sex);
        for (std::size_t i = 2; i < questions_.size(); ++i)
            consider_risk(prospects, questions_[i]);
        for (const auto domain : {Domain::thinking, Domain::relationships, Domain::self_management})
            consider_domain(prospects, domain);
        std::stable_sort(prospects.blanks.begin(), prospects.blanks.end(),
                         [](const auto& a, const auto& b) { return rank(a) < rank(b); });
        return prospects;
    }

private:
    static int rank(const Blank& blank) { return blank.decides_alone ? 0 : blank.could_change ? 1 : 2; }

    static int lowest(Ways ways) { return ways & 1u ? 0 : ways & 2u ? 1 : 2; }
    static int highest(Ways ways) { return ways & 4u ? 2 : ways & 2u ? 1 : 0; }

    Ways ways(Levels needs, RiskFacts risks) const
    {
        Ways all = 0;
        for (const bool custody : settings_)
            all |= ways_of(needs, risks, custody);
        return all;
    }

    bool custody_asis() const { return is_custody(answers_.setting.value_or(Setting::community)); }

    void consider_setting(Prospects& prospects) const
    {
        if (answers_.setting)
            return;
        Blank blank{"setting", "setting (community, custody or remand)"};
        for (int need = 0; need < 3; ++need)
            for (int risk = 0; risk < risk_fact_count; ++risk)
                if ((needs_ >> need & 1u) && (risks_ >> risk & 1u) &&
                    is_several(ways(1u << need, RiskFacts{1} << risk)))
                    blank.could_change = true;
        blank.decides_alone = is_several(ways(asis_, risk_asis_));
        prospects.blanks.push_back(std::move(blank));
    }

    void consider_risk(Prospects& prospects, const Question& question) const
    {
        if (!question.is_blank(answers_))
            return;
        Blank blank{question.key, question.text};
        for (const auto risks : risk_choices(answers_, questions_, &question))
            for (const bool custody : settings_)
                for (int need = 0; need < 3 && !blank.could_change; ++need)
                    blank.could_change =
                        (needs_ >> need & 1u) && is_several(ways_of(1u << need, risks, custody));
        auto changed = answers_;
        Ways alone = ways_of(asis_, risk_asis_, custody_asis());
        for (int which = 0; which < question.count; ++which) {
            question.answer(changed, which);
            alone |= ways_of(asis_, RiskFacts{1} << number_of(risk_of(changed)), custody_asis());
        }
        blank.decides_alone = is_several(alone);
        prospects.blanks.push_back(std::move(blank));
    }

    void consider_domain(Prospects& prospects, Domain domain) const
    {
        Scores others = 1;
        for (std::size_t i = 0; i < domain_count; ++i)
            if (static_cast<Domain>(i) != domain)
                others = sums_of(others, scores_[i]);
        const auto questions = domain_blanks(domain, answers_);
        for (std::size_t i = 0; i < questions.size(); ++i) {
            auto blank = named(questions[i]);
            for (const auto scores : score_choices(domain, answers_, questions, i))
                blank.could_change = blank.could_change || could_change(scores, others);
            auto changed = answers_;
            Ways alone = ways_of(asis_, risk_asis_, custody_asis());
            for (int which = 0; which < answer_count(questions[i]); ++which) {
                put_answer(changed, questions[i], which);
                alone |= ways_of(1u << static_cast<int>(needs_of(changed).level), risk_asis_, custody_asis());
            }
            blank.decides_alone = is_several(alone);
            prospects.blanks.push_back(std::move(blank));
        }
    }

    /// `scores`: what one question chooses from. `others`: what the other domains can add up to.
    bool could_change(Scores scores, Scores others) const
    {
        for (int sum = 0; sum <= most_score; ++sum) {
            if (!(others >> sum & 1u))
                continue;
            const auto levels = levels_of(scores << sum);
            for (int risk = 0; risk < risk_fact_count; ++risk)
                for (const bool custody : settings_)
                    if ((risks_ >> risk & 1u) && is_several(ways_of(levels, RiskFacts{1} << risk, custody)))
                        return true;
        }
        return false;
    }

    static Blank named(const DomainQuestion& question)
    {
        if (!question.item)
            return question.is_first_gate ? Blank{"oasys.1.30", "1.30 ever committed a sexual offence"}
                                          : Blank{"oasys.6.11", "6.11 risk of sexual harm"};
        const auto& facts = items[static_cast<std::size_t>(*question.item)];
        return {"oasys." + std::string{facts.number},
                std::string{facts.number} + " " + std::string{facts.words}};
    }

    const Answers& answers_;
    std::vector<Question> questions_;
    Levels asis_;
    RiskFacts risk_asis_;
    RiskFacts risks_ = 0;
    std::array<Scores, domain_count> scores_ = {};
    Levels needs_ = 0;
    std::vector<bool> settings_ = {};
};

} // namespace

Prospects prospects_of(const Answers& answers)
{
    return Search{answers}.run();
}

} // namespace guidepost::building_choices
