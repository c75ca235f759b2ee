// SPDX-License-Identifier: GPL-2.0-or-later
// From what rules match to what is told: a match counts, or it is denied, past, supposed or meant in
// another sense; what counts is ranked. Where weights were learned, the reading of the same stretch of text
// has its say: it tells of danger that no rule knows, it silences a rule where nothing else looks like
// danger, and it orders. How much a rule weighs beside it was measured on sentences that neither had seen.
#include "core/consultation/danger/red_flags.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace guidepost::consultation {
namespace {

/// "denies any plan to": so many words may stand between a denial and what it denies.
constexpr std::size_t denial_reach = 3;
/// A sentence may be a whole page when nobody types a full stop: further away context says nothing.
constexpr std::size_t context_reach = 24;
/// A rule that matches makes danger so many times as likely as the reading alone finds it.
constexpr double rule_speaks_for_danger = 3;
/// And the flag of that rule so many times as likely as the other flags.
constexpr double rule_speaks_for_flag = 2;
/// What reads so is no danger, even where little text stands around what a rule found; a few words read as
/// nothing.
constexpr double surely_harmless = 0.9;
constexpr std::size_t few_words = 5;
/// A second flag is told when it is so likely.
constexpr double likely_too = 0.25;
constexpr auto npos = static_cast<std::size_t>(-1);
constexpr double ranks = 1000; ///< of what was read: likelihood 1 is this rank
constexpr int surely_meant = 600;
constexpr int ranks_apart = 10'000; ///< more than any likelihood

bool overlap(const WordMatch& one, const WordMatch& other)
{
    return one.first < other.last && other.first < one.last;
}

} // namespace

/// One text, read once: its words, and for each place what bears on a match there.
class RedFlagSearch {
public:
    RedFlagSearch(std::string_view text, const RedFlags& table)
        : table_{table}, text_{words_of(text, table.spelling_)}, excepted_(table.flags_.size())
    {
        text_.classes.resize(words_.size());
        read_context();
        const TermedText termed{words_, table_.rules_.find_terms(words_), is_denial_};
        read_classes(termed.terms);
        matches_ = table_.rules_.find(termed);
        for (const auto& match : matches_)
            if (use_of(match).certainty == Certainty::unless)
                excepted_[use_of(match).flag].push_back(match);
        read_reasons();
        read_ = table_.weights_.read(text_);
    }

    const DangerText& text() const { return text_; }

    std::vector<RedFlagFinding> findings() const
    {
        auto found = rule_findings();
        if (!table_.learned_flags_.empty()) {
            weigh(found);
            add_read(found);
            put_death_first(found);
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& one, const auto& other) { return one.rank > other.rank; });
        // The net is told only where it comes first.
        if (!found.empty() && !found.front().flag->is_net)
            std::erase_if(found, [](const auto& one) { return one.flag->is_net; });
        return found;
    }

private:
    std::vector<RedFlagFinding> rule_findings() const
    {
        std::vector<RedFlagFinding> found;
        constexpr auto none = static_cast<std::size_t>(-1);
        std::vector<std::size_t> last_of(table_.flags_.size(), none); // in `found`
        for (const auto& match : matches_) {
            if (!counts(match))
                continue;
            const auto flag = use_of(match).flag;
            const auto start = words_[match.first].start, end = words_[match.last - 1].end;
            if (const auto last = last_of[flag]; last != none && start < found[last].end) {
                found[last].end = std::max(found[last].end, end);
                found[last].rank = std::max(found[last].rank, rank_of(match));
                continue;
            }
            last_of[flag] = found.size();
            found.push_back({&table_.flags_[flag], start, end, rank_of(match)});
        }
        return found;
    }

    std::size_t start_of(const DangerStretch& stretch) const { return words_[stretch.first].start; }
    std::size_t end_of(const DangerStretch& stretch) const { return words_[stretch.last - 1].end; }

    int rank_of(const DangerStretch& stretch, const RedFlag* flag) const
    {
        for (std::size_t at = 0; at < stretch.flags.size(); ++at)
            if (&table_.flags_[table_.learned_flags_[at]] == flag)
                return static_cast<int>(ranks * stretch.flags[at]);
        return 0;
    }

    bool is_left_to_rules(const DangerStretch& stretch, const RedFlagFinding& finding) const
    {
        const bool is_most_of_it = 2 * (finding.end - finding.start) >= end_of(stretch) - start_of(stretch);
        return is_most_of_it &&
               (stretch.harmless < surely_harmless || stretch.last - stretch.first < few_words);
    }

    /// What rules found is ranked by how the text around it reads; where that is surely harmless, it goes.
    /// Where there is hardly any text around it, the reading says nothing.
    void weigh(std::vector<RedFlagFinding>& found) const
    {
        std::erase_if(found, [&](RedFlagFinding& finding) {
            bool is_danger = false;
            finding.rank = 0;
            for (auto stretch =
                     std::partition_point(read_.begin(), read_.end(),
                                          [&](const auto& one) { return end_of(one) <= finding.start; });
                 stretch != read_.end() && start_of(*stretch) < finding.end; ++stretch) {
                is_danger |= stretch->odds() * rule_speaks_for_danger >= table_.weights_.alarm_odds() ||
                             is_left_to_rules(*stretch, finding);
                finding.rank = std::max(
                    finding.rank, static_cast<int>(rule_speaks_for_flag * rank_of(*stretch, finding.flag)));
            }
            return !is_danger;
        });
    }

    /// "He has never threatened to kill her": hardly any text stands around what is denied.
    bool says_no_danger(const DangerStretch& stretch) const
    {
        auto match = std::partition_point(denied_.begin(), denied_.end(),
                                          [&](const auto& one) { return one.first < stretch.first; });
        for (; match != denied_.end() && match->first < stretch.last; ++match)
            if (match->last <= stretch.last &&
                2 * (match->last - match->first) >= stretch.last - stretch.first)
                return true;
        return false;
    }

    /// Of what is surely meant, what is nearer to death comes first, wherever it stands in a question.
    static void put_death_first(std::vector<RedFlagFinding>& found)
    {
        for (auto& finding : found)
            if (finding.rank >= surely_meant)
                finding.rank += finding.flag->near * ranks_apart;
    }

    /// What reads like danger joins what rules found.
    void add_read(std::vector<RedFlagFinding>& found) const
    {
        const auto by_rules = found.size();
        const auto wanted = table_.weights_.alarm_odds(read_.size());
        for (std::size_t learned = 0; learned < table_.learned_flags_.size(); ++learned) {
            const auto* flag = &table_.flags_[table_.learned_flags_[learned]];
            std::size_t end_of_last = 0;
            for (std::size_t at = 0; at < by_rules; ++at)
                if (found[at].flag == flag)
                    end_of_last = npos; // the rules tell it already
            for (const auto& stretch : read_) {
                const auto likeliest = *std::max_element(stretch.flags.begin(), stretch.flags.end());
                if (end_of_last == npos || stretch.odds() < wanted || says_no_danger(stretch) ||
                    stretch.flags[learned] < std::min(likeliest, likely_too))
                    continue;
                const auto rank = rank_of(stretch, flag);
                if (start_of(stretch) < end_of_last) {
                    found.back().end = end_of(stretch);
                    found.back().rank = std::max(found.back().rank, rank);
                } else {
                    found.push_back({flag, start_of(stretch), end_of(stretch), rank});
                }
                end_of_last = end_of(stretch);
            }
        }
    }

    using Context = RedFlags::Context;
    using Certainty = RedFlags::Certainty;
    using Places = std::vector<WordMatch>;

    const RedFlags::Use& use_of(const WordMatch& match) const { return table_.uses_[match.rule]; }

    void read_context()
    {
        is_denial_.resize(words_.size());
        std::vector<bool> is_none(words_.size());
        const auto found = table_.context_.find({words_, table_.context_.find_terms(words_), is_denial_});
        for (const auto& match : found) {
            const auto context = table_.contexts_[match.rule];
            text_.classes[match.first].emplace_back(name_of(context));
            if (context == Context::denial)
                is_denial_[match.last - 1] = true;
            else if (context == Context::no_denial)
                std::fill(is_none.begin() + static_cast<std::ptrdiff_t>(match.first),
                          is_none.begin() + static_cast<std::ptrdiff_t>(match.last), true);
            else
                places_of(context).push_back(match);
        }
        for (std::size_t i = 0; i < words_.size(); ++i)
            is_denial_[i] = is_denial_[i] && !is_none[i];
    }

    static std::string_view name_of(Context context)
    {
        switch (context) {
        case Context::now:
            return "{now}";
        case Context::past:
            return "{past}";
        case Context::supposed:
            return "{supposed}";
        case Context::denial:
            return "{denial}";
        case Context::no_denial:
            return "{no_denial}";
        case Context::other_sense:
            return "{other_sense}";
        }
        return "";
    }

    void read_classes(const TermsOfText& terms)
    {
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const TermHere* before = nullptr;
            for (const auto& here : terms.at(at)) {
                if (here.term < table_.class_names_.size() && !(before && before->term == here.term) &&
                    !table_.class_names_[here.term].empty())
                    text_.classes[at].push_back(table_.class_names_[here.term]);
                before = &here;
            }
        }
    }

    void read_reasons()
    {
        for (const auto& match : matches_)
            if (const auto reason = reason_against(match); !reason.empty()) {
                text_.classes[match.first].emplace_back(reason);
                if (reason == "{denied}")
                    denied_.push_back(match);
            }
    }

    Places& places_of(Context context)
    {
        return context == Context::now        ? now_
               : context == Context::past     ? past_
               : context == Context::supposed ? supposed_
                                              : other_sense_;
    }

    /// How many words away the nearest of `places`, which are in order, stands: within reach, and at most so
    /// many sentences away.
    std::optional<std::size_t> distance(const Places& places, const WordMatch& match, int sentences) const
    {
        const auto from = match.first > context_reach ? match.first - context_reach : 0;
        auto place = std::lower_bound(places.begin(), places.end(), from,
                                      [](const WordMatch& one, std::size_t at) { return one.first < at; });
        std::optional<std::size_t> nearest;
        for (; place != places.end() && place->first <= match.last + context_reach; ++place) {
            if (std::abs(words_[place->first].sentence - words_[match.first].sentence) > sentences)
                continue;
            const auto words = place->first >= match.last   ? place->first - match.last
                               : place->last <= match.first ? match.first - place->last
                                                            : 0;
            nearest = std::min(nearest.value_or(words), words);
        }
        return nearest;
    }

    bool is_near(const Places& places, const WordMatch& match, int sentences) const
    {
        return distance(places, match, sentences).has_value();
    }

    /// What is past in the sentence, unless a word of now stands as near.
    bool is_past(const WordMatch& match) const
    {
        const auto past = distance(past_, match, 0);
        const auto now = distance(now_, match, 0);
        return past && (!now || *past < *now);
    }

    bool is_denied(const WordMatch& match) const
    {
        return std::any_of(match.part_starts.begin(), match.part_starts.end(), [&](std::size_t start) {
            for (auto at = start > denial_reach ? start - denial_reach - 1 : 0; at < start; ++at)
                if (is_denial_[at] && words_[at].clause == words_[start].clause)
                    return true;
            return false;
        });
    }

    bool has_other_sense(const WordMatch& match) const
    {
        const auto from = match.first > context_reach ? match.first - context_reach : 0;
        auto place = std::lower_bound(other_sense_.begin(), other_sense_.end(), from,
                                      [](const WordMatch& one, std::size_t at) { return one.first < at; });
        for (; place != other_sense_.end() && place->first < match.last; ++place)
            if (overlap(*place, match))
                return true;
        return false;
    }

    /// Why a match does not count; "" when it does.
    std::string_view reason_against(const WordMatch& match) const
    {
        const auto& use = use_of(match);
        if (use.certainty == Certainty::unless || is_near(excepted_[use.flag], match, 0))
            return "{excepted}";
        if (use.certainty == Certainty::with_now && !is_near(now_, match, 1))
            return "{not-now}";
        if (is_past(match))
            return "{was}";
        if (is_near(supposed_, match, 0))
            return "{only-supposed}";
        if (has_other_sense(match))
            return "{means-other}";
        return is_denied(match) ? "{denied}" : "";
    }

    bool counts(const WordMatch& match) const { return reason_against(match).empty(); }

    int rank_of(const WordMatch& match) const
    {
        const auto& use = use_of(match);
        const int sure = use.certainty == Certainty::sure ? 2 : use.certainty == Certainty::likely ? 1 : 0;
        return table_.flags_[use.flag].near + sure + (is_near(now_, match, 0) ? 1 : 0);
    }

    const RedFlags& table_;
    DangerText text_;
    const std::vector<Word>& words_ = text_.words;
    std::vector<bool> is_denial_; ///< by word, the last one of a denial
    Places now_, past_, supposed_, other_sense_;
    std::vector<WordMatch> matches_;
    Places denied_;                   ///< where a rule stands that is denied, in order
    std::vector<DangerStretch> read_; ///< in order of place
    std::vector<Places> excepted_;    ///< by flag: where an exception of that flag stands, in order
};

std::vector<RedFlagFinding> find_red_flags(std::string_view text, const RedFlags& flags)
{
    return RedFlagSearch{text, flags}.findings();
}

DangerText danger_text(std::string_view text, const RedFlags& flags)
{
    return RedFlagSearch{text, flags}.text();
}

} // namespace guidepost::consultation
