// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/place_links.h"
#include "core/pages/programme_pages.h"
#include "core/pages/templates.h"

#include <fmt/format.h>

namespace guidepost::pages {
namespace {

using namespace programme;

class PathData {
public:
    PathData(const PathPage& page, const PathStep* only) : page_{page}, is_whole_{!only}
    {
        // Numbers for paper: "go to 7".
        for (std::size_t i = 0; i < page.path.steps.size(); ++i)
            numbers_[page.path.steps[i].id] = i + 1;
    }

    Data step(const PathStep& step) const
    {
        Data answers{Data::type::list};
        for (const auto& answer : step.answers) {
            Data item;
            item.set("text", answer.text);
            item.set("url", url(answer.leads_to));
            item.set("goto", is_whole_ ? Data{fmt::format("{}", number(answer.leads_to))}
                                       : Data{Data::type::bool_false});
            answers.push_back(item);
        }
        Data data;
        data.set("id", step.id);
        data.set("number",
                 is_whole_ ? Data{fmt::format("{}", number(step.id))} : Data{Data::type::bool_false});
        data.set("question", shown(step.question));
        data.set("help", shown(step.help));
        data.set("answers", answers);
        data.set("action", shown(step.action));
        data.set("text", step.text);
        data.set("call", shown(step.call));
        data.set("has_guidance", !step.guidance.empty());
        data.set("guidance", place_links(step.guidance, page_.titles));
        return data;
    }

    std::string url(const std::string& step) const
    {
        return is_whole_ ? "#" + step
                         : fmt::format("guidepost://path/{}/{}/{}", page_.module, page_.path.id, step);
    }

private:
    std::size_t number(const std::string& step) const
    {
        const auto found = numbers_.find(step);
        return found == numbers_.end() ? 0 : found->second;
    }

    const PathPage& page_;
    bool is_whole_;
    std::map<std::string, std::size_t> numbers_;
};

} // namespace

std::string path_page(const PathPage& page, const Look& look)
{
    const auto& path = page.path;
    const PathStep* only = nullptr;
    if (!page.step.empty()) {
        only = path.find(page.step);
        if (!only)
            only = path.find(path.start);
    }
    const PathData made{page, only};
    Data steps{Data::type::list};
    Data way{Data::type::list};
    if (only) {
        steps.push_back(made.step(*only));
        std::string from = path.start;
        for (const auto& answer : way_to(path, only->id)) {
            const auto* step = path.find(from);
            Data item;
            item.set("question", step ? step->question : "");
            item.set("answer", answer.text);
            item.set("url", made.url(from));
            way.push_back(item);
            from = answer.leads_to;
        }
    } else
        for (const auto& step : path.steps)
            steps.push_back(made.step(step));
    Data data;
    data.set("title", title_to_show(path.title));
    data.set("place", shown(page.module_name));
    data.set("summary", shown(path.summary));
    data.set("is_whole", only == nullptr);
    data.set("has_way", way.is_non_empty_list());
    data.set("way", way);
    data.set("steps", steps);
    data.set("source", path.source);
    data.set("notice", std::string{public_sources_notice});
    return whole_page(path.title, templates::path, data, look);
}

} // namespace guidepost::pages
