// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/vocabulary.h"

#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace guidepost::search {
namespace {

constexpr std::uintmax_t largest_vocabulary = 4 * 1024 * 1024;

/// More names than this for one form would drown what was asked.
constexpr std::size_t most_expansions = 12;

Relation parse_relation(std::string_view word, std::size_t line)
{
    if (word == "same")
        return Relation::same;
    if (word == "ambiguous")
        return Relation::ambiguous;
    if (word == "old-new")
        return Relation::old_new;
    throw Error{Errc::format,
                fmt::format("Line {} of the vocabulary has no kind (same, ambiguous or old-new).", line)};
}

std::string squeezed(std::string_view form, bool keep_case)
{
    std::string result;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const auto byte = static_cast<unsigned char>(form[i]);
        if (byte == 0xE2 && form.substr(i, 3) == "\u2019")
            i += 2; // a curly apostrophe goes like a straight one: didn't, didnt
        else if (byte >= 0x80 || std::isalnum(byte) != 0 || byte == '+')
            result += keep_case ? form[i] : static_cast<char>(std::tolower(byte));
        else if (byte != '\'' && !result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

} // namespace

std::string Vocabulary::key(std::string_view form)
{
    return squeezed(form, false);
}

Vocabulary::Vocabulary(std::vector<VocabularyPair> pairs) : pairs_{std::move(pairs)}
{
    for (const auto& pair : pairs_) {
        const auto from = form_key(pair.short_form, pair.only_as_written);
        const auto to = key(pair.expansion);
        if (!pair.only_as_written && !pair.is_everyday)
            written_.try_emplace(from, pair.short_form);
        if (!pair.is_everyday)
            written_.try_emplace(to, pair.expansion);
        if (key(pair.short_form) == to)
            continue;
        edges_.emplace(from, Edge{pair.expansion, pair.relation, true});
        if (!pair.is_everyday) // who types what the guidance says needs no slang for it
            edges_.emplace(to, Edge{pair.short_form, pair.relation, false});
        for (const auto& side : {from, to})
            longest_form_ = std::max(longest_form_,
                                     static_cast<std::size_t>(std::count(side.begin(), side.end(), ' ')) + 1);
    }
}

std::string Vocabulary::form_key(std::string_view form, bool as_written)
{
    return as_written ? "=" + squeezed(form, true) : key(form);
}

Vocabulary Vocabulary::read(const std::filesystem::path& file)
{
    const auto text = read_file(file, largest_vocabulary);
    std::vector<VocabularyPair> pairs;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        ++number;
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = std::string_view{text}.substr(at, end - at);
        at = end + 1;
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (line.empty() || line.front() == '#')
            continue;
        const auto fields = split(line, '\t');
        if (fields.size() != 3)
            throw Error{
                Errc::format,
                fmt::format("Line {} of the vocabulary does not have three fields parted by tabs.", number)};
        const bool only_as_written = fields[0].front() == '=';
        pairs.push_back({fields[0].substr(only_as_written ? 1 : 0), fields[1],
                         parse_relation(fields[2], number), only_as_written, number});
    }
    return Vocabulary{std::move(pairs)};
}

std::vector<Expansion> Vocabulary::expand(std::string_view form) const
{
    std::vector<Expansion> found;
    const auto start = key(form);
    const auto add = [&](const Edge& edge, Relation relation, bool is_newer) {
        const auto to = key(edge.to);
        const bool is_known = to == start || std::any_of(found.begin(), found.end(), [&](const Expansion& e) {
                                  return key(e.text) == to;
                              });
        if (!is_known && found.size() < most_expansions)
            found.push_back({edge.to, relation, is_newer});
    };
    for (const auto& from : {start, form_key(form, true)}) {
        const auto [first, last] = edges_.equal_range(from);
        for (auto edge = first; edge != last; ++edge)
            add(edge->second, edge->second.relation, edge->second.is_newer);
    }
    // One step more, but only between names of one thing.
    const auto direct = found;
    for (const auto& expansion : direct) {
        const auto [first, last] = edges_.equal_range(key(expansion.text));
        for (auto edge = first; edge != last; ++edge)
            if (edge->second.relation == Relation::same)
                add(edge->second, expansion.relation, expansion.is_newer);
    }
    return found;
}

std::string Vocabulary::written(std::string_view form) const
{
    const auto found = written_.find(key(form));
    return found == written_.end() ? std::string{} : found->second;
}

std::vector<std::string> Vocabulary::meanings(std::string_view form) const
{
    std::vector<std::string> found;
    for (const auto& from : {key(form), form_key(form, true)}) {
        const auto [first, last] = edges_.equal_range(from);
        for (auto edge = first; edge != last; ++edge)
            if (edge->second.relation == Relation::ambiguous && edge->second.is_newer)
                found.push_back(edge->second.to);
    }
    return found;
}

} // namespace guidepost::search
