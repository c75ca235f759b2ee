// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/consultations_page.h"

#include "core/desk/removed_words.h"
#include "core/text/text.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int clerk_first_ms = 20'000, clerk_every_ms = 5 * 60'000;

std::string setting_of(const Login& who)
{
    return "consultations.view." + who.value();
}

} // namespace

ConsultationsPage::ConsultationsPage(wxWindow* parent, Services services, Shell& shell)
    : wxPanel{parent}, services_{services}, shell_{shell}, service_{services.desk}
{
    make_widgets();
    pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { fetch(); });
    select_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { open_selected(); });
    clerk_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        clerk_.StartOnce(clerk_every_ms);
        forget_removed();
        clerk_request_ = service_.clerk(
            [this](const consultation::ClerkReport& report) {
                if (report != consultation::ClerkReport{})
                    look_again();
            },
            [](const Error&) {
                // Any other desk, or the next turn, does it as well; everybody reads it as due already.
            });
    });
    clerk_.StartOnce(clerk_first_ms);
    words_request_ = ask(
        services_.errands, [&desk = services_.desk](const std::stop_token&) { return desk.guard_words(); },
        [this](std::shared_ptr<const GuardWords> words) {
            guard_words_ = std::move(words);
            thread_->composer().set_words(guard_words_);
            form_->set_words(guard_words_);
        },
        [this](const Error& error) { fail(error); });
    timing_request_ = service_.timing([this](AskTiming timing) { form_->set_timing(std::move(timing)); },
                                      [this](const Error& error) { fail(error); });
    Bind(wxEVT_CHAR_HOOK, &ConsultationsPage::on_key, this);
    on_resized(*this, [this] {
        flow_chips();
        set_sides();
    });
}

void ConsultationsPage::forget_removed()
{
    try {
        desk::forget_removed_words(services_.journal, services_.desk.connection());
    } catch (const Error& error) {
        fail(error);
    }
}

bool ConsultationsPage::is_used() const
{
    const auto& who = services_.identity.who();
    return !who || !views_of(*who).empty();
}

const ConsultationView* ConsultationsPage::view() const
{
    const auto found =
        std::find_if(views_.begin(), views_.end(), [this](const auto& one) { return one.which == which_; });
    return found == views_.end() ? nullptr : &*found;
}

void ConsultationsPage::person_changed()
{
    list_request_.reset();
    open_request_.reset();
    opening_.reset();
    act_request_.reset();
    shell_.mark_news(*this, false);
    listing_ = {};
    shown_ = {};
    find_.clear();
    field_->ChangeValue("");
    is_reading_ = false;
    show_form(false);
    const auto& who = services_.identity.who();
    views_ = who ? views_of(*who) : std::vector<ConsultationView>{};
    is_chosen_ = false;
    which_ = views_.empty() ? ConsultationView::Which::all_mine : views_.front().which;
    if (who)
        if (const auto kept = services_.journal.setting(setting_of(who->login)))
            for (const auto& one : views_)
                if (one.word == *kept) {
                    which_ = one.which;
                    is_chosen_ = true;
                }
    ask_->Show(services_.identity.has(people::Role::officer));
    top_->Layout();
    form_->person_changed();
    fill_list();
    show_chips();
    show_nothing();
    shell_.set_waiting(*this, 0);
    if (who)
        fetch();
}

void ConsultationsPage::fetch()
{
    pause_.Stop();
    const auto& who = services_.identity.who();
    if (!who || views_.empty())
        return;
    list_request_ = service_.list(
        *who, view() ? *view() : views_.front(), find_,
        [this](Listing listing) { show_listing(std::move(listing)); },
        [this](const Error& error) { fail(error); });
}

void ConsultationsPage::show_listing(Listing listing)
{
    listing_ = std::move(listing);
    shell_.set_waiting(*this, listing_.for_me);
    if (!is_chosen_ && find_.empty() && listing_.rows.empty())
        for (const auto& other : views_)
            if (listing_.counts[other.which] > 0) {
                which_ = other.which;
                is_chosen_ = true;
                fetch();
                return;
            }
    is_chosen_ = true;
    show_chips();
    fill_list();
    if (!shown_ || !thread_->open_thread())
        show_nothing();
}

void ConsultationsPage::choose(ConsultationView::Which which)
{
    which_ = which;
    is_chosen_ = true;
    find_.clear();
    field_->ChangeValue("");
    is_reading_ = false;
    if (const auto* const now = view())
        services_.journal.set_setting(setting_of(services_.identity.login()), std::string{now->word});
    fetch();
    set_sides();
}

void ConsultationsPage::fill_list()
{
    const auto& colours = result_colours(platform::is_dark() ? Background::dark : Background::light);
    std::vector<wxString> rows;
    int shown = -1;
    for (const auto& row : listing_.rows) {
        if (row.ref == shown_)
            shown = static_cast<int>(rows.size());
        rows.push_back(to_wx(row_markup(row, listing_.names, colours, system_now())));
    }
    list_->set_rows(std::move(rows));
    list_->select(shown);
    set_sides();
}

void ConsultationsPage::open_selected()
{
    select_.Stop();
    const int row = list_->selected();
    if (row < 0 || static_cast<std::size_t>(row) >= listing_.rows.size())
        return;
    if (is_narrow() && wxGetMouseState().LeftIsDown())
        is_reading_ = true;
    const auto& ref = listing_.rows[static_cast<std::size_t>(row)].ref;
    if (ref != shown_ || !thread_->open_thread())
        open_ref(ref, Why::chosen);
}

void ConsultationsPage::look_again()
{
    const auto& who = services_.identity.who();
    if (!who || views_.empty() || form_->IsShown()) {
        if (who && !views_.empty())
            list_request_ = service_.count(
                *who, [this](std::size_t count) { shell_.set_waiting(*this, count); }, [](const Error&) {});
        return;
    }
    fetch();
    // What a person opened or did is on its way: it must not be taken for news that can wait.
    if (shown_ && thread_->open_thread() && opening_.value_or(Why::looked_again) == Why::looked_again)
        open_ref(shown_, Why::looked_again);
}

std::vector<wxWindow*> ConsultationsPage::panes()
{
    if (form_->IsShown())
        return form_->panes();
    return {field_, list_, thread_->pane().focus_window(), thread_->composer().first_pane()};
}

void ConsultationsPage::case_changed(const std::optional<CaseProfile>& active)
{
    form_->case_changed(active);
}

void ConsultationsPage::appearance_changed()
{
    fill_list();
    thread_->appearance_changed();
}

bool ConsultationsPage::can_run(Command command) const
{
    switch (command) {
    case Command::ask:
        return services_.identity.has(people::Role::officer);
    case Command::send:
        return !services_.desk.is_read_only() && (form_->IsShown() || thread_->open_thread().has_value());
    case Command::replace_marks:
    case Command::show_news:
        return true;
    case Command::copy_for_record: {
        const auto& open = thread_->open_thread();
        return !form_->IsShown() && open && open->refusals.at(Act::copy_record).empty();
    }
    case Command::toggle_contents:
        return !form_->IsShown() && thread_->open_thread().has_value();
    case Command::print:
    case Command::copy:
        return !form_->IsShown() && thread_->open_thread().has_value();
    case Command::consultations:
        return is_used();
    case Command::search:
    case Command::find_in_page:
        return !form_->IsShown();
    default:
        return false;
    }
}

wxString ConsultationsPage::why_not(Command command) const
{
    const auto& who = services_.identity.who();
    switch (command) {
    case Command::ask:
    case Command::consultations:
        if (!who)
            return _("Nobody is signed in. Sign in with Ctrl+Shift+L.");
        return command == Command::ask ? _("Asking is the officer's who holds the case.")
                                       : _("Officers ask, specialists answer, leads decide. Your role does "
                                           "none of these.");
    case Command::send:
        return services_.desk.is_read_only()
                   ? _("Nothing can be sent from this desk, for it may not be written.")
                   : _("Nothing is open that could be sent.");
    case Command::copy_for_record:
        return _("Open a consultation of yours whose answer you have chosen on: that is what is copied.");
    default:
        return {};
    }
}

void ConsultationsPage::run(Command command)
{
    switch (command) {
    case Command::ask:
        show_form(true);
        break;
    case Command::send:
        if (form_->IsShown())
            form_->send();
        else if (thread_->composer().is_writing())
            act(thread_->composer().kind());
        else
            shell_.notify(_("Nothing is written yet."), Shell::Tone::told);
        break;
    case Command::replace_marks:
        if (form_->IsShown())
            form_->replace_marks();
        else
            thread_->composer().guarded().replace_marks();
        break;
    case Command::copy_for_record:
        act(Act::copy_record);
        break;
    case Command::show_news:
        fetch();
        if (shown_ && !form_->IsShown())
            open_ref(shown_, Why::chosen);
        break;
    case Command::toggle_contents:
        thread_->toggle_side();
        break;
    case Command::print:
        thread_->pane().print();
        break;
    case Command::copy:
        thread_->pane().copy();
        break;
    case Command::consultations:
    case Command::search:
    case Command::find_in_page:
        field_->SetFocus();
        field_->SelectAll();
        break;
    default:
        break;
    }
}

void ConsultationsPage::on_key(wxKeyEvent& event)
{
    if (event.GetKeyCode() == WXK_ESCAPE && !event.HasAnyModifiers()) {
        if (form_->IsShown())
            show_form(false);
        else if (FindFocus() == field_)
            field_->Clear();
        else if (is_narrow() && is_reading_) {
            is_reading_ = false;
            set_sides();
            list_->SetFocus();
        } else
            field_->SetFocus();
        return;
    }
    if (event.GetKeyCode() == WXK_DOWN && !event.HasAnyModifiers() && FindFocus() == field_ &&
        list_->IsShownOnScreen() && list_->size() > 0) {
        list_->SetFocus();
        if (list_->selected() < 0) {
            list_->select(0);
            select_.StartOnce(select_ms);
        }
        return;
    }
    event.Skip();
}

} // namespace guidepost::desktop
