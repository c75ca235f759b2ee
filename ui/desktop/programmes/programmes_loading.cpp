// SPDX-License-Identifier: GPL-2.0-or-later
// What the page shows at each of its places, fetched off the main thread.
#include "core/pages/pages.h"
#include "ui/desktop/programmes/programmes_page.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr std::string_view message_base = "guidepost://message";

} // namespace

void ProgrammesPage::load()
{
    is_stale_ = false;
    is_sheet_shown_ = false;
    on_shown_ = {};
    print_request_.reset();
    if (!is_list_known_)
        return; // comes with the list
    const bool asks_for_case = place_.tab == ProgrammeTab::suitability && !profile_;
    show_empty(asks_for_case);
    if (place_.tab != ProgrammeTab::suitability)
        blank_->Hide();
    flow();
    if (asks_for_case) {
        page_request_.reset();
        title_ = to_utf8(_("Suitability"));
        shell_.set_title(*this, to_wx(title_));
        return;
    }
    if (modules_.empty())
        return show_message(
            _("No programme modules"),
            {_("No programme module is installed on this desk. Search, consultations and cases do "
               "not need one.")});
    switch (place_.tab) {
    case ProgrammeTab::suitability:
        return load_suitability();
    case ProgrammeTab::sessions:
        return load_sheet();
    case ProgrammeTab::paths:
        return load_path();
    case ProgrammeTab::delivery:
        return load_delivery();
    case ProgrammeTab::guidance:
        page_request_ = service_.guidance(
            place_.module,
            [this](const ProgrammeService::TitledPage& page) {
                show_page(page.title, page.html, "guidepost://programme/guidance");
            },
            on_failure());
        return;
    case ProgrammeTab::transition:
        page_request_ = service_.transitions(
            [this](const ProgrammeService::TitledPage& page) {
                show_page(page.title, page.html, "guidepost://programme/transition");
            },
            on_failure());
        return;
    }
}

void ProgrammesPage::load_suitability()
{
    if (said_) {
        show_question();
        const bool is_there = std::any_of(said_->advice.begin(), said_->advice.end(),
                                          [this](const auto& one) { return one.module == place_.module; });
        const bool is_first = !said_->advice.empty() && said_->advice.front().module == place_.module;
        return show_page(to_utf8(_("What suits this case")), said_->html, "guidepost://programme/suitability",
                         is_there && !is_first ? pages::suitability_anchor(place_.module) : std::string{});
    }
    blank_->wait();
    if (title_.empty())
        show_message(_("The modules are looking at the case"), {_("This takes a moment.")});
    page_request_ = service_.assess(
        *profile_, [this](Suitability said) { show_advice(std::move(said)); }, on_failure());
}

void ProgrammesPage::show_advice(Suitability said)
{
    said_ = std::move(said);
    items_ = items();
    if (place_.tab == ProgrammeTab::suitability)
        load_suitability();
    // A module may have stopped over it.
    look_again();
}

usecases::SheetWanted ProgrammesPage::sheet_wanted(const ProgrammeItem& of,
                                                   std::optional<people::Staff> deliverer) const
{
    const bool wants_brief = of.has_brief && (place_.wants_brief || !of.has_plan);
    return {.module = place_.module,
            .option = of.option,
            .kind = wants_brief ? usecases::SheetWanted::Kind::brief : usecases::SheetWanted::Kind::plan,
            .profile = profile_,
            .deliverer = std::move(deliverer)};
}

bool ProgrammesPage::asks_module(const ProgrammeItem& of) const
{
    const auto* const shown = module();
    return !shown || std::none_of(shown->items.begin(), shown->items.end(),
                                  [&](const auto& one) { return one.option == of.option; });
}

void ProgrammesPage::load_sheet()
{
    const auto* const shown = module();
    const auto* const one = item();
    if (shown && !shown->view.is_readable())
        return show_not_used(shown->view);
    if (!one)
        return show_message(_("No sessions"), {_("This module has no plan of sessions and no brief.")});
    page_request_ = service_.sheet(
        sheet_wanted(*one, services_.identity.who()), asks_module(*one),
        [this](const Sheet& sheet) {
            is_sheet_shown_ = true;
            show_page(sheet.title, sheet.html, "guidepost://programme/sheet");
            fill_bar();
        },
        on_failure());
}

void ProgrammesPage::load_path()
{
    const auto* const shown = module();
    if (shown && !shown->view.is_readable())
        return show_not_used(shown->view);
    if (!shown || shown->paths.empty()) {
        return show_message(_("No paths"),
                            {_("This module has no branching path."),
                             paths().empty() ? _("No module of this desk has one.")
                                             : _("Those of the other modules can be chosen above.")});
    }
    const PathLink at{place_.module, place_.item.empty() ? shown->paths.front().path : place_.item,
                      place_.step};
    page_request_ = service_.path(
        {at, place_.is_whole},
        [this, at](const ProgrammeService::TitledPage& page) {
            show_page(page.title, page.html, format_link(at));
        },
        on_failure());
}

void ProgrammesPage::load_delivery()
{
    const auto* const one = item();
    overview_.reset();
    if (const auto* const shown = module(); shown && !shown->view.is_readable())
        return show_not_used(shown->view);
    page_request_ = service_.delivery(
        place_.module, one ? one->option : "", services_.identity.who(),
        [this](DeliveryShown shown) {
            overview_ = std::move(shown.overview);
            show_page(overview_->page.title, shown.html, "guidepost://programme/delivery");
            fill_bar();
        },
        on_failure());
}

void ProgrammesPage::show_page(const std::string& title, const std::string& html, const std::string& base,
                               const std::string& anchor)
{
    title_ = title;
    pane_->show(html, base, anchor);
    is_message_ = base == message_base;
    if (has_room_ && print_->IsShown() != can_run(Command::print))
        fill_bar();
    shell_.set_title(*this, to_wx(title));
}

void ProgrammesPage::show_message(const wxString& title, const std::vector<wxString>& paragraphs)
{
    pages::MessagePage page{.title = to_utf8(title)};
    for (const auto& words : paragraphs)
        if (!words.empty())
            page.paragraphs.push_back(to_utf8(words));
    show_page(page.title, pages::message_page(page, {}), std::string{message_base});
}

void ProgrammesPage::show_not_used(const programme::ModuleView& view)
{
    show_message(_("This module is not in use"),
                 {to_wx(view.reason), _("Search, consultations and the other modules go on.")});
}

void ProgrammesPage::fail(const Error& error)
{
    const auto words = words_of(error);
    show_message(words.title.empty() ? _("This cannot be shown") : words.title,
                 {words.what, words.advice, _("Search, consultations and the other modules go on.")});
    look_again();
}

} // namespace guidepost::desktop
