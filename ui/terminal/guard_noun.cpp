// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/desk.h"
#include "core/privacy/guard.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/text_input.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t largest_text = 4 * 1024 * 1024;

/// Where and of what kind, in the order of the text; never what it says.
struct Place {
    std::string kind = {};
    std::size_t start = 0;
    std::size_t end = 0;
    std::string remark = {};
};

std::vector<Place> places_of(const privacy::GuardFindings& found)
{
    std::vector<Place> places;
    for (const auto& identifier : found.identifiers)
        places.push_back({std::string{word_of(identifier.what)}, identifier.start, identifier.end,
                          std::string{name_of(identifier.what)}});
    for (const auto& name : found.names)
        places.push_back(
            {"likely-name", name.start, name.end, fmt::format("may be a name; say \"{}\"", name.role)});
    std::sort(places.begin(), places.end(),
              [](const Place& one, const Place& other) { return one.start < other.start; });
    return places;
}

Exit check_text(const std::string& file, Session& session)
{
    const auto text = text_from(file, largest_text);
    const auto words = privacy::read_guard_words(desk::find_places(session.profile).content);
    if (!words.known.has_dictionary())
        session.out.message(
            "There is no dictionary (package wbritish): names are found by title, relation and the lists of "
            "names alone.");
    const auto places = places_of(privacy::guard(text, words, date_of(system_now())));
    if (session.json) {
        auto findings = Json::array();
        for (const auto& place : places)
            findings.push_back({{"class", place.kind}, {"start", place.start}, {"end", place.end}});
        session.out.add_json({{"version", 1}, {"findings", std::move(findings)}});
        return Exit::ok;
    }
    std::size_t line = 1, line_start = 0, at = 0;
    for (const auto& place : places) {
        for (; at < place.start; ++at)
            if (text[at] == '\n') {
                ++line;
                line_start = at + 1;
            }
        session.out.add(
            fmt::format("line {}, byte {}: {}\n", line, place.start - line_start + 1, place.remark));
    }
    session.out.message(places.empty()
                            ? "Nothing was found that gives anybody away. Read it once more all the "
                              "same: not every name shows."
                            : "Use roles: partner A, child 8, officer 14.");
    return Exit::ok;
}

} // namespace

void add_guard(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("guard", "What in a text gives somebody away");
    noun->require_subcommand(1)->fallthrough();
    auto file = std::make_shared<std::string>();
    auto* check = noun->add_subcommand("check", "Identifiers and likely names in a text")->fallthrough();
    check->add_option("--file", *file, "where the text stands; stdin otherwise")->type_name("FILE");
    explain(*check, "Says where and of what kind, never the text itself. Offsets of --json are in bytes.\n"
                    "Example:\n  guidepostctl guard check <question.txt");
    check->callback([file, &action] {
        action = [file](Session& session) {
            return check_text(*file, session);
        };
    });
}

} // namespace guidepost::terminal
