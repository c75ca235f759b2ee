// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/rules/offers.h"

#include "core/programme/packs/yaml_file.h"
#include "core/programme/rules/measures.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::programme {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

const YamlNode nothing{YamlNode::Kind::map};

const YamlNode& map_of(const YamlFile& file, const YamlNode& map, std::string_view key)
{
    const auto* found = map.find(key);
    if (!found || found->is_empty())
        return nothing;
    if (found->kind != YamlNode::Kind::map)
        file.fail(*found, key, "takes keys and values");
    return *found;
}

std::string id_of(const YamlFile& file, const YamlNode& map)
{
    auto id = file.required_text(map, "id");
    if (!is_slug(id))
        file.fail(*map.find("id"), "id", "takes a-z, 0-9 and single hyphens");
    return id;
}

Words words_of(const YamlFile& file, const YamlNode& map, std::string_view key, const Words& allowed)
{
    auto words = file.texts(map, key);
    for (const auto& word : words)
        if (std::find(allowed.begin(), allowed.end(), word) == allowed.end())
            file.fail(*map.find(key), key, "takes " + join(allowed, ", "));
    return words;
}

Rule::Otherwise otherwise_of(std::string_view word)
{
    return word == "ask"             ? Rule::Otherwise::ask
           : word == "while-waiting" ? Rule::Otherwise::while_waiting
                                     : Rule::Otherwise::not_eligible;
}

Rule read_rule(const YamlFile& file, const YamlNode& map)
{
    Rule rule;
    rule.measure = file.required_text(map, "measure");
    rule.at_least = file.text(map, "at_least");
    rule.at_most = file.text(map, "at_most");
    rule.is = file.text(map, "is");
    rule.when = file.word(map, "when", {"licence", "order", "community-order", "known"});
    rule.any_of = file.text(map, "any_of");
    rule.question = file.text(map, "question");
    rule.source = file.text(map, "source");
    rule.otherwise = otherwise_of(file.word(map, "otherwise", {"not-eligible", "ask", "while-waiting"}));
    if (rule.when == "known" && (rule.measure == "asked" || rule.measure == "offence"))
        file.fail(*map.find("when"), "when", "takes known only where the measure has a value");
    if (rule.measure == "asked") {
        if (rule.question.empty())
            file.fail(map, "question", "is required with measure: asked");
        return rule;
    }
    if (!is_measure(rule.measure))
        file.fail(*map.find("measure"), "measure", "is none that a case has");
    if (rule.at_least.empty() && rule.at_most.empty() && rule.is.empty())
        file.fail(map, "measure", "needs at_least, at_most or is");
    for (const char* key : {"at_least", "at_most", "is"}) {
        const auto text = file.text(map, key);
        const bool is_fit = rule.measure == "offence" ? std::string_view{key} == "is" && is_slug(text)
                                                      : threshold(rule.measure, text).has_value();
        if (!text.empty() && !is_fit)
            file.fail(*map.find(key), key, "takes no such value for this measure");
    }
    return rule;
}

std::vector<Rule> read_rules(const YamlFile& file, const YamlNode& map)
{
    std::vector<Rule> rules;
    for (const auto& rule : file.maps(map, "rules"))
        rules.push_back(read_rule(file, rule));
    return rules;
}

/// "any" is no condition.
Words without_any(Words words)
{
    std::erase(words, "any");
    return words;
}

const Words& settings()
{
    static const Words words{"community", "custody"};
    return words;
}

const Words& sexes()
{
    static const Words words{"any", "male", "female"};
    return words;
}

Offer read_intervention(const YamlFile& file, const YamlNode& map)
{
    Offer offer;
    offer.id = id_of(file, map);
    offer.name = file.required_text(map, "name");
    offer.type = file.word(map, "type", {"programme", "structured-intervention"});
    offer.status = file.word(map, "status", {"open", "closing", "closed", "custody-only"});
    offer.settings = words_of(file, map, "setting", settings());
    offer.is_for_waiting = file.word(map, "beside_programme", {"while-waiting"}) == "while-waiting";
    offer.sexes = without_any(words_of(file, map, "sex", sexes()));
    const auto& offence = map_of(file, map, "offence");
    offer.offence_include = file.texts(offence, "include");
    offer.offence_exclude = file.texts(offence, "exclude");
    offer.offence_ask = file.texts(offence, "ask");
    offer.rules = read_rules(file, map);
    offer.note = file.text(map, "note");
    offer.guidance = file.texts(map, "guidance");
    offer.source = file.required_text(map, "source");
    offer.as_of = file.text(map, "as_of");
    return offer;
}

Offer read_toolkit(const YamlFile& file)
{
    const auto& map = file.top();
    Offer offer;
    offer.id = id_of(file, map);
    offer.name = file.required_text(map, "name");
    offer.type = "toolkit";
    offer.status = file.word(map, "status", {"open", "closing", "closed", "custody-only"});
    offer.summary = file.text(map, "summary");
    offer.is_for_waiting = file.word(map, "beside_programme", {"while-waiting"}) == "while-waiting";
    const auto& whom = map_of(file, map, "for");
    offer.sexes = without_any(words_of(file, whom, "sex", sexes()));
    offer.age_from = file.whole(whom, "age_from", 10, 110);
    offer.age_to = file.whole(whom, "age_to", 10, 110);
    offer.age_to_if_immature = file.whole(whom, "age_to_if_immature", 10, 110);
    offer.offence_include = file.texts(whom, "offence_include");
    offer.offence_exclude = file.texts(whom, "offence_exclude");
    offer.note = file.text(whom, "note");
    offer.settings = words_of(file, map, "settings", settings());
    offer.limits = file.texts(map, "limits");
    offer.rules = read_rules(file, map);
    const auto& users = map_of(file, map, "who_may_use");
    offer.who_may_use = file.text(users, "note");
    for (const auto& stage : file.maps(users, "stages"))
        offer.stages.push_back({file.whole(stage, "stage", 1, 20).value_or(0), file.text(stage, "staff")});
    offer.guidance = file.texts(map, "guidance");
    offer.source = file.required_text(map, "source");
    offer.as_of = file.text(map, "as_of");
    return offer;
}

} // namespace

std::vector<Offer> read_offers(const fs::path& module_folder)
{
    std::vector<Offer> offers;
    const auto list = module_folder / "interventions.yaml";
    if (fs::exists(list)) {
        const auto file = read_yaml_file(list);
        if (!file.top().find("interventions"))
            file.fail(file.top(), "interventions", "is required");
        for (const auto& item : file.maps(file.top(), "interventions"))
            offers.push_back(read_intervention(file, item));
    }
    for (const auto& path : yaml_files_in(module_folder / "toolkits"))
        offers.push_back(read_toolkit(read_yaml_file(path)));
    return offers;
}

} // namespace guidepost::programme
