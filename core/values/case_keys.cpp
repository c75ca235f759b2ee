// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/case_keys.h"

#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace guidepost {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t longest_slug = 40;
constexpr std::size_t longest_answer = 60, longest_name = 120, most_answers = 100; ///< of modules

std::vector<CaseKey> make_keys()
{
    const Words levels{"low", "medium", "high", "very-high"};
    const Words bands{"low", "medium", "high", "very-high", "not-applicable"};
    const Words sara{"low", "medium", "high"};
    const Words scores{"0", "1", "2"};
    const Words answers{"yes", "no"};

    std::vector<CaseKey> keys{
        {"reference", &CaseProfile::reference},
        {"setting", &CaseProfile::setting, {"community", "custody", "remand"}},
        {"sex", &CaseProfile::sex, {"male", "female"}},
        {"age", &CaseProfile::age, {}, 10, 110},
        {"region",
         &CaseProfile::region,
         {"East Midlands", "East of England", "Greater Manchester", "Kent, Surrey and Sussex", "London",
          "North East", "North West", "South Central", "South West", "Wales", "West Midlands",
          "Yorkshire and the Humber"}},
        {"offence",
         &CaseProfile::offence,
         {"sexual", "online", "domestic-abuse", "stalking", "violence", "general", "terrorism"}},
        {"rosh.public", &CaseProfile::rosh, levels},
        {"rosh.children", &CaseProfile::rosh, levels},
        {"rosh.known_adult", &CaseProfile::rosh, levels},
        {"rosh.staff", &CaseProfile::rosh, levels},
        {"predictor", &CaseProfile::predictor, {"ogrs4", "ogrs3"}},
        {"arp", &CaseProfile::arp, {}, 0, 100},
        {"vrp", &CaseProfile::vrp, {}, 0, 100},
        {"dc_srp", &CaseProfile::dc_srp, bands},
        {"iic_srp", &CaseProfile::iic_srp, bands},
        {"csrp", &CaseProfile::csrp, {}, 0, 100},
        {"sara.partner", &CaseProfile::sara, sara},
        {"sara.others", &CaseProfile::sara, sara},
    };
    for (const char* item : {"1.30", "6.11"})
        keys.push_back({fmt::format("oasys.{}", item), &CaseProfile::oasys, answers});
    for (const char* item : {"11.11", "11.12", "6.12", "12.1", "12.9", "6.1", "6.6", "7.3", "11.3", "11.2",
                             "11.4", "11.6", "10.1"})
        keys.push_back({fmt::format("oasys.{}", item), &CaseProfile::oasys, scores});
    keys.insert(keys.end(),
                {{"need_score", &CaseProfile::need_score, {}, 0, 14},
                 {"innocence", &CaseProfile::innocence, {"accepts", "minimises", "maintains", "appeal"}},
                 {"learning.subtotal", &CaseProfile::learning_subtotal, {}, 0, 30},
                 {"sentence.type",
                  &CaseProfile::sentence_type,
                  {"licence", "life-licence", "ipp-licence", "post-sentence-supervision", "community-order",
                   "suspended-sentence-order", "custodial-sentence"}},
                 {"sentence.months_left", &CaseProfile::months_left, {}, 0, 600},
                 {"flags",
                  &CaseProfile::flags,
                  {"mappa-1", "mappa-2", "mappa-3", "registered", "shpo", "sexual-risk-order",
                   "stalking-protection-order", "restraining-order", "non-molestation-order",
                   "child-protection-plan", "victim-contact", "approved-premises", "recalled", "opd"}}});
    return keys;
}

std::string list_of(const Words& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return text;
}

std::string takes(const CaseKey& key)
{
    if (key.words.empty() && key.most > 0)
        return fmt::format("takes a {}number from {} to {}",
                           std::holds_alternative<std::optional<int> CaseProfile::*>(key.place) ? "whole "
                                                                                                : "",
                           key.least, key.most);
    if (key.words.empty())
        return fmt::format("takes a-z, 0-9 and hyphens, at most {} of them", longest_slug);
    // A comma within a word (a region's name) would make the list unreadable.
    const bool has_comma = std::any_of(key.words.begin(), key.words.end(),
                                       [](const auto& word) { return word.find(',') != std::string::npos; });
    return has_comma ? "takes one of: " + join(key.words, "; ") : "takes " + list_of(key.words);
}

template <class Number>
bool read_number(const std::string& text, const CaseKey& key, std::optional<Number>& value)
{
    Number number{};
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    // Written so that "nan" is refused too.
    if (result.ec != std::errc{} || result.ptr != end ||
        !(static_cast<double>(number) >= key.least && static_cast<double>(number) <= key.most))
        return false;
    value = number;
    return true;
}

bool is_word(const CaseKey& key, const std::string& value)
{
    if (key.words.empty())
        return is_slug(value) && value.size() <= longest_slug;
    return std::find(key.words.begin(), key.words.end(), value) != key.words.end();
}

/// Programs that write YAML turn yes into true.
std::string spelled(const CaseKey& key, const std::string& value)
{
    if (key.words == Words{"yes", "no"} && (value == "true" || value == "false"))
        return value == "true" ? "yes" : "no";
    return value;
}

/// Puts checked values into a member; false when they do not fit.
struct Put {
    CaseProfile& profile;
    const CaseKey& key;
    const Words& values;

    bool operator()(std::string CaseProfile::*place) const
    {
        if (values.size() > 1 || (values.size() == 1 && !is_word(key, values[0])))
            return false;
        profile.*place = values.empty() ? "" : values[0];
        return true;
    }
    bool operator()(std::vector<std::string> CaseProfile::*place) const
    {
        Words taken;
        for (const auto& value : values) {
            if (!is_word(key, value))
                return false;
            if (std::find(taken.begin(), taken.end(), value) == taken.end())
                taken.push_back(value);
        }
        profile.*place = std::move(taken);
        return true;
    }
    bool operator()(std::map<std::string, std::string> CaseProfile::*place) const
    {
        if (values.size() > 1)
            return false;
        const auto member = std::string{key.member()};
        if (values.empty()) {
            (profile.*place).erase(member);
            return true;
        }
        const auto value = spelled(key, values[0]);
        if (!is_word(key, value))
            return false;
        (profile.*place)[member] = value;
        return true;
    }
    template <class Number>
    bool operator()(std::optional<Number> CaseProfile::*place) const
    {
        if (values.empty())
            (profile.*place).reset();
        return values.empty() || (values.size() == 1 && read_number(values[0], key, profile.*place));
    }
};

struct Get {
    const CaseProfile& profile;
    const CaseKey& key;

    Words operator()(std::string CaseProfile::*place) const
    {
        return (profile.*place).empty() ? Words{} : Words{profile.*place};
    }
    Words operator()(std::vector<std::string> CaseProfile::*place) const { return profile.*place; }
    Words operator()(std::map<std::string, std::string> CaseProfile::*place) const
    {
        const auto at = (profile.*place).find(std::string{key.member()});
        return at == (profile.*place).end() ? Words{} : Words{at->second};
    }
    template <class Number>
    Words operator()(std::optional<Number> CaseProfile::*place) const
    {
        return profile.*place ? Words{fmt::format("{}", *(profile.*place))} : Words{};
    }
};

bool is_plain_number(std::string_view text)
{
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number, std::chars_format::fixed);
    return result.ec == std::errc{} && result.ptr == end && number > -1e12 && number < 1e12;
}

} // namespace

std::string_view CaseKey::group() const
{
    const auto point = name.find('.');
    return point == std::string::npos ? std::string_view{} : std::string_view{name}.substr(0, point);
}

std::string_view CaseKey::member() const
{
    return std::string_view{name}.substr(name.find('.') + 1); // npos + 1 is 0
}

bool CaseKey::is_list() const
{
    return std::holds_alternative<std::vector<std::string> CaseProfile::*>(place);
}

const std::vector<CaseKey>& case_keys()
{
    static const auto keys = make_keys();
    return keys;
}

const CaseKey* find_case_key(std::string_view name)
{
    for (const auto& key : case_keys())
        if (key.name == name)
            return &key;
    return nullptr;
}

std::vector<const CaseKey*> case_keys_of(std::string_view group)
{
    std::vector<const CaseKey*> found;
    for (const auto& key : case_keys())
        if (!group.empty() && key.group() == group)
            found.push_back(&key);
    return found;
}

std::string put_case_value(CaseProfile& profile, const CaseKey& key, const std::vector<std::string>& values)
{
    Words present;
    for (const auto& value : values)
        if (!trimmed(value).empty())
            present.emplace_back(trimmed(value));
    return std::visit(Put{profile, key, present}, key.place) ? "" : takes(key);
}

std::vector<std::string> case_values(const CaseProfile& profile, const CaseKey& key)
{
    return std::visit(Get{profile, key}, key.place);
}

std::string put_module_answer(std::map<std::string, std::string>& answers, std::string_view name,
                              std::string_view value)
{
    const auto point = name.find('.');
    if (name.size() > longest_name || point == std::string_view::npos || !is_slug(name.substr(0, point)) ||
        !is_slug(name.substr(point + 1)))
        return "is named by its module and a point, as in building-blocks.found-before";
    auto answer = std::string{trimmed(value)};
    if (answer.empty()) {
        answers.erase(std::string{name});
        return {};
    }
    if (answer == "true" || answer == "false") // what programs that write YAML make of yes and no
        answer = answer == "true" ? "yes" : "no";
    if (answer.size() > longest_answer || (!is_slug(answer) && !is_plain_number(answer)))
        return "takes a word of a-z, 0-9 and hyphens, or a number";
    if (answers.size() >= most_answers && !answers.contains(std::string{name}))
        return "is one more than a case holds";
    answers[std::string{name}] = std::move(answer);
    return {};
}

const std::vector<std::string>& case_words(std::string_view key)
{
    static const Words none;
    if (const auto* found = find_case_key(key))
        return found->words;
    const auto group = case_keys_of(key);
    return group.empty() ? none : group.front()->words;
}

} // namespace guidepost
