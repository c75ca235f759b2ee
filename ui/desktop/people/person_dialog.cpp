// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/people/person_dialog.h"

#include "ui/desktop/people/people_words.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/pick_dialog.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>

namespace guidepost::desktop {
namespace {

wxString row_of(const people::Staff& person, const ResultColours& colours)
{
    return "<b>" + to_wx(escape_markup(person.display_name)) + "</b>\n<span size=\"smaller\" foreground=\"" +
           to_wx(colours.quiet) + "\">" + to_wx(escape_markup(about_person(person))) + "</span>";
}

} // namespace

std::optional<people::Staff> choose_person(wxWindow* parent, const wxString& title,
                                           const std::vector<people::Staff>& people)
{
    std::vector<people::Staff> found;
    PickDialog dialog{parent,
                      {.title = title,
                       .field = _("Find a person"),
                       .hint = _("Name, role, region or field"),
                       .list = _("People")}};
    dialog.on_typed = [&](const std::string& typed) {
        found = find_people(people, typed);
        const auto& colours = result_colours(platform::is_dark() ? Background::dark : Background::light);
        std::vector<wxString> rows;
        for (const auto& person : found)
            rows.push_back(row_of(person, colours));
        dialog.show_rows(std::move(rows), found.empty() ? _("Nobody fits these words.")
                                                        : _("Enter chooses the marked person."));
    };
    const auto row = dialog.pick();
    if (!row)
        return {};
    return found[*row];
}

} // namespace guidepost::desktop
