// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/shell/jump_dialog.h"

#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/pick_dialog.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>

namespace guidepost::desktop {
namespace {

wxString row_of(const search::Hit& hit, const ResultColours& colours)
{
    auto row = to_wx(escape_markup(hit.title));
    for (const auto& warning : warnings_of(hit))
        row += "   <span size=\"smaller\" foreground=\"" + to_wx(colours.warn_text) + "\">" +
               to_wx(escape_markup(warning)) + "</span>";
    return row;
}

} // namespace

std::optional<Link> ask_for_article(wxWindow* parent, SearchService& search)
{
    std::vector<search::Hit> found;
    PickDialog dialog{parent,
                      {.title = _("Jump to article"),
                       .field = _("Title of the article"),
                       .hint = _("Part of a title"),
                       .list = _("Articles")}};
    std::string asked;
    const auto show = [&](std::vector<search::Hit> hits) {
        found = std::move(hits);
        const auto& colours = result_colours(platform::is_dark() ? Background::dark : Background::light);
        std::vector<wxString> rows;
        for (const auto& hit : found)
            rows.push_back(row_of(hit, colours));
        dialog.show_rows(std::move(rows), asked.empty() ? wxString{}
                                          : found.empty()
                                              ? _("No title holds these words. Search looks into the "
                                                  "texts as well.")
                                              : _("Enter opens the marked article."));
    };
    RequestPtr request; // a late answer to an earlier one is dropped
    dialog.on_typed = [&](const std::string& typed) {
        asked = typed;
        request =
            search.jump(typed, show, [&](const Error& error) { dialog.show_outcome(sentence_of(error)); });
    };
    const auto row = dialog.pick();
    if (!row)
        return {};
    return Link{found[*row].article, ""};
}

} // namespace guidepost::desktop
