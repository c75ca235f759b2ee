// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/module_fields.h"

#include "core/text/error.h"
#include "core/text/text.h"
#include "plugins/api/guidepost_module.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace guidepost::programme {
namespace {

std::string range_words(const FormField& field)
{
    if (field.least && field.most)
        return fmt::format("a number from {} to {}", *field.least, *field.most);
    if (field.least)
        return fmt::format("a number from {} up", *field.least);
    return field.most ? fmt::format("a number up to {}", *field.most) : "a number";
}

bool is_number_for(const FormField& field, std::string_view answer)
{
    double number = 0;
    const auto* end = answer.data() + answer.size();
    const auto [stopped, error] = std::from_chars(answer.data(), end, number);
    // Written so that "nan" is refused too.
    return error == std::errc{} && stopped == end && (!field.least || number >= *field.least) &&
           (!field.most || number <= *field.most) && number == number;
}

} // namespace

std::vector<ModuleFields> fields_of_modules(Catalogue& catalogue)
{
    std::vector<ModuleFields> all;
    for (const auto& view : catalogue.modules()) {
        if (view.state == ModuleState::retired || !view.may_have(GUIDEPOST_FORM))
            continue;
        ModuleFields one{view.id, view.manifest.name, {}, {}};
        try {
            one.fields = catalogue.form(view.id);
        } catch (const Error& error) {
            if (error.code() == Errc::not_found) // it has no fields
                continue;
            one.problem = error.what();
        }
        if (!one.fields.empty() || !one.problem.empty())
            all.push_back(std::move(one));
    }
    return all;
}

std::string field_name(std::string_view module, std::string_view key)
{
    return fmt::format("{}.{}", module, key);
}

bool is_asked_in_case(const FormField& field)
{
    return field.where != FormField::Where::consultation;
}

bool is_asked_in_consultation(const FormField& field)
{
    return field.where != FormField::Where::in_case;
}

std::string wrong_answer(const FormField& field, std::string_view answer)
{
    switch (field.kind) {
    case FormField::Kind::yes_no:
        return answer == "yes" || answer == "no" ? "" : fmt::format("\"{}\" takes yes or no.", field.label);
    case FormField::Kind::number:
        return is_number_for(field, answer)
                   ? ""
                   : fmt::format("\"{}\" takes {}.", field.label, range_words(field));
    case FormField::Kind::choice:
        break;
    }
    std::vector<std::string> values;
    for (const auto& choice : field.choices) {
        if (choice.value == answer)
            return {};
        values.push_back(choice.value);
    }
    return fmt::format("\"{}\" takes one of: {}.", field.label, join(values, ", "));
}

std::string answer_words(const FormField& field, const std::string& answer)
{
    if (field.kind == FormField::Kind::yes_no)
        return answer == "yes" ? "Yes" : answer == "no" ? "No" : answer;
    for (const auto& choice : field.choices)
        if (choice.value == answer)
            return choice.label;
    return answer;
}

NamedField find_field(const std::vector<ModuleFields>& all, std::string_view typed)
{
    std::vector<NamedField> found;
    std::vector<std::string> names;
    for (const auto& module : all)
        for (const auto& field : module.fields) {
            const auto name = field_name(module.module, field.key);
            names.push_back(name);
            if (typed == name || typed == field.key)
                found.push_back({name, &field});
        }
    if (found.size() == 1)
        return found.front();
    throw Error{Errc::usage, names.empty() ? fmt::format("No module asks for {}.", shortened(typed, 60))
                             : found.empty()
                                 ? fmt::format("No module asks for {}. They ask for: {}.",
                                               shortened(typed, 60), join(names, ", "))
                                 : fmt::format("Several modules ask for {}: write {} or {}.",
                                               shortened(typed, 60), found[0].name, found[1].name)};
}

} // namespace guidepost::programme
