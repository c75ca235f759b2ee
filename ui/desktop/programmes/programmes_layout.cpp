// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/programmes/programmes_page.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int list_width = 240, least_list_width = 180, list_above = 8;
constexpr int letters_beside_a_list = 92, letters_of_empty = 46;

} // namespace

wxToggleButton* ProgrammesPage::add_toggle(FlowPanel* to, const wxString& words, const char* style,
                                           std::function<void()> on_press)
{
    auto* const button =
        new wxToggleButton{to, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*button, style);
    platform::set_accessible_name(*button, words);
    button->Bind(wxEVT_TOGGLEBUTTON, [press = std::move(on_press)](wxCommandEvent&) { press(); });
    return button;
}

wxButton* ProgrammesPage::add_button(FlowPanel* to, const wxString& words, std::function<void()> on_press)
{
    auto* const button = new wxButton{to, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*button, "gp-plain");
    platform::set_accessible_name(*button, words);
    // Some open a dialog, which a screen reader could not read from within its own press.
    button->Bind(wxEVT_BUTTON, [this, press = std::move(on_press)](wxCommandEvent&) { CallAfter(press); });
    return button;
}

void ProgrammesPage::make_widgets()
{
    platform::add_style(*this, "gp-page");
    auto* const all = new wxBoxSizer{wxVERTICAL};
    const auto inset = [](wxWindow* panel, wxWindow* inside) {
        auto* const around = new wxBoxSizer{wxVERTICAL};
        const auto sides = wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, panel->FromDIP(page_margin));
        around->AddSpacer(panel->FromDIP(list_above));
        around->Add(inside, sides);
        around->AddSpacer(panel->FromDIP(list_above));
        panel->SetSizer(around);
    };

    tabs_side_ = new wxPanel{this};
    platform::add_style(*tabs_side_, "gp-row");
    tabs_ = new FlowPanel{tabs_side_, "gp-row"};
    platform::set_accessible_name(*tabs_, _("What to see of the programmes"));
    for (const auto& row : programme_tabs())
        tab_buttons_.push_back(
            add_toggle(tabs_, wxGetTranslation(row.label), "gp-chip",
                       [this, tab = row.tab] { go({.tab = tab, .module = place_.module}, Visit::record); }));
    inset(tabs_side_, tabs_);
    all->Add(tabs_side_, wxSizerFlags{}.Expand());
    all->Add(make_line(this, wxHORIZONTAL), wxSizerFlags{}.Expand());

    sides_ = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                  wxSP_LIVE_UPDATE | wxSP_NOBORDER | wxSP_THIN_SASH};
    sides_->SetMinimumPaneSize(FromDIP(least_list_width));
    list_ =
        new WrappedList{sides_, _("Programme modules"), "gp-results", {}, WrappedList::Rules::between_rows};
    const auto choose = [this](int at) {
        if (at >= 0 && static_cast<std::size_t>(at) < modules_.size())
            go({.tab = place_.tab, .module = modules_[static_cast<std::size_t>(at)].view.id}, Visit::record);
    };
    list_->on_selected = choose;
    right_ = new wxPanel{sides_};
    platform::add_style(*right_, "gp-page");
    auto* const column = new wxBoxSizer{wxVERTICAL};

    bar_side_ = new wxPanel{right_};
    platform::add_style(*bar_side_, "gp-row");
    bar_ = new FlowPanel{bar_side_, "gp-row"};
    module_choice_ = new wxChoice{bar_, wxID_ANY};
    module_choice_->Bind(wxEVT_CHOICE,
                         [this, choose](wxCommandEvent&) { choose(module_choice_->GetSelection()); });
    item_choice_ = new wxChoice{bar_, wxID_ANY};
    item_choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(std::max(item_choice_->GetSelection(), 0));
        auto place = place_;
        place.step.clear();
        if (place.tab != ProgrammeTab::paths && at < items_.size()) {
            place.item = items_[at].option;
        } else if (const auto known = paths(); at < known.size()) {
            place.module = known[at].at.module;
            place.item = known[at].at.path;
        }
        go(std::move(place), Visit::record);
    });
    const auto kind = [this](bool wants_brief) {
        auto place = place_;
        place.wants_brief = wants_brief;
        go(std::move(place), Visit::record);
    };
    plan_ = add_toggle(bar_, _("Plan"), "gp-choice", [kind] { kind(false); });
    brief_ = add_toggle(bar_, _("Five-minute brief"), "gp-choice", [kind] { kind(true); });
    whole_ = add_toggle(bar_, _("The whole path"), "gp-choice", [this] {
        auto place = place_;
        place.is_whole = whole_->GetValue();
        go(std::move(place), Visit::record);
    });
    except_ = add_button(bar_, _("Make an exception..."), [this] { make_exception(); });
    attach_ =
        add_button(bar_, _("Attach to consultation..."), [this] { shell_.ask_with_verdict(place_.module); });
    copy_ = add_button(bar_, _("Copy as text"), [this] { copy_text(); });
    print_ = add_button(bar_, _("Print..."), [this] { print(Onto::paper); });
    inset(bar_side_, bar_);
    column->Add(bar_side_, wxSizerFlags{}.Expand());
    column->Add(make_line(right_, wxHORIZONTAL), wxSizerFlags{}.Expand());

    blank_ = new BlankRow{
        right_,
        {.answer = [this](const std::string& key, const std::string& value) { answer(key, value); },
         .pass =
             [this](const std::string& key) {
                 passed_over_.insert(key);
                 show_question();
             },
         .undo =
             [this] {
                 undo_answer();
             }}};
    column->Add(blank_, wxSizerFlags{}.Expand());

    empty_ = new wxPanel{right_};
    platform::add_style(*empty_, "gp-page");
    auto* const middle = new wxBoxSizer{wxVERTICAL};
    auto* const title = new wxStaticText{empty_, wxID_ANY, _("Set a case to see what suits it")};
    title->SetFont(title->GetFont().Bold().Scaled(1.25F));
    empty_words_ = new FlowText{empty_, "gp-quiet"};
    empty_words_->set_text(
        _("Every module then says what fits, what does not and why, and which answer is missing. A "
          "case is a pseudonym and what is known of risk and need; no name enters."));
    empty_button_ =
        new wxButton{empty_, wxID_ANY, _("Set a case..."), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*empty_button_, "gp-primary");
    platform::add_style(*empty_button_, "gp-act");
    platform::set_accessible_name(*empty_button_, _("Set a case..."));
    empty_button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { shell_.run(Command::edit_case); });
    auto* const words = new wxBoxSizer{wxVERTICAL};
    for (wxWindow* const part : std::initializer_list<wxWindow*>{title, empty_words_, empty_button_})
        words->Add(part, wxSizerFlags{}.Border(wxALL, FromDIP(6)));
    middle->AddStretchSpacer(2);
    middle->Add(words, wxSizerFlags{}.CentreHorizontal());
    middle->AddStretchSpacer(3);
    empty_->SetSizer(middle);
    empty_->Hide();
    column->Add(empty_, wxSizerFlags{1}.Expand());

    pane_ = new WebPane{right_};
    pane_->on_link = [this](const Link& link) {
        shell_.show_article(link);
    };
    pane_->on_path_link = [this](const PathLink& link) {
        open_path(link);
    };
    pane_->on_shown = [this] {
        if (auto shown = std::exchange(on_shown_, {}))
            shown();
    };
    column->Add(pane_, wxSizerFlags{1}.Expand());
    right_->SetSizer(column);
    sides_->SplitVertically(list_, right_, FromDIP(list_width));
    all->Add(sides_, wxSizerFlags{1}.Expand());
    SetSizer(all);
    on_resized(*this, [this] { flow(); });
    sides_->Bind(wxEVT_SPLITTER_SASH_POS_CHANGED, [this](wxSplitterEvent& event) {
        event.Skip();
        CallAfter([this] { flow(); });
    });
}

void ProgrammesPage::fill_list()
{
    const auto& colours = result_colours(platform::is_dark() ? Background::dark : Background::light);
    std::vector<wxString> rows;
    std::vector<std::string> names;
    int shown = -1;
    for (const auto& one : modules_) {
        if (one.view.id == place_.module)
            shown = static_cast<int>(rows.size());
        rows.push_back(to_wx(module_markup(one, colours, translated)));
        names.push_back(one.view.manifest.name.empty() ? one.view.id : one.view.manifest.name);
    }
    if (rows != rows_) {
        rows_ = rows;
        list_->set_rows(std::move(rows));
    }
    if (list_->selected() != shown)
        list_->select(shown);
    fill_choice(*module_choice_, names, shown, _("Programme module"));
}

void ProgrammesPage::fill_choice(wxChoice& choice, const std::vector<std::string>& names, int selection,
                                 const wxString& accessible_name)
{
    wxArrayString items;
    for (const auto& name : names)
        items.Add(to_wx(name));
    if (choice.GetStrings() != items)
        choice.Set(items);
    choice.SetSelection(selection);
    platform::set_accessible_name(choice, accessible_name);
}

void ProgrammesPage::fill_bar()
{
    for (std::size_t i = 0; i < tab_buttons_.size(); ++i)
        tab_buttons_[i]->SetValue(programme_tabs()[i].tab == place_.tab);
    const auto tab = place_.tab;
    const auto* const shown = module();
    const auto* const one = item();
    const bool has_items =
        (tab == ProgrammeTab::sessions || tab == ProgrammeTab::delivery) && !items_.empty();
    const auto all_paths = paths();
    const bool offers_paths = tab == ProgrammeTab::paths && !all_paths.empty();
    const bool has_paths = offers_paths && shown && !shown->paths.empty();
    std::vector<std::string> names;
    int selection = -1;
    if (has_items) {
        for (const auto& each : items_) {
            if (one && each.option == one->option)
                selection = static_cast<int>(names.size());
            const auto mark = status_mark(each.status, translated);
            names.push_back(mark.empty() ? each.name : each.name + " (" + mark + ")");
        }
    } else if (offers_paths) {
        for (const auto& each : all_paths) {
            if (each.at.module == place_.module && (selection < 0 || each.at.path == place_.item))
                selection = static_cast<int>(names.size());
            names.push_back(each.title);
        }
    }
    item_choice_->Show(has_items || offers_paths);
    fill_choice(*item_choice_, names, selection, offers_paths ? _("Path") : _("Programme or toolkit"));
    const bool has_both = tab == ProgrammeTab::sessions && one && one->has_plan && one->has_brief;
    plan_->Show(has_both);
    brief_->Show(has_both);
    plan_->SetValue(!place_.wants_brief);
    brief_->SetValue(place_.wants_brief);
    whole_->Show(has_paths);
    whole_->SetValue(place_.is_whole);
    except_->Show(tab == ProgrammeTab::delivery && overview_ && !overview_->mine.asked.empty() &&
                  services_.identity.has(people::Role::lead));
    const bool needs_case = tab == ProgrammeTab::suitability && !profile_;
    // Where there is little room both are in the menus alone.
    copy_->Show(tab == ProgrammeTab::suitability && !needs_case && has_room_);
    attach_->Show(copy_->IsShown() && services_.identity.has(people::Role::officer));
    // Of a message there is nothing to print.
    print_->Show(has_room_ && can_run(Command::print));
    flow();
}

void ProgrammesPage::flow()
{
    const int width = GetClientSize().x;
    if (width < FromDIP(160))
        return; // not laid out yet
    // What they need is known for certain only once their style has settled.
    for (auto* const tab : tab_buttons_)
        tab->InvalidateBestSize();
    tabs_->flow_to(width - 2 * FromDIP(page_margin));
    tabs_side_->InvalidateBestSize();
    const bool has_room = width >= letters_beside_a_list * GetCharWidth();
    if (has_room && !sides_->IsSplit()) {
        list_->Show();
        sides_->SplitVertically(list_, right_, FromDIP(list_width));
    } else if (!has_room && sides_->IsSplit()) {
        sides_->Unsplit(list_);
    }
    module_choice_->Show(!has_room);
    if (std::exchange(has_room_, has_room) != has_room)
        return fill_bar();
    bool has_bar = false;
    for (auto* const button : {print_, copy_, attach_, except_})
        if (button->IsShown())
            bar_->start_right_group(button);
    for (const auto* const child : bar_->GetChildren())
        has_bar = has_bar || child->IsShown();
    bar_side_->Show(has_bar);
    Layout();
    const int inner = right_->GetClientSize().x;
    if (inner < FromDIP(80))
        return;
    bar_->flow_to(inner - 2 * FromDIP(page_margin));
    bar_side_->InvalidateBestSize();
    blank_->flow_to(inner, has_room ? BlankRow::Room::enough : BlankRow::Room::little);
    empty_words_->fit_to(std::min(inner - 2 * FromDIP(page_margin), letters_of_empty * GetCharWidth()));
    right_->Layout();
    bar_side_->Layout();
}

void ProgrammesPage::show_empty(bool is_empty)
{
    empty_->Show(is_empty);
    pane_->Show(!is_empty);
    if (is_empty)
        blank_->Hide();
}

} // namespace guidepost::desktop
