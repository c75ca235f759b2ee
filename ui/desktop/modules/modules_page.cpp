// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/modules/modules_page.h"

#include "core/text/text.h"
#include "ui/desktop/modules/install_dialog.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/shell/index_keeper.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <array>
#include <utility>

namespace guidepost::desktop {
namespace {

using programme::ModuleState;
using programme::ModuleView;

constexpr int list_width = 320, least_list_width = 220;
constexpr int watch_every_ms = 1000; ///< what stopped is to be seen within three seconds
constexpr int slow_after_ms = 300;

struct ActWords {
    ModuleAct act;
    const char* label;
};
constexpr std::array act_words{
    ActWords{ModuleAct::try_again, wxTRANSLATE("Try again")},
    ActWords{ModuleAct::verify, wxTRANSLATE("Verify")},
    ActWords{ModuleAct::enable, wxTRANSLATE("Enable")},
    ActWords{ModuleAct::disable, wxTRANSLATE("Disable")},
    ActWords{ModuleAct::remove, wxTRANSLATE("Remove...")},
};

wxString name_of(const ModuleView& view)
{
    return to_wx(view.manifest.name.empty() ? view.id : view.manifest.name);
}

/// Whether the list or the page would look otherwise.
bool is_same(const ModuleView& a, const ModuleView& b)
{
    return a.id == b.id && a.manifest.version == b.manifest.version && a.state == b.state &&
           a.reason == b.reason && a.failures == b.failures && a.enforced == b.enforced &&
           a.capabilities == b.capabilities && a.signer == b.signer && a.trust == b.trust;
}

} // namespace

ModulesPage::ModulesPage(wxWindow* parent, Services services, Shell& shell)
    : wxPanel{parent}, services_{services}, shell_{shell}, service_{services.desk}
{
    platform::add_style(*this, "gp-page");
    auto* const all = new wxBoxSizer{wxVERTICAL};
    make_top(*all);
    sides_ = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                  wxSP_LIVE_UPDATE | wxSP_NOBORDER | wxSP_THIN_SASH};
    sides_->SetMinimumPaneSize(FromDIP(least_list_width));
    list_ =
        new WrappedList{sides_, _("Programme modules"), "gp-results", {}, WrappedList::Rules::between_rows};
    list_->on_selected = [this](int at) {
        select(modules_.at(static_cast<std::size_t>(at)).id);
    };
    make_right();
    sides_->SplitVertically(list_, right_, FromDIP(list_width));
    all->Add(sides_, wxSizerFlags{1}.Expand());
    SetSizer(all);

    modules_ = service_.modules();
    watch_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { watch(); });
    watch_.Start(watch_every_ms);
    slow_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (const auto* const view = selected(); view && look_request_)
            show_message(
                wxString::Format(_("Starting %s"), name_of(*view)),
                _("Its code is started, to see what it can do and what holds it. It has two seconds."));
    });
}

void ModulesPage::make_top(wxSizer& all)
{
    auto* const top = new wxPanel{this};
    platform::add_style(*top, "gp-row");
    auto* const words = new FlowText{top, "gp-quiet"};
    words->set_text(_("Programmes this desk knows, and how each stands."));
    install_ =
        new wxButton{top, wxID_ANY, _("Install a pack..."), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*install_, "gp-plain");
    // A screen reader presses from within its own call: no dialog may open there.
    install_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { install(); }); });
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(words, wxSizerFlags{1}.CentreVertical());
    row->Add(install_, wxSizerFlags{}.CentreVertical());
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(10)));
    top->SetSizer(around);
    on_resized(*top, [this, top, words] {
        if (words->fit_to(top->GetClientSize().x - install_->GetBestSize().x - 3 * FromDIP(10)))
            Layout();
        top->Layout();
    });
    all.Add(top, wxSizerFlags{}.Expand());
    all.Add(make_line(this, wxHORIZONTAL), wxSizerFlags{}.Expand());
}

void ModulesPage::make_right()
{
    right_ = new wxPanel{sides_};
    platform::add_style(*right_, "gp-page");
    buttons_row_ = new FlowPanel{right_, "gp-page"};
    for (const auto& [act, label] : act_words) {
        const wxString words = wxGetTranslation(label);
        auto* const button =
            new wxButton{buttons_row_, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::add_style(*button, "gp-act");
        button->Bind(wxEVT_BUTTON,
                     [this, act = act](wxCommandEvent&) { CallAfter([this, act] { this->act(act); }); });
        button->Hide();
        buttons_[act] = button;
    }
    why_not_ = new FlowText{right_, "gp-quiet"};
    pane_ = new WebPane{right_};
    auto* const column = new wxBoxSizer{wxVERTICAL};
    column->Add(buttons_row_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    column->Add(why_not_, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    column->AddSpacer(FromDIP(10));
    column->Add(make_line(right_, wxHORIZONTAL), wxSizerFlags{}.Expand());
    column->Add(pane_, wxSizerFlags{1}.Expand());
    right_->SetSizer(column);
    on_resized(*right_, [this] { fit_right(); });
}

std::set<people::Role> ModulesPage::roles() const
{
    const auto& who = services_.identity.who();
    return who ? who->roles : std::set<people::Role>{};
}

bool ModulesPage::is_used() const
{
    return people::may(roles(), people::Action::switch_modules, people::Relation::none);
}

std::vector<wxWindow*> ModulesPage::panes()
{
    std::vector<wxWindow*> panes{list_};
    const auto button = std::find_if(buttons_.begin(), buttons_.end(), [](const auto& one) {
        return one.second->IsShown() && one.second->IsEnabled();
    });
    if (button != buttons_.end())
        panes.push_back(button->second);
    panes.push_back(pane_->focus_window());
    panes.push_back(install_);
    return panes;
}

bool ModulesPage::can_run(Command command) const
{
    return looked_at_ && (command == Command::print || command == Command::copy);
}

void ModulesPage::run(Command command)
{
    if (command == Command::print)
        pane_->print();
    else if (command == Command::copy)
        pane_->copy();
    else if (command == Command::modules)
        list_->SetFocus();
}

void ModulesPage::person_changed()
{
    fill_buttons();
}

void ModulesPage::appearance_changed()
{
    fill();
}

void ModulesPage::look_again()
{
    modules_ = service_.modules();
    if (!selected() && !modules_.empty())
        selected_ = modules_.front().id;
    fill();
    look();
}

const ModuleView* ModulesPage::selected() const
{
    const auto found = std::find_if(modules_.begin(), modules_.end(),
                                    [&](const auto& view) { return view.id == selected_; });
    return found == modules_.end() ? nullptr : &*found;
}

void ModulesPage::fill()
{
    const auto& colours = result_colours(platform::is_dark() ? Background::dark : Background::light);
    std::vector<wxString> rows;
    int at = -1;
    for (const auto& view : modules_) {
        if (view.id == selected_)
            at = static_cast<int>(rows.size());
        rows.push_back(to_wx(module_markup(view, colours, translated)));
    }
    list_->set_rows(std::move(rows));
    list_->select(at);
    fill_buttons();
}

void ModulesPage::fill_buttons()
{
    const auto who = roles();
    const auto access = services_.desk.access();
    const auto* const view = selected();
    const auto acts = view ? acts_for(*view) : std::vector<ModuleAct>{};
    wxString why_not;
    const auto set = [&](wxButton& button, const std::string& refusal) {
        const auto reason = to_wx(refusal);
        button.Enable(!act_request_ && reason.empty());
        button.SetToolTip(reason);
        platform::set_accessible_name(button, button.GetLabelText(), reason);
    };
    for (const auto& [act, button] : buttons_) {
        const bool is_there = std::find(acts.begin(), acts.end(), act) != acts.end();
        button->Show(is_there);
        const auto refusal = is_there ? refusal_of(act, who, access, translated) : std::string{};
        set(*button, refusal);
        if (why_not.empty())
            why_not = to_wx(refusal);
    }
    const auto refusal = refusal_of_install(who, access, translated);
    set(*install_, refusal);
    why_not_->set_text(act_request_ ? _("Working on it...") : why_not);
    why_not_->Show(act_request_ || !why_not.empty());
    fit_right();
}

void ModulesPage::fit_right()
{
    const int width = right_->GetClientSize().x - 2 * FromDIP(10);
    if (width <= 0)
        return;
    buttons_row_->flow_to(width);
    why_not_->fit_to(width);
    right_->Layout();
}

void ModulesPage::select(const std::string& id)
{
    selected_ = id;
    fill_buttons();
    look();
}

void ModulesPage::look()
{
    look_request_.reset();
    slow_.Stop();
    if (!is_open())
        return; // the page is made when somebody needs it
    if (!selected()) {
        looked_at_.reset();
        show_message(
            _("No programme modules"),
            _("Modules bring programmes to this desk: their guidance, what they suit and who may deliver "
              "them. Without any, searching and consultations work all the same. An administrator "
              "installs packs."));
        return;
    }
    slow_.StartOnce(slow_after_ms);
    look_request_ = service_.look(
        selected_, [this](std::optional<pages::ModuleStatePage> found) { show_looked_at(std::move(found)); },
        [this](const Error& error) {
            slow_.Stop();
            shell_.notify(sentence_of(error), Shell::Tone::warning);
        });
}

void ModulesPage::show_looked_at(std::optional<pages::ModuleStatePage> looked_at)
{
    slow_.Stop();
    look_request_.reset();
    looked_at_ = std::move(looked_at);
    modules_ = service_.modules(); // its code may just have run
    fill();
    render();
}

void ModulesPage::show_message(const wxString& title, const wxString& words)
{
    pane_->show(pages::message_page({.title = to_utf8(title), .paragraphs = {to_utf8(words)}}, {}),
                "guidepost://message", "");
}

void ModulesPage::render()
{
    if (!is_open())
        return;
    if (!looked_at_) {
        show_message(_("It is not here any more"), _("Choose another module."));
        return;
    }
    const auto& view = looked_at_->view;
    pane_->show(pages::module_state_page(*looked_at_, {}), "guidepost://module/" + slug(view.id), "");
    shell_.set_title(*this, name_of(view));
}

void ModulesPage::watch()
{
    if (needs_index_ && !services_.keeper.is_working())
        catch_up();
    auto now = service_.modules();
    const bool is_news = !std::equal(now.begin(), now.end(), modules_.begin(), modules_.end(), is_same);
    if (!is_news)
        return;
    for (const auto& view : now) {
        const auto before = std::find_if(modules_.begin(), modules_.end(),
                                         [&](const auto& one) { return one.id == view.id; });
        const bool did_stop = view.state == ModuleState::stopped && before != modules_.end() &&
                              before->state != ModuleState::stopped;
        if (did_stop)
            shell_.notify(to_wx(view.reason) + " " + _("Searching and consultations go on."),
                          Shell::Tone::warning);
    }
    modules_ = std::move(now);
    if (!is_open())
        return;
    fill();
    if (!look_request_)
        look();
}

void ModulesPage::act(ModuleAct act)
{
    const auto* const view = selected();
    if (!view || act_request_)
        return;
    const auto name = name_of(*view);
    if (act == ModuleAct::remove) {
        wxMessageDialog sure{this, wxString::Format(_("Remove %s?"), name), _("Remove a module"),
                             wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
        sure.SetExtendedMessage(_("Every version of it is taken from this desk and its guidance is hidden. A "
                                  "group that runs on it can no longer be planned. Installing the pack again "
                                  "brings it back."));
        sure.SetYesNoLabels(_("Remove"), _("Keep"));
        if (sure.ShowModal() != wxID_YES)
            return;
    }
    act_request_ = service_.run(
        act, selected_, services_.identity.who().value_or(people::Staff{}),
        [this, act, name = to_utf8(name)] { acted(act, name); },
        [this](const Error& error) {
            act_request_.reset();
            modules_ = service_.modules();
            fill();
            look();
            shell_.notify(sentence_of(error), Shell::Tone::warning);
        });
    fill_buttons();
}

void ModulesPage::acted(ModuleAct act, const std::string& name)
{
    act_request_.reset();
    const auto told = [&](const wxString& words) {
        shell_.notify(wxString::Format(words, to_wx(name)), Shell::Tone::told);
    };
    const auto told_later = [&](const wxString& words) {
        changed_guidance(wxString::Format(words, to_wx(name)));
    };
    switch (act) {
    case ModuleAct::verify:
        told(_("%s was read again and can be used."));
        break;
    case ModuleAct::try_again:
        told(_("%s works again."));
        break;
    case ModuleAct::enable:
        told_later(_("%s is enabled, and its guidance can be found again."));
        break;
    case ModuleAct::disable:
        told_later(_("%s is disabled. Its guidance is hidden; nothing is lost."));
        break;
    case ModuleAct::remove:
        told_later(_("%s was removed, and its guidance is hidden."));
        break;
    }
    look_again();
}

void ModulesPage::changed_guidance(const wxString& told)
{
    told_ = told;
    catch_up();
}

void ModulesPage::catch_up()
{
    needs_index_ = services_.keeper.is_working();
    services_.keeper.catch_up();
}

void ModulesPage::index_changed(News)
{
    if (!needs_index_ && !told_.empty())
        shell_.notify(std::exchange(told_, {}), Shell::Tone::told);
}

void ModulesPage::install()
{
    if (!install_->IsEnabled())
        return;
    const auto installed = install_pack(this, service_, services_.identity.who().value_or(people::Staff{}),
                                        refusal_of_unsigned(roles(), translated));
    if (!installed)
        return;
    const auto& view = installed->module;
    selected_ = view.id;
    changed_guidance(wxString::Format(_("%s %s is installed. %s."), name_of(view),
                                      to_wx(view.manifest.version),
                                      to_wx(pages::trust_words(view.trust, view.signer))));
    look_again();
}

} // namespace guidepost::desktop
