// SPDX-License-Identifier: GPL-2.0-or-later
// The module as its host sees it: JSON in, JSON out.
#include "plugins/api/guidepost_module.hpp"
#include "plugins/building-choices/group.h"
#include "plugins/building-choices/routing.h"
#include "plugins/building-choices/suitability.h"

#include <stdexcept>

namespace guidepost::building_choices {
namespace {

Member member_from_json(const Json& json)
{
    if (!json.is_object() || !json.contains("member") || !json["member"].is_string() ||
        !json.contains("case"))
        throw std::runtime_error{"Each member has a name and a case."};
    Member member{json["member"].get<std::string>(), answers_from_json(json["case"]), {}};
    if (const auto names = json.find("not_with"); names != json.end()) {
        if (!names->is_array())
            throw std::runtime_error{"not_with takes a list of names."};
        for (const auto& name : *names) {
            if (!name.is_string())
                throw std::runtime_error{"not_with takes a list of names."};
            member.not_with.push_back(name.get<std::string>());
        }
    }
    return member;
}

Json choice(const char* value, const char* label)
{
    return {{"value", value}, {"label", label}};
}

class BuildingChoices : public module::Module<BuildingChoices, module::Suitability, module::Routing,
                                              module::Form, module::Group> {
public:
    std::string assess(std::string_view case_profile)
    {
        return assessment_json(answers_from_json(case_profile)).dump();
    }

    std::string route(std::string_view request)
    {
        const auto json = read_json(request);
        if (!json.is_object() || !json.contains("case"))
            throw std::runtime_error{"There is no case to look at."};
        return routing_json(answers_from_json(json["case"])).dump();
    }

    std::string fields()
    {
        return Json{{"version", 1},
                    {"fields",
                     {{{"key", "epf-eligible"},
                       {"label", "Found eligible for this programme before sentence or release"},
                       {"help", "By the effective proposal framework. That result stands over a later \"not "
                                "eligible\"."},
                       {"kind", "yes-no"},
                       {"where", "case"}},
                      {{"key", "referral-status"},
                       {"label", "Where the referral to this programme stands"},
                       {"kind", "choice"},
                       {"where", "consultation"},
                       {"choices",
                        {choice("not-referred", "Not referred"), choice("assessment", "Awaiting assessment"),
                         choice("allocation", "Awaiting allocation"), choice("scheduled", "Scheduled"),
                         choice("on-programme", "On programme"), choice("left", "Left the group"),
                         choice("complete", "Programme complete")}}}}}}
            .dump();
    }

    std::string compose(std::string_view request)
    {
        constexpr std::size_t most_members = 30;
        const auto json = read_json(request);
        if (!json.is_object() || !json.contains("members") || !json["members"].is_array() ||
            json["members"].size() > most_members)
            throw std::runtime_error{"A group is a list of at most 30 members."};
        std::vector<Member> members;
        for (const auto& member : json["members"])
            members.push_back(member_from_json(member));
        const auto composition = composition_of(members);
        Json answer{{"version", 1}, {"label", composition.label}, {"findings", Json::array()}};
        for (const auto& finding : composition.findings)
            answer["findings"].push_back({{"severity", word_of(finding.severity)},
                                          {"step", finding.step},
                                          {"text", finding.text},
                                          {"members", finding.members}});
        answer["without"] = Json::array();
        for (const auto& leaving : composition.without)
            answer["without"].push_back({{"member", leaving.member}, {"text", leaving.text}});
        return answer.dump();
    }
};

} // namespace
} // namespace guidepost::building_choices

GUIDEPOST_MODULE(guidepost::building_choices::BuildingChoices, "building-choices", "1.1.0")
