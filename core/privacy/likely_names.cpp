// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/likely_names.h"

#include "core/privacy/name_tokens.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace guidepost::privacy {
namespace {

constexpr std::size_t most_parts = 4; ///< of one name: "Mary Jane van Dyke"
constexpr std::size_t shortest_unknown = 3;

struct ClueWord {
    NameClue clue;
    std::string_view word;
};
constexpr std::array clue_words{
    ClueWord{NameClue::title, "title"},     ClueWord{NameClue::relation, "relation"},
    ClueWord{NameClue::naming, "naming"},   ClueWord{NameClue::given, "given"},
    ClueWord{NameClue::unknown, "unknown"}, ClueWord{NameClue::again, "again"},
};

/// After these a sentence that starts with a word that is also a name is about somebody: "Mark says".
constexpr std::array verbs_of_persons{"says",  "said",  "told",  "tells", "wants",  "wanted",
                                      "went",  "rang",  "asked", "asks",  "thinks", "denies",
                                      "lives", "keeps", "has",   "was",   "is",     "moved",
                                      "left",  "came",  "hit",   "knows", "hates",  "loves"};

/// Reads names off the tokens of one text.
class NameReader {
public:
    NameReader(std::string_view text, const RoleWords& roles, const KnownWords& known)
        : roles_{roles}, known_{known}, tokens_{name_tokens(text)}
    {}

    std::vector<LikelyName> read()
    {
        for (std::size_t at = 0; at < tokens_.size();)
            at = read_at(at);
        find_again();
        std::sort(names_.begin(), names_.end(),
                  [](const Found& one, const Found& other) { return one.first < other.first; });
        return with_letters();
    }

private:
    struct Found {
        NameClue clue = NameClue::unknown;
        std::size_t first = 0, last = 0; ///< tokens of the name, [first, last)
        std::size_t from = 0;            ///< first token that the role replaces
        std::string role = {};
    };

    const NameToken* token(std::size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }

    bool is_known_capital(const NameToken& word) const
    {
        return known_.is_proper(word.lower) || (word.is_shouted && known_.is_word(word.lower));
    }

    /// The entry of a word, or of its last part: "ex-partner" is a partner.
    const RoleWords::Entry* clue_of(const NameToken& word) const
    {
        const auto* entry = roles_.find(word.lower);
        const auto hyphen = word.lower.rfind('-');
        return entry || hyphen == std::string::npos
                   ? entry
                   : roles_.find(std::string_view{word.lower}.substr(hyphen + 1));
    }

    /// "Clare's Law"
    bool is_of_a_law(std::size_t at) const
    {
        return tokens_[at].is_possessive && at + 1 < tokens_.size() && tokens_[at + 1].lower == "law";
    }

    /// Written like a name: a capital and then small letters, and nothing that is known to be written so.
    bool looks_like_name(const NameToken& word) const
    {
        return word.is_capital && !word.is_shouted && !word.is_number && word.end - word.start >= 2 &&
               !is_known_capital(word);
    }

    bool is_unknown(const NameToken& word) const
    {
        return known_.has_dictionary() && word.lower.size() >= shortest_unknown && !word.is_number &&
               !is_known_capital(word) && !is_made_of_words(word.lower);
    }

    /// "self-harm", "didn't", "co-defendant": each part a word, or nearly none of one.
    bool is_made_of_words(std::string_view word) const
    {
        if (known_.is_word(word) || word.find('\'') != std::string_view::npos)
            return known_.is_word(word) || is_short_form(word);
        if (word.find('-') == std::string_view::npos)
            return (word.ends_with('s') && known_.is_word(word.substr(0, word.size() - 1))) ||
                   word.find_first_of("0123456789") != std::string_view::npos;
        const auto parts = split(word, '-');
        return std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
            return part.size() <= 2 || known_.is_word(part) || known_.is_proper(part);
        });
    }

    static bool is_short_form(std::string_view word)
    {
        for (const auto* ending : {"n't", "'ll", "'ve", "'re", "'d", "'m", "s'"})
            if (word.ends_with(ending))
                return true;
        return false;
    }

    bool is_initial(const NameToken& word) const { return word.is_capital && word.end - word.start == 1; }

    /// Where the name that starts at `at` ends: further capital words, initials between them.
    std::size_t end_of_name(std::size_t at) const
    {
        auto end = at + 1;
        for (auto next = end; next < tokens_.size() && next < at + most_parts; ++next) {
            const auto& word = tokens_[next];
            if (word.gap != ' ' || word.starts_sentence)
                break;
            const bool is_particle = word.lower == "van" || word.lower == "de" || word.lower == "der" ||
                                     word.lower == "bin" || word.lower == "al" || word.lower == "el";
            if (looks_like_name(word))
                end = next + 1;
            else if (!is_particle && !is_initial(word))
                break;
        }
        return end;
    }

    /// After a relation or "called": the next word, which may stand behind a comma. "his ex, Dean".
    std::optional<std::size_t> named_after(std::size_t at, bool may_be_small) const
    {
        const auto* next = token(at + 1);
        if (!next || next->starts_sentence || (next->gap != ' ' && next->gap != ',') || next->is_number)
            return std::nullopt;
        if (const auto* entry = clue_of(*next); entry && entry->clue != NameClue::given)
            return std::nullopt; // "his girlfriend's mum Sarah" is about the mum
        if (next->gap == ',')
            return looks_like_name(*next) && is_unknown_or_given(*next) ? std::optional{at + 1}
                                                                        : std::nullopt;
        if (looks_like_name(*next))
            return at + 1;
        if (next->is_shouted && next->lower.size() >= 4 && is_unknown(*next))
            return at + 1;
        if (may_be_small && !next->is_capital && is_unknown(*next))
            return at + 1;
        return std::nullopt;
    }

    bool is_unknown_or_given(const NameToken& word) const
    {
        const auto* entry = roles_.find(word.lower);
        return is_unknown(word) || (entry && entry->clue == NameClue::given);
    }

    std::size_t read_at(std::size_t at)
    {
        const auto& word = tokens_[at];
        const auto* entry = clue_of(word);
        if (entry && entry->clue == NameClue::title)
            if (const auto end = read_title(at, *entry))
                return end;
        if (entry && (entry->clue == NameClue::relation || entry->clue == NameClue::naming) &&
            is_clue_here(at))
            if (const auto first = named_after(at, entry->clue == NameClue::relation)) {
                // "his girlfriend called Sarah": her relation says more than "called".
                const auto from = at > 0 && entry->clue == NameClue::naming ? relation_before(at) : at;
                const auto* relation = clue_of(tokens_[from]);
                return put({entry->clue, *first, end_of_name(*first),
                            entry->clue == NameClue::naming && from == at ? *first : from,
                            relation ? relation->role : entry->role});
            }
        if (!looks_like_name(word) || is_of_a_law(at) || (entry && entry->clue != NameClue::given))
            return at + 1;
        if (entry && entry->clue == NameClue::given && (!word.starts_sentence || is_subject(at)))
            return put({NameClue::given, at, end_of_name(at), at, entry->role});
        if (is_unknown(word))
            return put({NameClue::unknown, at, end_of_name(at), at, "person"});
        return at + 1;
    }

    /// "PO" and the like are clues; "Officer Training" at the start of a heading is none. A relation counts
    /// in small letters, or as the first word.
    bool is_clue_here(std::size_t at) const
    {
        const auto& word = tokens_[at];
        return !word.is_capital || word.starts_sentence || word.is_shouted;
    }

    std::size_t relation_before(std::size_t at) const
    {
        for (std::size_t back = 1; back <= 2 && back <= at; ++back)
            if (const auto* entry = clue_of(tokens_[at - back]);
                entry && entry->clue == NameClue::relation && tokens_[at - back + 1].gap != '.')
                return at - back;
        return at;
    }

    /// "Mr Smith", "mr smith", "Dr A. Khan", "PC 1234 Jones" not. "his mrs is" is no title.
    std::size_t read_title(std::size_t at, const RoleWords::Entry& entry)
    {
        auto first = at + 1;
        while (token(first) && is_initial(*token(first)) && token(first)->gap == ' ' && first < at + 3)
            ++first;
        const auto* next = token(first);
        if (!next || next->gap != ' ' || next->starts_sentence || next->is_number)
            return 0;
        const bool is_written_large = tokens_[at].is_capital;
        const bool is_name = looks_like_name(*next) ||
                             (next->is_shouted && next->lower.size() >= 3 && is_unknown(*next)) ||
                             (!next->is_capital && is_unknown(*next)) ||
                             (tokens_[at].lower == "mr" && !next->is_capital && !next->is_shouted);
        if (!is_name || (next->is_shouted && !is_written_large))
            return 0;
        return put({NameClue::title, at, end_of_name(first), at, entry.role});
    }

    bool is_subject(std::size_t at) const
    {
        const auto* next = token(at + 1);
        return next && next->gap == ' ' &&
               std::find(verbs_of_persons.begin(), verbs_of_persons.end(), next->lower) !=
                   verbs_of_persons.end();
    }

    std::size_t put(Found found)
    {
        const auto last = found.last;
        names_.push_back(std::move(found));
        return last;
    }

    static bool is_strong(NameClue clue)
    {
        return clue == NameClue::title || clue == NameClue::relation || clue == NameClue::naming;
    }

    /// A name that a title or relation gave away counts wherever it stands with a capital.
    void find_again()
    {
        std::set<std::string_view> said;
        std::vector<bool> is_taken(tokens_.size());
        for (const auto& name : names_)
            for (auto at = name.from; at < name.last; ++at) {
                is_taken[at] = true;
                if (at >= name.first && is_strong(name.clue) && tokens_[at].lower.size() >= 3 &&
                    !roles_.find(tokens_[at].lower))
                    said.insert(tokens_[at].lower);
            }
        for (std::size_t at = 0; at < tokens_.size(); ++at)
            if (!is_taken[at] && tokens_[at].is_capital && said.contains(tokens_[at].lower) &&
                !(tokens_[at].starts_sentence && known_.is_word(tokens_[at].lower) && !is_subject(at)))
                names_.push_back({NameClue::again, at, at + 1, at, "person"});
    }

    /// The words of a name that make it the same name elsewhere: not "Mr", not "nurse".
    std::vector<std::string_view> words_of_name(const Found& found) const
    {
        std::vector<std::string_view> words;
        for (auto at = found.first; at < found.last; ++at)
            if (const auto* entry = clue_of(tokens_[at]); !entry || entry->clue == NameClue::given)
                words.push_back(tokens_[at].lower);
        return words;
    }

    /// The same name gets the same role with the same letter, letters go by the order of the text, and the
    /// clue that says most names the role: "his girlfriend Sarah" makes every Sarah a partner.
    std::vector<LikelyName> with_letters() const
    {
        std::map<std::string_view, std::string_view> role_of; // by a word of the name
        for (const auto& found : names_)
            if (is_strong(found.clue))
                for (const auto word : words_of_name(found))
                    role_of.emplace(word, found.role);
        std::map<std::string_view, std::string> label_of; // likewise
        std::map<std::string_view, int> count;            // by role
        std::vector<LikelyName> result;
        for (const auto& found : names_) {
            const auto words = words_of_name(found);
            std::string label;
            std::string_view role = found.role;
            for (const auto word : words) {
                if (const auto known = label_of.find(word); known != label_of.end() && label.empty())
                    label = known->second;
                if (const auto known = role_of.find(word); known != role_of.end() && !is_strong(found.clue))
                    role = known->second;
            }
            if (label.empty()) {
                const auto number = count[role]++;
                label = fmt::format("{} {}", role,
                                    number < 26 ? std::string(1, static_cast<char>('A' + number))
                                                : std::to_string(number + 1));
            }
            for (const auto word : words)
                label_of.emplace(word, label);
            result.push_back({found.clue, tokens_[found.first].start, tokens_[found.last - 1].end,
                              tokens_[found.from].start, std::move(label)});
        }
        return result;
    }

    const RoleWords& roles_;
    const KnownWords& known_;
    std::vector<NameToken> tokens_;
    std::vector<Found> names_;
};

} // namespace

std::string_view word_of(NameClue clue)
{
    return std::find_if(clue_words.begin(), clue_words.end(),
                        [&](const ClueWord& entry) { return entry.clue == clue; })
        ->word;
}

RoleWords::RoleWords(std::string_view tsv)
{
    for (const auto& [number, line] : data_lines(tsv)) {
        const auto columns = split(line, '\t');
        if (columns.size() != 3)
            fail_at(number, "a kind, a word and a role are expected, with tabs between them");
        const auto clue = std::find_if(clue_words.begin(), clue_words.begin() + 4,
                                       [&](const ClueWord& entry) { return entry.word == columns[0]; });
        if (clue == clue_words.begin() + 4)
            fail_at(number, "the kind is title, relation, naming or given");
        // A word may be a title and a relation ("doctor"): the first line that names it counts.
        entries_.emplace(columns[1], Entry{clue->clue, columns[2]});
        if (std::find(roles_.begin(), roles_.end(), columns[2]) == roles_.end())
            roles_.push_back(columns[2]);
    }
}

const RoleWords::Entry* RoleWords::find(std::string_view word) const
{
    const auto at = entries_.find(word);
    return at == entries_.end() ? nullptr : &at->second;
}

std::vector<LikelyName> find_likely_names(std::string_view text, const RoleWords& roles,
                                          const KnownWords& known)
{
    return NameReader{text, roles, known}.read();
}

std::string role_in_place_of(const Finding& finding)
{
    return fmt::format("[{}]", name_of(finding.what));
}

std::string redacted(std::string_view text, const std::vector<Finding>& identifiers,
                     const std::vector<LikelyName>& names)
{
    struct Change {
        std::size_t start = 0, end = 0;
        std::string words = {};
    };
    std::vector<Change> changes;
    for (const auto& finding : identifiers)
        changes.push_back({finding.start, finding.end, role_in_place_of(finding)});
    for (const auto& name : names)
        changes.push_back({std::min(name.from, name.start), name.end, name.role});
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& one, const Change& other) { return one.start < other.start; });
    std::string result;
    std::size_t done = 0;
    for (const auto& change : changes) {
        if (change.start < done || change.end > text.size() || change.start >= change.end)
            continue;
        result += text.substr(done, change.start - done);
        result += change.words;
        done = change.end;
    }
    result += text.substr(done);
    return result;
}

} // namespace guidepost::privacy
