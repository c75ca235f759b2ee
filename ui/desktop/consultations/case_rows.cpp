// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/case_rows.h"

#include "core/pages/consultation_words.h"
#include "core/pages/pages.h"
#include "core/text/text.h"
#include "core/usecases/preview.h"
#include "ui/desktop/cases/case_labels.h"
#include "ui/desktop/consultations/ask_words.h"

#include <fmt/format.h>

namespace guidepost::desktop {

std::vector<std::pair<std::string, std::string>> case_rows(const CaseProfile& profile)
{
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& section : case_sections())
        for (const auto* const key : section.keys) {
            if (key->group() == "oasys" || key->name == "predictor")
                continue;
            std::vector<std::string> values;
            for (const auto& value : case_values(profile, *key))
                if (!value.empty())
                    values.push_back(case_word_label(*key, value));
            if (values.empty())
                continue;
            auto name = case_label(*key);
            if (key->group() == "rosh")
                name = "RoSH, " + lower_ascii(name);
            rows.emplace_back(std::move(name), join(values, ", "));
        }
    for (const auto& [name, answer] : profile.fields)
        rows.emplace_back(pages::module_field_words(name), pages::words_of(answer));
    return rows;
}

std::vector<std::string> routing_lines(const consultation::Thread& thread,
                                       const std::map<Login, std::string>& names)
{
    auto lines = usecases::module_lines(thread.need);
    const pages::ThreadReader anybody;
    if (auto routed = pages::routing_words(thread, names, anybody); !routed.empty())
        lines.push_back(std::move(routed));
    if (!thread.last_offer || thread.given)
        return lines;
    const auto& offer = *thread.last_offer;
    const auto name = [&](const Login& login) {
        const auto found = names.find(login);
        return found == names.end() ? login.value() : found->second;
    };
    for (const auto& [login, why] : offer.passed_over)
        lines.push_back(fmt::format("{}: {}", name(login), consultation::neutral_words(why)));
    for (const auto& [why, count] : offer.passed_over_counts)
        lines.push_back(fmt::format("{} {}", count, consultation::neutral_words(why)));
    return lines;
}

} // namespace guidepost::desktop
