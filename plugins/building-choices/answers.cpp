// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/answers.h"

#include "plugins/building-choices/case_json.h"

#include <stdexcept>

namespace guidepost::building_choices {
namespace {

template <class Value>
struct Word {
    std::string_view word;
    Value value;
};

constexpr std::array<Word<Level>, 3> level_words{
    {{"low", Level::low}, {"medium", Level::medium}, {"high", Level::high}}};
constexpr std::array<Word<Band>, 5> band_words{{{"low", Band::low},
                                                {"medium", Band::medium},
                                                {"high", Band::high},
                                                {"very-high", Band::very_high},
                                                {"not-applicable", Band::not_applicable}}};
constexpr std::array<Word<Setting>, 3> setting_words{
    {{"community", Setting::community}, {"custody", Setting::custody}, {"remand", Setting::remand}}};
constexpr std::array<Word<Sex>, 2> sex_words{{{"male", Sex::male}, {"female", Sex::female}}};
constexpr std::array<Word<Predictor>, 2> predictor_words{
    {{"ogrs4", Predictor::ogrs4}, {"ogrs3", Predictor::ogrs3}}};
constexpr std::array<Word<Innocence>, 4> innocence_words{{{"accepts", Innocence::accepts},
                                                          {"minimises", Innocence::minimises},
                                                          {"maintains", Innocence::maintains},
                                                          {"appeal", Innocence::appeal}}};

[[noreturn]] void fail(std::string_view key, std::string_view takes)
{
    throw std::runtime_error{std::string{key} + " takes " + std::string{takes} + "."};
}

const Json* member(const Json& map, const char* key)
{
    if (!map.is_object())
        return nullptr;
    const auto found = map.find(key);
    return found == map.end() || found->is_null() ? nullptr : &*found;
}

template <class Value, std::size_t count>
std::optional<Value> word(const Json& map, const char* key, const std::array<Word<Value>, count>& words)
{
    const auto* value = member(map, key);
    if (!value)
        return std::nullopt;
    std::string takes;
    for (const auto& known : words) {
        if (value->is_string() && value->get_ref<const std::string&>() == known.word)
            return known.value;
        takes += (takes.empty() ? "" : ", ") + std::string{known.word};
    }
    fail(key, takes);
}

std::optional<double> percent(const Json& map, const char* key)
{
    const auto* value = member(map, key);
    if (!value)
        return std::nullopt;
    if (!value->is_number() || !(value->get<double>() >= 0 && value->get<double>() <= 100))
        fail(key, "a number from 0 to 100");
    return value->get<double>();
}

std::optional<int> whole(const Json& map, const char* key, int most)
{
    const auto* value = member(map, key);
    if (!value)
        return std::nullopt;
    if (!value->is_number_integer() || value->get<std::int64_t>() < 0 || value->get<std::int64_t>() > most)
        fail(key, "a whole number from 0 to " + std::to_string(most));
    return value->get<int>();
}

std::optional<bool> yes_no(const Json& map, const char* key)
{
    const auto* value = member(map, key);
    if (!value)
        return std::nullopt;
    if (!value->is_boolean())
        fail(key, "true or false");
    return value->get<bool>();
}

const Json& part(const Json& map, const char* key)
{
    static const Json none = Json::object();
    const auto* value = member(map, key);
    if (value && !value->is_object())
        fail(key, "keys and values");
    return value ? *value : none;
}

} // namespace

std::string_view word_of(Level level)
{
    return level_words[static_cast<std::size_t>(level)].word;
}

std::string_view word_of(Band band)
{
    return band == Band::not_applicable ? "not applicable"
           : band == Band::very_high    ? "very high"
                                        : band_words[static_cast<std::size_t>(band)].word;
}

Answers answers_from_json(const Json& profile)
{
    if (!profile.is_object())
        throw std::runtime_error{"A case is keys and values."};
    Answers answers;
    answers.setting = word(profile, "setting", setting_words);
    answers.sex = word(profile, "sex", sex_words);
    answers.age = whole(profile, "age", 130);
    answers.predictor = word(profile, "predictor", predictor_words).value_or(Predictor::ogrs4);
    answers.arp = percent(profile, "arp");
    answers.vrp = percent(profile, "vrp");
    answers.csrp = percent(profile, "csrp");
    answers.dc_srp = word(profile, "dc_srp", band_words);
    answers.iic_srp = word(profile, "iic_srp", band_words);
    const auto& sara = part(profile, "sara");
    answers.sara_partner = word(sara, "partner", level_words);
    answers.sara_others = word(sara, "others", level_words);
    const auto& oasys = part(profile, "oasys");
    answers.ever_sexual_offence = yes_no(oasys, "1.30");
    answers.risk_of_sexual_harm = yes_no(oasys, "6.11");
    for (const auto& item : items)
        answers.score(item.item) = whole(oasys, std::string{item.number}.c_str(), 2);
    answers.innocence = word(profile, "innocence", innocence_words);
    answers.learning_subtotal = whole(part(profile, "learning"), "subtotal", 30);
    if (const auto* offences = member(profile, "offence"); offences && offences->is_array())
        for (const auto& offence : *offences)
            answers.has_sexual_offence = answers.has_sexual_offence || offence == "sexual";
    answers.was_eligible_before = yes_no(part(profile, "more"), "epf-eligible").value_or(false);
    return answers;
}

Answers answers_from_json(std::string_view case_profile)
{
    return answers_from_json(read_json(case_profile));
}

Json read_json(std::string_view text)
{
    auto json = Json::parse(text, nullptr, false);
    // What the parser says would repeat what stands there.
    if (json.is_discarded())
        throw std::runtime_error{"What came in is no JSON."};
    return json;
}

} // namespace guidepost::building_choices
