// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/query_builder.h"

#include "core/text/characters.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace guidepost::search {
namespace {

using XQuery = Xapian::Query;

// Shares of a full word's weight. The title's and that of the askers' words were measured
// (docs/benchmarks.md); another name counts less than the asker's own word so that exact hits come first,
// and a near or older name less still.
constexpr double title_share = 0.4;
constexpr double asked_share = 0.3;
constexpr double same_share = 0.6;
constexpr double near_share = 0.4;
constexpr double respelt_share = 0.8;
constexpr double unfinished_share = 0.7;

/// Words a typed beginning may grow into; the most frequent ones are taken.
constexpr Xapian::termcount most_completions = 40;
constexpr std::size_t shortest_prefix = 3;

/// Fewer words in a row are in many titles.
constexpr std::size_t least_of_a_title = 3;

XQuery any_of(const std::vector<XQuery>& queries)
{
    return queries.size() == 1 ? queries.front() : XQuery{XQuery::OP_OR, queries.begin(), queries.end()};
}

XQuery scaled(const XQuery& query, double share)
{
    return XQuery{XQuery::OP_SCALE_WEIGHT, query, share};
}

/// The stems next to each other, in order.
XQuery phrase(const std::vector<std::string>& stems)
{
    if (stems.empty())
        return XQuery{};
    if (stems.size() == 1)
        return XQuery{stems.front()};
    return XQuery{XQuery::OP_PHRASE, stems.begin(), stems.end(),
                  static_cast<Xapian::termcount>(stems.size())};
}

XQuery completions(const std::string& start)
{
    return XQuery{XQuery::OP_WILDCARD, start, most_completions, XQuery::WILDCARD_LIMIT_MOST_FREQUENT,
                  XQuery::OP_SYNONYM};
}

class Builder {
public:
    Builder(const Query& query, const Vocabulary& vocabulary, const Xapian::Database& database,
            Spelling& spelling, Strictness strictness)
        : vocabulary_{vocabulary}, database_{database}, spelling_{spelling}, parsed_{parse_query(query.text)}
    {
        built_.notes = parsed_.notes;
        const bool ends_in_word = !query.text.empty() && query.text.back() != ' ' && query.text.back() != '"';
        unfinished_ = query.typing == Typing::going_on && ends_in_word && !parsed_.clauses.empty()
                          ? parsed_.clauses.size() - 1
                          : npos;
        strictness_ = strictness;
    }

    BuiltQuery run()
    {
        find_forms();
        add_clauses();
        add_every_word();
        for (const auto& [form, expansions] : forms_)
            add_expansions(form, expansions);
        combine();
        describe();
        return std::move(built_);
    }

private:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    bool is_plain(const Clause& clause) const
    {
        return !clause.is_phrase && !clause.is_excluded && clause.field == Field::any;
    }

    void add_clauses()
    {
        for (std::size_t i = 0; i < parsed_.clauses.size(); ++i) {
            const auto& clause = parsed_.clauses[i];
            if (clause.is_excluded)
                excluded_.push_back(exact(clause));
            else if (is_plain(clause) && i == unfinished_)
                add_unfinished(clause.text);
            else if (is_plain(clause))
                add_word(clause.text);
            else if (auto query = exact(clause); !query.empty())
                required_.push_back(std::move(query));
        }
        // A question made of stop words alone can still name a title.
        if (!wanted_.empty() || !required_.empty())
            return;
        for (const auto& clause : parsed_.clauses)
            for (auto& stem : title_stems_of(clause.text))
                wanted_.emplace_back(std::move(stem));
        if (!wanted_.empty() && unfinished_ == npos)
            built_.notes.emplace_back(
                "These words are in nearly every text, so only titles that have them are "
                "shown. Add a word of what it is about.");
    }

    void add_every_word()
    {
        std::string asked;
        for (std::size_t i = 0; i < parsed_.clauses.size(); ++i)
            if (const auto& clause = parsed_.clauses[i]; !clause.is_excluded && clause.field == Field::any)
                asked += clause.text + ' ';
        for (const auto& [word, other] : respelt_)
            asked += other + ' ';
        built_.every_word = every_stem_of(asked);
    }

    /// A phrase, a field or an exclusion: taken as written.
    XQuery exact(const Clause& clause)
    {
        if (clause.field == Field::topic || clause.field == Field::programme)
            return XQuery{facet_term(clause.field == Field::topic ? Facet::topic : Facet::programme,
                                     slug(clause.text))};
        const bool in_title = clause.field == Field::title;
        auto stems = in_title ? title_stems_of(clause.text) : stems_of(clause.text);
        if (!clause.is_excluded && !in_title)
            note_stems(stems);
        return phrase(stems);
    }

    void note_stems(const std::vector<std::string>& stems)
    {
        for (const auto& stem : stems)
            if (std::find(built_.stems.begin(), built_.stems.end(), stem) == built_.stems.end())
                built_.stems.push_back(stem);
        built_.own_stems = built_.stems.size();
    }

    void add_word(const std::string& word)
    {
        const auto in_title = title_stems_of(word);
        title_in_order_.insert(title_in_order_.end(), in_title.begin(), in_title.end());
        const auto stems = stems_of(word);
        if (stems.empty())
            return;
        note_stems(stems);
        const auto is_known = [&](const std::string& stem) {
            return database_.term_exists(stem);
        };
        // "DC-SRP" is two words side by side; each of them alone still helps.
        if (stems.size() > 1)
            wanted_.push_back(phrase(stems));
        for (const auto& stem : stems)
            wanted_.push_back(stems.size() > 1 ? scaled(XQuery{stem}, near_share) : XQuery{stem});
        for (const auto& stem : in_title)
            titles_.emplace_back(stem);
        if (std::none_of(stems.begin(), stems.end(), is_known))
            add_respelt(word);
    }

    void add_respelt(const std::string& word)
    {
        built_.unknown_words.push_back(word);
        // "on the beers" is known as a way of saying drink: nobody meant "years" by it.
        if (named_.contains(lower_ascii(word)))
            return;
        const auto other = spelling_.nearest(database_, lower_ascii(word));
        if (other.empty())
            return;
        respelt_.emplace_back(word, other);
        const auto stems = stems_of(other);
        if (stems.empty())
            return;
        note_stems(stems);
        wanted_.push_back(scaled(phrase(stems), respelt_share));
        for (auto& stem : title_stems_of(other))
            titles_.emplace_back(std::move(stem));
    }

    /// The last word may be the start of a longer one. The index holds stems, so "supervisi" must
    /// also try "supervis"; below three letters only titles are asked.
    void add_unfinished(const std::string& word)
    {
        const auto lowered = folded(word);
        if (word_count(lowered) == 0)
            return;
        if (lowered.size() < shortest_prefix) {
            wanted_.push_back(completions("ZS" + lowered));
            return;
        }
        const auto stems = stems_of(word);
        if (stems.size() > 1)
            return add_word(word);
        note_stems(stems);
        for (const auto& stem : stems) {
            wanted_.emplace_back(stem);
            titles_.emplace_back("ZS" + stem.substr(1));
        }
        auto start = "Z" + lowered;
        while (start.size() > shortest_prefix + 1 &&
               database_.allterms_begin(start) == database_.allterms_end(start))
            start.pop_back();
        built_.prefix = start;
        wanted_.push_back(scaled(completions(start), unfinished_share));
        titles_.push_back(scaled(completions("ZS" + start.substr(1)), unfinished_share));
    }

    /// Looks along the words for forms of the vocabulary, the longest first.
    void find_forms()
    {
        std::vector<std::string> words;
        for (const auto& clause : parsed_.clauses) {
            if (clause.is_excluded || clause.field != Field::any)
                continue;
            for (auto& word : split(clause.text, ' '))
                words.push_back(std::move(word));
        }
        for (std::size_t from = 0; from < words.size();) {
            std::size_t taken = 1;
            for (auto count = std::min(vocabulary_.longest_form(), words.size() - from); count > 0; --count) {
                const auto form = join({words.begin() + static_cast<std::ptrdiff_t>(from),
                                        words.begin() + static_cast<std::ptrdiff_t>(from + count)},
                                       " ");
                const auto expansions = vocabulary_.expand(form);
                if (expansions.empty())
                    continue;
                for (auto i = from; i < from + count; ++i)
                    named_.insert(lower_ascii(words[i]));
                forms_.emplace_back(form, expansions);
                taken = count;
                break;
            }
            from += taken;
        }
    }

    void add_expansions(const std::string& form, const std::vector<Expansion>& expansions)
    {
        if (auto meanings = vocabulary_.meanings(form); meanings.size() > 1)
            built_.choices.push_back({form, std::move(meanings)});
        const auto form_stems = stems_of(form);
        for (const auto& expansion : expansions) {
            auto stems = stems_of(expansion.text);
            if (stems.empty() || stems == form_stems)
                continue;
            // A name of five words is still one name: its words' weights would add up.
            const auto share = expansion.relation == Relation::same ? same_share : near_share;
            const auto title = title_stems_of(expansion.text);
            titles_.push_back(scaled(phrase(title), share / static_cast<double>(title.size())));
            // "no show" without its stop words is "show": a way of saying to be met, not a word to look for.
            if (stems.size() == 1 && title.size() > 1)
                continue;
            wanted_.push_back(scaled(phrase(stems), share / static_cast<double>(stems.size())));
            for (const auto& stem : stems)
                if (std::find(built_.stems.begin(), built_.stems.end(), stem) == built_.stems.end())
                    built_.stems.push_back(stem);
            built_.alternatives.push_back({form, form_stems, expansion, std::move(stems)});
        }
    }

    void combine()
    {
        built_.is_narrowed = !required_.empty() || !excluded_.empty();
        // Whoever types a title, or the start of one, means that article.
        if (title_in_order_.size() >= least_of_a_title)
            titles_.push_back(phrase(title_in_order_));
        if (!titles_.empty())
            wanted_.push_back(scaled(any_of(titles_), title_share));
        if (!built_.stems.empty()) {
            std::vector<XQuery> asked;
            for (const auto& stem : built_.stems)
                asked.emplace_back(asked_stem_of(stem));
            wanted_.push_back(scaled(any_of(asked), asked_share));
        }
        if (strictness_ == Strictness::preferred) {
            wanted_.insert(wanted_.end(), required_.begin(), required_.end());
            for (const auto& stem : built_.stems)
                wanted_.emplace_back(stem);
            required_.clear();
        }
        auto& words = built_.words;
        if (!required_.empty()) {
            words = XQuery{XQuery::OP_AND, required_.begin(), required_.end()};
            if (!wanted_.empty())
                words = XQuery{XQuery::OP_AND_MAYBE, words, any_of(wanted_)};
        } else if (!wanted_.empty()) {
            words = any_of(wanted_);
        }
        if (!words.empty() && !excluded_.empty())
            words = XQuery{XQuery::OP_AND_NOT, words, any_of(excluded_)};
    }

    void describe()
    {
        std::vector<std::string> parts;
        for (const auto& clause : parsed_.clauses) {
            if (is_plain(clause) && is_stop_word(lower_ascii(clause.text)))
                continue;
            auto part = clause.is_phrase ? fmt::format("\"{}\"", clause.text) : clause.text;
            if (clause.is_excluded)
                part = "without " + part;
            parts.push_back(std::move(part));
        }
        // One other name for each form; the meanings of an ambiguous one are offered as a choice.
        std::set<std::string> said;
        for (const auto& other : built_.alternatives)
            if (other.expansion.relation != Relation::ambiguous && said.insert(other.form).second)
                parts.push_back(other.expansion.text);
        built_.read_as = join(parts, ", ");
        if (respelt_.empty())
            return;
        std::vector<std::string> words;
        for (const auto& clause : parsed_.clauses) {
            auto text = clause.is_phrase ? fmt::format("\"{}\"", clause.text) : clause.text;
            for (const auto& [word, other] : respelt_)
                if (clause.text == word)
                    text = other;
            words.push_back(clause.is_excluded ? "-" + text : text);
        }
        built_.suggestion = join(words, " ");
    }

    const Vocabulary& vocabulary_;
    const Xapian::Database& database_;
    Spelling& spelling_;
    ParsedQuery parsed_;
    std::size_t unfinished_ = npos;
    Strictness strictness_ = Strictness::required;
    std::vector<XQuery> wanted_, titles_, required_, excluded_;
    std::vector<std::pair<std::string, std::vector<Expansion>>> forms_; ///< of the vocabulary, as typed
    std::set<std::string> named_;                                       ///< the words of forms_
    std::vector<std::string> title_in_order_;
    std::vector<std::pair<std::string, std::string>> respelt_;
    BuiltQuery built_;
};

} // namespace

BuiltQuery build_query(const Query& query, const Vocabulary& vocabulary, const Xapian::Database& database,
                       Spelling& spelling, Strictness strictness)
{
    return Builder{query, vocabulary, database, spelling, strictness}.run();
}

Xapian::Query with_filters(const Xapian::Query& words, const Filters& filters, std::optional<Facet> except)
{
    std::vector<XQuery> narrowing;
    for (const auto& [facet, values] : filters) {
        if (values.empty() || facet == except)
            continue;
        std::vector<std::string> terms;
        for (const auto& value : values)
            terms.push_back(facet_term(facet, value));
        if (open_means_any(facet))
            terms.push_back(facet_term(facet, any_value));
        narrowing.emplace_back(XQuery::OP_OR, terms.begin(), terms.end());
    }
    if (narrowing.empty())
        return words;
    const XQuery all{XQuery::OP_AND, narrowing.begin(), narrowing.end()};
    return words.empty() ? XQuery{XQuery::OP_SCALE_WEIGHT, all, 0.0} : XQuery{XQuery::OP_FILTER, words, all};
}

Xapian::IneB2Weight weighting()
{
    return Xapian::IneB2Weight{1.0};
}

} // namespace guidepost::search
