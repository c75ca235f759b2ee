// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/place_links.h"
#include "core/pages/programme_pages.h"
#include "core/pages/templates.h"
#include "core/pages/thread_page.h"
#include "core/text/wrap.h"

#include <fmt/format.h>

namespace guidepost::pages {
namespace {

using namespace programme;

const char* const recommendation = "Worked out from published rules and "
                                   "from what the case says; people decide, and record why.";

Data reasons_data(const Option& option)
{
    Data list{Data::type::list};
    for (const auto& reason : option.reasons) {
        Data item;
        item.set("step", reason.step);
        item.set("text", reason.text);
        list.push_back(item);
    }
    return list;
}

constexpr std::size_t few_options = 4;

/// On paper only what somebody acts on is worked out in full, unless there is little of it.
bool is_worked_out(const Option& option, const Assessment& assessment)
{
    return assessment.options.size() <= few_options || option.verdict == Verdict::suitable ||
           option.verdict == Verdict::while_waiting || option.verdict == Verdict::ask;
}

Data option_data(const Option& option, const Titles& titles, bool is_open)
{
    Data data;
    data.set("name", title_to_show(option.name));
    data.set("verdict", std::string{words_for(option.verdict)});
    data.set("class", std::string{word_of(option.verdict)});
    data.set("why", option.reasons.empty() ? "" : option.reasons.front().text);
    data.set("reasons", reasons_data(option));
    data.set("open", is_open);
    data.set("has_guidance", !option.guidance.empty());
    data.set("guidance", place_links(option.guidance, titles));
    return data;
}

/// What could change a verdict, the next to fill first; what could not is counted.
Data blanks_data(const Assessment& assessment, std::size_t& idle)
{
    Data list{Data::type::list};
    bool is_first = true;
    for (const auto& blank : assessment.blanks) {
        if (!blank.could_change) {
            ++idle;
            continue;
        }
        Data item;
        item.set("text", blank.text);
        item.set("next", std::exchange(is_first, false));
        list.push_back(item);
    }
    return list;
}

Data details_data(const Assessment& assessment)
{
    Data list{Data::type::list};
    for (const auto& row : detail_rows(assessment.details)) {
        Data item;
        item.set("name", row.name);
        item.set("value", row.value);
        list.push_back(item);
    }
    return list;
}

Data module_data(const ModuleAdvice& advice, const SuitabilityPage& page)
{
    auto assessment = advice.assessment;
    std::string banner;
    if (const auto found = assessment.details.find("banner");
        found != assessment.details.end() && found->is_string()) {
        banner = found->get<std::string>();
        assessment.details.erase("banner");
    }
    Data options{Data::type::list};
    for (const auto& option : assessment.options)
        options.push_back(
            option_data(option, page.titles, page.shows_working && is_worked_out(option, assessment)));
    std::size_t idle = 0;
    const auto blanks = blanks_data(assessment, idle);
    Data data;
    data.set("anchor", suitability_anchor(advice.module));
    data.set("name", title_to_show(advice.name));
    data.set("problem", shown(printable(advice.problem)));
    data.set("banner", shown(printable(banner)));
    data.set("has_options", !assessment.options.empty());
    data.set("options", options);
    data.set("has_blanks", blanks.is_non_empty_list());
    data.set("blanks", blanks);
    data.set("range", shown(range_words(assessment)));
    data.set("idle", shown(idle == 0 ? ""
                                     : fmt::format("{} more {} not answered and would change nothing.", idle,
                                                   idle == 1 ? "is" : "are")));
    const auto details = details_data(assessment);
    data.set("open", page.shows_working);
    data.set("has_details", details.is_non_empty_list());
    data.set("details", details);
    return data;
}

} // namespace

std::string suitability_anchor(const std::string& module)
{
    return "module-" + module;
}

std::string suitability_page(const SuitabilityPage& page, const Look& look)
{
    Data modules{Data::type::list};
    for (const auto& advice : page.advice)
        modules.push_back(module_data(advice, page));
    Data data;
    data.set("marking", std::string{sensitive_marking});
    data.set("reference", shown(page.reference));
    data.set("chips", list_of(page.chips));
    data.set("recommendation", std::string{recommendation});
    data.set("is_empty", page.advice.empty());
    data.set("modules", modules);
    return whole_page("What suits this case", templates::suitability, data, look);
}

} // namespace guidepost::pages
