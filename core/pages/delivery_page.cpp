// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/programme_pages.h"
#include "core/pages/render.h"
#include "core/pages/templates.h"
#include "core/text/text.h"

namespace guidepost::pages {
namespace {

using Row = DeliveryPage::Row;

const char* standing_of(Row::State state)
{
    switch (state) {
    case Row::State::met:
        return "Has it";
    case Row::State::by_exception:
        return "By exception";
    case Row::State::missing:
        return "Missing";
    case Row::State::unknown:
        break;
    }
    return "";
}

Data row_data(const Row& row)
{
    Data data;
    data.set("for", row.place);
    data.set("asked", row.asked);
    data.set("note", shown(row.note));
    data.set("standing", standing_of(row.state));
    data.set("class", row.state == Row::State::missing ? "missing" : "met");
    data.set("missing", list_of(row.missing));
    data.set("exception", shown(row.exception));
    return data;
}

Data people_data(const std::vector<DeliveryPage::Person>& people)
{
    Data list{Data::type::list};
    for (const auto& person : people) {
        Data item;
        item.set("name", title_to_show(person.name));
        item.set("detail", shown(person.detail));
        list.push_back(item);
    }
    return list;
}

} // namespace

std::string delivery_page(const DeliveryPage& page, const Look& look)
{
    const bool asks = !page.rows.empty();
    std::string verdict;
    if (asks)
        verdict = page.who.empty() ? "Nobody is signed in, so it is not known whether you may."
                  : page.may       ? page.who + " may deliver all of it."
                                   : page.who + " may not deliver all of it yet.";
    Data rows{Data::type::list};
    for (const auto& row : page.rows)
        rows.push_back(row_data(row));
    Data data;
    data.set("title", title_to_show(page.title));
    data.set("place", shown(page.module_name));
    data.set("banner", shown(page.banner));
    data.set("asks_nothing", !asks);
    data.set("asks_something", asks);
    data.set("verdict", shown(verdict));
    data.set("verdict_class", page.may ? "summary" : "warning");
    data.set("until", shown(page.may ? page.until : std::string{}));
    data.set("has_who", !page.who.empty());
    data.set("who", page.who);
    data.set("rows", rows);
    data.set("region", shown(page.region));
    data.set("has_deliverers", !page.may_deliver.empty());
    data.set("deliverers", people_data(page.may_deliver));
    data.set("has_learners", !page.on_the_way.empty());
    data.set("learners", people_data(page.on_the_way));
    data.set("leads", shown(join(page.leads, ", ")));
    data.set("has_notes", !page.notes.empty());
    data.set("notes", list_of(page.notes));
    return whole_page("Who may deliver: " + page.title, templates::delivery, data, look);
}

} // namespace guidepost::pages
