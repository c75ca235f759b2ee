// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/programmes/programmes_page.h"

#include "ui/desktop/words/text.h"

#include <wx/intl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr const char* tab_setting = "programmes.tab";
constexpr const char* module_setting = "programmes.module";

} // namespace

ProgrammesPage::ProgrammesPage(wxWindow* parent, Services services, Shell& shell)
    : wxPanel{parent}, services_{services}, shell_{shell}, service_{services.desk}
{
    for (const auto& row : programme_tabs())
        if (services_.journal.setting(tab_setting) == row.word)
            place_.tab = row.tab;
    place_.module = services_.journal.setting(module_setting).value_or("");
    make_widgets();
    fill_bar();
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (event.IsShown())
            CallAfter([this] { look_again(); });
    });
}

std::vector<wxWindow*> ProgrammesPage::panes()
{
    const auto open = static_cast<std::size_t>(place_.tab);
    return {tab_buttons_.at(open),   list_,         module_choice_,        item_choice_,
            blank_->first_control(), empty_button_, pane_->focus_window(), print_};
}

void ProgrammesPage::save_state()
{
    for (const auto& row : programme_tabs())
        if (row.tab == place_.tab)
            services_.journal.set_setting(tab_setting, row.word);
    services_.journal.set_setting(module_setting, place_.module);
}

OnFailure ProgrammesPage::on_failure()
{
    return [this](const Error& error) {
        fail(error);
    };
}

void ProgrammesPage::case_changed(const std::optional<CaseProfile>& active)
{
    if (active == profile_ && said_)
        return;
    const bool is_other =
        active.has_value() != profile_.has_value() || (active && active->reference != profile_->reference);
    if (is_other) {
        passed_over_.clear();
        answered_.clear();
    }
    profile_ = active;
    said_.reset();
    if (IsShownOnScreen())
        load();
    else
        is_stale_ = true;
}

void ProgrammesPage::person_changed()
{
    passed_over_.clear();
    answered_.clear();
    overview_.reset();
    print_request_.reset();
    act_request_.reset();
    if (IsShownOnScreen())
        load();
    else
        is_stale_ = true;
}

void ProgrammesPage::look_again()
{
    if (!IsShownOnScreen()) {
        is_stale_ = true;
        return;
    }
    list_request_ = service_.list(
        [this](std::vector<ModuleItem> modules) { show_modules(std::move(modules)); }, on_failure());
}

void ProgrammesPage::show_modules(std::vector<ModuleItem> modules)
{
    modules_ = std::move(modules);
    const bool is_first = !std::exchange(is_list_known_, true);
    if (!module() && !modules_.empty())
        place_.module = modules_.front().view.id;
    items_ = items();
    fill_list();
    fill_bar();
    if (is_first)
        history_.visit(place_);
    if (is_first || std::exchange(is_stale_, false))
        load();
}

const ModuleItem* ProgrammesPage::module() const
{
    const auto found = std::find_if(modules_.begin(), modules_.end(),
                                    [this](const auto& one) { return one.view.id == place_.module; });
    return found == modules_.end() ? nullptr : &*found;
}

std::vector<ProgrammeItem> ProgrammesPage::items() const
{
    const auto* const shown = module();
    if (!shown)
        return {};
    auto all = shown->items;
    if (said_ && shown->view.has_code())
        for (const auto& advice : said_->advice)
            for (const auto& option : advice.assessment.options)
                if (advice.module == shown->view.id &&
                    std::none_of(all.begin(), all.end(),
                                 [&](const auto& one) { return one.option == option.option; }))
                    all.push_back({option.option, option.name, "", true, false});
    return all;
}

const ProgrammeItem* ProgrammesPage::item() const
{
    const auto found = std::find_if(items_.begin(), items_.end(),
                                    [this](const auto& one) { return one.option == place_.item; });
    return found != items_.end() ? &*found : items_.empty() ? nullptr : &items_.front();
}

std::vector<ProgrammesPage::NamedPath> ProgrammesPage::paths() const
{
    std::vector<NamedPath> all;
    for (const auto& one : modules_)
        for (const auto& path : one.paths)
            all.push_back({{one.view.id, path.path, ""}, path.title});
    return all;
}

void ProgrammesPage::go(ProgrammePlace place, Visit visit)
{
    place_ = std::move(place);
    if (visit == Visit::record)
        history_.visit(place_);
    // A module that stopped may answer now.
    if (place_.tab == ProgrammeTab::suitability && said_ &&
        std::any_of(said_->advice.begin(), said_->advice.end(),
                    [](const auto& one) { return !one.problem.empty(); }))
        said_.reset();
    items_ = items();
    fill_list();
    fill_bar();
    load();
}

void ProgrammesPage::open_path(const PathLink& link)
{
    go({.tab = ProgrammeTab::paths, .module = link.module, .item = link.path, .step = link.step},
       Visit::record);
}

bool ProgrammesPage::can_run(Command command) const
{
    const bool has_page = !title_.empty() && !empty_->IsShown();
    switch (command) {
    case Command::go_back:
        return history_.can_go_back();
    case Command::go_forward:
        return history_.can_go_forward();
    case Command::print:
    case Command::save_pdf:
        return has_page && !is_message_;
    case Command::copy_advice:
        return said_.has_value();
    case Command::undo:
        return !answered_.empty();
    case Command::copy:
    case Command::select_all:
        return has_page && pane_->has_focus();
    default:
        return false;
    }
}

void ProgrammesPage::run(Command command)
{
    switch (command) {
    case Command::go_back:
        if (auto place = history_.back())
            go(std::move(*place), Visit::none);
        break;
    case Command::go_forward:
        if (auto place = history_.forward())
            go(std::move(*place), Visit::none);
        break;
    case Command::print:
        print(Onto::paper);
        break;
    case Command::save_pdf:
        print(Onto::file);
        break;
    case Command::copy_advice:
        copy_text();
        break;
    case Command::undo:
        undo_answer();
        break;
    case Command::copy:
        pane_->copy();
        break;
    case Command::select_all:
        pane_->select_all();
        break;
    case Command::programmes:
        list_->IsShownOnScreen() ? list_->SetFocus() : module_choice_->SetFocus();
        break;
    default:
        break;
    }
}

} // namespace guidepost::desktop
