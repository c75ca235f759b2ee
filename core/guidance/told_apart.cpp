// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/told_apart.h"

#include <map>
#include <utility>

namespace guidepost::guidance {
namespace {

std::string folder_of(const TitledText& text)
{
    const auto slash = text.path.rfind('/');
    return slash == std::string::npos ? text.source : text.source + "/" + text.path.substr(0, slash);
}

} // namespace

std::vector<std::string> places_told_apart(const std::vector<TitledText>& texts)
{
    std::map<std::string, int> titles;
    std::map<std::pair<std::string, std::string>, int> folders;
    for (const auto& text : texts) {
        ++titles[text.title];
        ++folders[{text.title, folder_of(text)}];
    }
    std::vector<std::string> places;
    for (const auto& text : texts) {
        if (titles[text.title] == 1)
            places.emplace_back();
        else if (auto folder = folder_of(text); folders[{text.title, folder}] == 1)
            places.push_back(std::move(folder));
        else
            places.push_back(text.source + "/" + text.path);
    }
    return places;
}

} // namespace guidepost::guidance
