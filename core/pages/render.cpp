// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/render.h"

#include "core/pages/templates.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/text/wrap.h"

namespace guidepost::pages {
namespace {

constexpr std::size_t longest_title = 300;

const char* scheme_name(Scheme scheme)
{
    switch (scheme) {
    case Scheme::light:
        return "light";
    case Scheme::dark:
        return "dark";
    case Scheme::follow:
        break;
    }
    return "follow";
}

bool may_lead_to(std::string_view url)
{
    return url.starts_with("guidepost://") || url.starts_with("https://") || url.starts_with("http://");
}

} // namespace

Data shown(const std::string& text)
{
    return text.empty() ? Data{Data::type::bool_false} : Data{text};
}

Data list_of(const std::vector<std::string>& texts)
{
    Data list{Data::type::list};
    for (const auto& text : texts)
        list.push_back(text);
    return list;
}

Data link_data(const LinkItem& item)
{
    Data data;
    data.set("title", title_to_show(item.title));
    data.set("url", shown(may_lead_to(item.url) ? item.url : ""));
    data.set("detail", shown(item.detail));
    return data;
}

std::string render(std::string_view template_text, const Data& data)
{
    kainjow::mustache::mustache page{std::string{template_text}};
    if (!page.is_valid())
        throw Error{Errc::failure, "A page template is broken: " + page.error_message()};
    return page.render(data);
}

std::string whole_page(const std::string& title, std::string_view content_template, const Data& data,
                       const Look& look, const std::string& language)
{
    Data page;
    page.set("title", title_to_show(title));
    page.set("language", language == "cy" ? "cy" : "en");
    page.set("scheme", scheme_name(look.scheme));
    page.set("style", std::string{templates::style});
    page.set("content", render(content_template, data));
    return render(templates::layout, page);
}

std::string title_to_show(std::string_view title)
{
    return printable(shortened(title, longest_title));
}

} // namespace guidepost::pages
