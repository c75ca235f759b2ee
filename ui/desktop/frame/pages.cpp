// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/pages.h"

#include "ui/desktop/consultations/consultations_page.h"
#include "ui/desktop/drafts/drafts_page.h"
#include "ui/desktop/modules/modules_page.h"
#include "ui/desktop/programmes/programmes_page.h"
#include "ui/desktop/search/search_page.h"

#include <wx/translation.h>

namespace guidepost::desktop {
namespace {

template <class P>
Page* make(wxWindow* parent, Services services, Shell& shell)
{
    return new P{parent, services, shell};
}

} // namespace

const std::vector<PageRow>& page_rows()
{
    using enum Takes;
    static const std::vector<PageRow> rows{
        {.name = wxTRANSLATE("Search"),
         .shown_by = {Command::search, Command::jump_to_article},
         .takes = {articles},
         .make = make<SearchPage>},
        {.name = wxTRANSLATE("Consultations"),
         .shown_by = {Command::consultations, Command::ask},
         .is_for_anybody = false,
         .takes = {questions},
         .make = make<ConsultationsPage>},
        {.name = wxTRANSLATE("Programmes"),
         .shown_by = {Command::programmes},
         .run_by = {Command::copy_advice},
         .takes = {paths},
         .make = make<ProgrammesPage>},
        {.name = wxTRANSLATE("Drafts"),
         .shown_by = {Command::drafts},
         .is_for_anybody = false,
         .make = make<DraftsPage>},
        {.name = wxTRANSLATE("Modules"), .shown_by = {Command::modules}, .make = make<ModulesPage>},
    };
    return rows;
}

} // namespace guidepost::desktop
