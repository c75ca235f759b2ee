// SPDX-License-Identifier: GPL-2.0-or-later
// A well-behaved module in C++ with every capability, for tests.
#include "plugins/api/guidepost_module.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>

namespace {

namespace module = guidepost::module;
using Json = nlohmann::ordered_json;

class Steps : public module::Module<Steps, module::Suitability, module::Plan, module::Routing, module::Form,
                                    module::Group> {
public:
    std::string assess(std::string_view text)
    {
        const auto profile = Json::parse(text);
        const bool is_known = profile.contains("vrp");
        Json answer{{"version", 1}, {"options", Json::array()}, {"blanks", Json::array()}};
        answer["options"].push_back(
            {{"option", "moderate"},
             {"name", "Steps, moderate"},
             {"verdict", is_known && profile["vrp"] >= 30 ? "suitable" : "not-eligible"},
             {"reasons", Json::array({{{"step", "VRP"}, {"text", is_known ? "VRP is known." : "No VRP."}}})},
             {"guidance", Json::array({"steps-guidance"})}});
        if (!is_known)
            answer["blanks"].push_back(
                {{"key", "vrp"}, {"text", "VRP not entered."}, {"could_change", true}});
        answer["best_case"] = is_known ? "" : "moderate";
        answer["details"] = {{"risk", {{"level", "medium"}}}};
        return answer.dump();
    }

    std::string plan(std::string_view text)
    {
        if (Json::parse(text).at("option") != "moderate")
            throw std::runtime_error{"Only the moderate option has sessions."};
        return sessions_; // read from the module's folder
    }

    std::string route(std::string_view)
    {
        return R"({"version":1,"specialisms":[{"specialism":"steps","why":"It is about Steps."}],
                   "floor":{"level":2,"band":4}})";
    }

    std::string fields()
    {
        return R"({"version":1,"fields":[{"key":"readiness","label":"Ready to start","kind":"yes-no"},
                   {"key":"weeks","label":"Weeks left","kind":"number","least":0,"most":200,"where":"both"}]})";
    }

    std::string compose(std::string_view text)
    {
        Json answer{{"version", 1}, {"findings", Json::array()}};
        const auto members = Json::parse(text).at("members");
        if (members.size() == 1)
            answer["findings"].push_back({{"severity", "stop"},
                                          {"step", "Size"},
                                          {"text", "One person is no group."},
                                          {"members", Json::array({members[0].at("member")})}});
        return answer.dump();
    }

    Steps()
    {
        std::ifstream file{"sessions.json"};
        std::getline(file, sessions_, '\0');
        if (sessions_.empty())
            throw std::runtime_error{"sessions.json cannot be read."};
    }

private:
    std::string sessions_;
};

} // namespace

GUIDEPOST_MODULE(Steps, "steps", "2.1.0")
