// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/request/attached_verdict.h"

#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guidepost::consultation {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_options = 100;

Json json_of(const AttachedVerdict& verdict)
{
    auto options = Json::array();
    for (const auto& option : verdict.options)
        options.push_back({{"option", option.option},
                           {"name", option.name},
                           {"verdict", option.verdict},
                           {"words", option.words},
                           {"reason", option.reason}});
    return {{"version", 1},
            {"module", verdict.module},
            {"name", verdict.name},
            {"module_version", verdict.version},
            {"on", format_date(verdict.on)},
            {"options", std::move(options)},
            {"best_case", verdict.best_case},
            {"worst_case", verdict.worst_case},
            {"blanks", verdict.blanks},
            {"problem", verdict.problem}};
}

/// "It fits." and "It fits" both end with one stop.
std::string sentence(std::string text)
{
    if (!text.empty() && text.back() != '.' && text.back() != '?' && text.back() != '!')
        text += '.';
    return text;
}

} // namespace

std::string verdict_json(AttachedVerdict verdict)
{
    if (verdict.options.size() > most_options)
        verdict.options.resize(most_options);
    try {
        auto text = json_of(verdict).dump();
        while (text.size() > longest_text && !verdict.options.empty()) {
            verdict.options.pop_back();
            text = json_of(verdict).dump();
        }
        return text;
    } catch (const Json::exception&) {
        throw Error{Errc::format, "What a module said is not UTF-8."};
    }
}

std::optional<AttachedVerdict> read_verdict(std::string_view text)
{
    try {
        const auto json = Json::parse(text);
        if (!json.is_object() || json.value("version", 0) != 1)
            return std::nullopt;
        AttachedVerdict verdict;
        verdict.module = json.at("module").get<std::string>();
        verdict.name = json.value("name", verdict.module);
        verdict.version = json.value("module_version", std::string{});
        verdict.on = parse_date(json.value("on", std::string{})).value_or(Date{});
        for (const auto& option : json.at("options")) {
            if (verdict.options.size() == most_options)
                break;
            verdict.options.push_back(
                {option.value("option", std::string{}), option.value("name", std::string{}),
                 option.value("verdict", std::string{}), option.value("words", std::string{}),
                 option.value("reason", std::string{})});
        }
        verdict.best_case = json.value("best_case", std::string{});
        verdict.worst_case = json.value("worst_case", std::string{});
        verdict.blanks = json.value("blanks", 0);
        verdict.problem = json.value("problem", std::string{});
        return verdict;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::vector<AttachedVerdict> verdicts_of(const Request& request)
{
    std::vector<AttachedVerdict> verdicts;
    for (const auto& text : request.verdicts)
        if (auto verdict = read_verdict(text))
            verdicts.push_back(std::move(*verdict));
    return verdicts;
}

std::string source_words(const AttachedVerdict& verdict)
{
    auto words = verdict.name;
    if (!verdict.version.empty())
        words += " " + verdict.version;
    return verdict.on.ok() ? fmt::format("{}, {}", words, format_date_long(verdict.on)) : words;
}

std::vector<std::string> verdict_lines(const AttachedVerdict& verdict)
{
    std::vector<std::string> lines;
    for (const auto& option : verdict.options) {
        auto line = fmt::format("{}: {}", option.name, sentence(option.words));
        if (!option.reason.empty())
            line += " " + sentence(option.reason);
        lines.push_back(std::move(line));
    }
    if (verdict.blanks > 0)
        lines.push_back(fmt::format("{} answer{} left blank. Best case: {} Worst case: {}", verdict.blanks,
                                    verdict.blanks == 1 ? " was" : "s were",
                                    sentence(verdict.best_case.empty() ? "the same" : verdict.best_case),
                                    sentence(verdict.worst_case.empty() ? "the same" : verdict.worst_case)));
    if (!verdict.problem.empty())
        lines.push_back(sentence(verdict.problem));
    return lines;
}

} // namespace guidepost::consultation
