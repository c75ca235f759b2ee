// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/terms.h"

#include "core/text/characters.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <unordered_map>

namespace guidepost::search {
namespace {

constexpr char unit_separator = '\x1f';

// As measured with on the judged collections, and the short forms of speech with and without their
// apostrophe: "hes" is rare in what authors write, so it would outweigh what the question is about.
// Words with a meaning of their own in this field stay out of the list although they are common
// elsewhere: alone, against, home, self, work.
constexpr auto stop_words = std::to_array<std::string_view>(
    {"a",      "about",   "above",   "after",  "again",    "all",     "also",      "am",       "an",
     "and",    "any",     "are",     "aren't", "arent",    "as",      "at",        "be",       "because",
     "been",   "before",  "being",   "below",  "between",  "both",    "but",       "by",       "can",
     "can't",  "cannot",  "cant",    "could",  "couldn't", "couldnt", "did",       "didn't",   "didnt",
     "do",     "does",    "doesn't", "doesnt", "doing",    "don't",   "dont",      "down",     "during",
     "each",   "few",     "for",     "from",   "further",  "gonna",   "had",       "hadn't",   "hadnt",
     "has",    "hasn't",  "hasnt",   "have",   "haven't",  "havent",  "having",    "he",       "he'd",
     "he'll",  "he's",    "her",     "here",   "here's",   "hers",    "hes",       "him",      "his",
     "how",    "how's",   "hows",    "i",      "i'd",      "i'll",    "i'm",       "i've",     "if",
     "im",     "in",      "into",    "is",     "isn't",    "isnt",    "it",        "it's",     "its",
     "itself", "ive",     "just",    "let's",  "lets",     "me",      "more",      "most",     "mustn't",
     "mustnt", "my",      "no",      "nor",    "not",      "now",     "of",        "off",      "on",
     "once",   "only",    "or",      "other",  "our",      "out",     "over",      "own",      "same",
     "she",    "she'd",   "she'll",  "she's",  "shes",     "should",  "shouldn't", "shouldnt", "so",
     "some",   "such",    "than",    "that",   "that's",   "thats",   "the",       "their",    "them",
     "then",   "there",   "there's", "theres", "these",    "they",    "they'll",   "they're",  "they've",
     "theyre", "theyve",  "this",    "those",  "through",  "to",      "too",       "under",    "until",
     "up",     "us",      "very",    "was",    "wasn't",   "wasnt",   "we",        "we'll",    "we're",
     "we've",  "were",    "weren't", "werent", "weve",     "what",    "what's",    "whats",    "when",
     "where",  "where's", "wheres",  "which",  "while",    "who",     "who's",     "whom",     "whos",
     "why",    "will",    "with",    "won't",  "wont",     "would",   "wouldn't",  "wouldnt",  "you",
     "you'll", "you're",  "you've",  "youll",  "your",     "youre",   "yours",     "youve"});
static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));

class StopWords final : public Xapian::Stopper {
public:
    bool operator()(const std::string& term) const override { return is_stop_word(term); }
};

/// "Si\u00E2n" and "Sian" are one word to who types, however the accent is written.
class FoldingStemmer final : public Xapian::StemImplementation {
public:
    std::string operator()(const std::string& word) override
    {
        const bool is_plain = std::all_of(word.begin(), word.end(),
                                          [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        return stemmer_(is_plain ? word : folded(word));
    }
    std::string get_description() const override { return "folding " + stemmer_.get_description(); }

private:
    Xapian::Stem stemmer_{"en"};
};

class RememberingStemmer final : public Xapian::StemImplementation {
public:
    std::string operator()(const std::string& word) override
    {
        constexpr std::size_t most_kept = 20'000;
        if (known_.size() >= most_kept)
            known_.clear();
        const auto [entry, is_new] = known_.try_emplace(word);
        if (is_new)
            entry->second = stemmer_(word);
        return entry->second;
    }
    std::string get_description() const override { return "remembering " + stemmer_.get_description(); }

private:
    Xapian::Stem stemmer_ = stemmer();
    std::unordered_map<std::string, std::string> known_;
};

struct FacetLetter {
    Facet facet;
    char letter;
};
constexpr std::array facet_letters{
    FacetLetter{Facet::programme, 'P'}, FacetLetter{Facet::offence, 'O'},  FacetLetter{Facet::rosh, 'R'},
    FacetLetter{Facet::topic, 'T'},     FacetLetter{Facet::audience, 'A'}, FacetLetter{Facet::kind, 'K'},
    FacetLetter{Facet::setting, 'G'},   FacetLetter{Facet::source, 'M'},   FacetLetter{Facet::state, 'E'}};

char letter_of(Facet facet)
{
    return std::find_if(facet_letters.begin(), facet_letters.end(),
                        [&](const FacetLetter& f) { return f.facet == facet; })
        ->letter;
}

std::vector<std::string> stems_in_order(std::string_view text, const Xapian::Stopper* stop,
                                        const char* prefix)
{
    auto generator = term_generator();
    generator.set_stopper(stop);
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(parts_apart(text), 1, prefix);
    std::map<Xapian::termpos, std::string> by_position;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
        for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
            by_position.emplace(*at, *term);
    std::vector<std::string> stems;
    for (auto& [position, stem] : by_position)
        stems.push_back(std::move(stem));
    return stems;
}

} // namespace

std::string facet_prefix(Facet facet)
{
    return {'X', letter_of(facet)};
}

std::string facet_term(Facet facet, std::string_view value)
{
    constexpr std::size_t most_bytes = 200; // Xapian takes terms of 245
    return facet_prefix(facet) + lower_ascii(value.substr(0, most_bytes));
}

bool open_means_any(Facet facet)
{
    return facet == Facet::offence || facet == Facet::rosh || facet == Facet::setting ||
           facet == Facet::audience;
}

std::string join_facets(const FacetValues& values)
{
    std::string joined;
    for (const auto& [facet, value] : values) {
        joined += letter_of(facet);
        joined += value;
        joined += unit_separator;
    }
    return joined;
}

FacetValues split_facets(std::string_view joined)
{
    FacetValues values;
    for (const auto& part : split(joined, unit_separator)) {
        const auto known = std::find_if(facet_letters.begin(), facet_letters.end(),
                                        [&](const FacetLetter& f) { return f.letter == part.front(); });
        if (known != facet_letters.end())
            values.emplace_back(known->facet, part.substr(1));
    }
    return values;
}

const Xapian::Stopper& stopper()
{
    static const StopWords words;
    return words;
}

bool is_stop_word(std::string_view word)
{
    return std::binary_search(stop_words.begin(), stop_words.end(), word);
}

Xapian::Stem stemmer()
{
    return Xapian::Stem{std::make_unique<FoldingStemmer>().release()};
}

Xapian::Stem remembering_stemmer()
{
    return Xapian::Stem{std::make_unique<RememberingStemmer>().release()};
}

Xapian::TermGenerator term_generator()
{
    Xapian::TermGenerator generator;
    generator.set_stemmer(stemmer());
    generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL_Z);
    generator.set_stopper(&stopper());
    generator.set_stopper_strategy(Xapian::TermGenerator::STOP_ALL);
    return generator;
}

std::vector<std::string> stems_of(std::string_view text)
{
    return stems_in_order(text, &stopper(), "");
}

std::vector<std::string> title_stems_of(std::string_view text)
{
    return stems_in_order(text, nullptr, title_prefix);
}

std::string parts_apart(std::string_view text)
{
    std::string apart{text};
    std::replace(apart.begin(), apart.end(), '_', ' ');
    return apart;
}

std::string without_apostrophes(std::string_view text)
{
    constexpr std::string_view curly = "\u2019";
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, curly.size()) == curly)
            i += curly.size() - 1;
        else if (text[i] != '\'')
            plain += text[i];
    }
    return plain;
}

std::string title_to_compare(std::string_view title)
{
    auto words = split(lower_ascii(title), ' ');
    std::erase_if(words, [](std::string& word) {
        word = trimmed(word);
        return word.empty();
    });
    return join(words, " ");
}

std::vector<std::string> every_stem_of(std::string_view text)
{
    auto stems = stems_in_order(without_apostrophes(text), nullptr, "");
    for (auto& stem : stems)
        stem.erase(0, 1);
    return stems;
}

std::string asked_stem_of(std::string_view stem)
{
    return fmt::format("Z{}{}", asked_prefix, stem.substr(1));
}

} // namespace guidepost::search
