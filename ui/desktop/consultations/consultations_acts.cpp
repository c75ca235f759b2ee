// SPDX-License-Identifier: GPL-2.0-or-later
// The Consultations page: reading one thread and acting in it.
#include "core/text/digest.h"
#include "ui/desktop/consultations/act_dialog.h"
#include "ui/desktop/consultations/consultations_page.h"
#include "ui/desktop/consultations/guard_question.h"
#include "ui/desktop/consultations/guidance_dialog.h"
#include "ui/desktop/platform/clipboard.h"
#include "ui/desktop/shell/jump_dialog.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>

namespace guidepost::desktop {
namespace {

using consultation::Done;
using consultation::MovedOn;
using consultation::Refused;

} // namespace

void ConsultationsPage::open_ref(const ConsultationRef& ref, Why why)
{
    const auto& who = services_.identity.who();
    if (!who)
        return;
    if (services_.desk.is_read_only()) {
        thread_->show_message(
            {.title = to_utf8(_("This consultation cannot be opened here")),
             .paragraphs = {
                 to_utf8(_("Who read what is recorded, and this desk may not be written. Open it on a "
                           "desk that may."))}});
        return;
    }
    shown_ = ref;
    opening_ = why;
    open_request_ = service_.open(
        *who, ref,
        why == Why::chosen || why == Why::done ? ConsultationService::Opened::by_person
                                               : ConsultationService::Opened::by_window,
        [this, why](std::optional<OpenThread> open) {
            opening_.reset();
            show_thread(std::move(open), why);
        },
        [this](const Error& error) {
            opening_.reset();
            fail(error);
        });
}

void ConsultationsPage::show_thread(std::optional<OpenThread> open, Why why)
{
    if (!open) {
        shown_ = {};
        thread_->show_message({.title = to_utf8(_("This consultation cannot be shown")),
                               .paragraphs = {to_utf8(_("It is not there, or not for you to read."))}});
        return;
    }
    const auto& before = thread_->open_thread();
    if (why == Why::looked_again && before && before->thread.ref == open->thread.ref) {
        // What is being read stays until its reader asks for what is new.
        const bool is_same = before->seen == open->seen && before->thread.status == open->thread.status &&
                             before->thread.is_overdue == open->thread.is_overdue;
        shell_.mark_news(*this, !is_same);
        return;
    }
    shell_.mark_news(*this, false);
    // Somebody who writes answers what they had read: what arrives now is told when they send.
    const bool is_opened = why == Why::chosen || why == Why::done;
    if (is_opened || !thread_->composer().is_writing())
        seen_ = open->seen;
    if (why == Why::chosen && is_narrow())
        is_reading_ = true;
    shell_.set_title(*this, to_wx(open->thread.ref.value()));
    const auto place = place_of(open->thread, open->reader.login);
    thread_->show(std::move(*open));
    if (why == Why::done) { // it has moved to another list: that one is shown
        for (const auto& one : views_)
            if (one.which == place)
                which_ = place;
        fetch();
    }
    set_sides();
}

void ConsultationsPage::show_nothing()
{
    shell_.set_title(*this, {});
    pages::MessagePage message;
    const auto& who = services_.identity.who();
    if (!who) {
        message.title = to_utf8(_("Nobody is signed in"));
        message.paragraphs = {to_utf8(_("Consultations are read and answered by somebody. Guidance can be "
                                        "searched without."))};
        message.next_steps = {to_utf8(_("Sign in with Ctrl+Shift+L."))};
    } else if (views_.empty()) {
        message.title = to_utf8(_("No consultations for your role"));
        message.paragraphs = {
            to_utf8(_("Officers ask, specialists answer, leads decide. Your role does none of these."))};
    } else if (!find_.empty() && listing_.rows.empty()) {
        message.title = to_utf8(_("Nothing found"));
        message.paragraphs = {to_utf8(_("No consultation that you may read holds all of these words."))};
    } else if (listing_.rows.empty()) {
        message.title = to_utf8(_("Nothing in this list"));
        if (services_.identity.has(people::Role::officer))
            message.next_steps = {to_utf8(_("Ask a specialist with Ctrl+Shift+N."))};
    } else {
        message.title = to_utf8(_("Choose a consultation"));
        message.paragraphs = {to_utf8(_("What you open is recorded as read by you."))};
    }
    thread_->show_message(message);
    set_sides();
}

void ConsultationsPage::act(Act act)
{
    const auto& open = thread_->open_thread();
    if (!open || act_request_)
        return;
    if (const auto& refusal = open->refusals.at(act); !refusal.empty()) {
        shell_.notify(to_wx(refusal), Shell::Tone::warning);
        return;
    }
    const auto& row = row_of(act);
    if (act == Act::make_guidance) {
        make_guidance();
        return;
    }
    ActInput input;
    if (row.text == ActRow::Text::composer) {
        input.text = thread_->composer().text();
        input.seen = seen_;
        if (!ask_despite_marks(this, thread_->composer().guarded().marks()))
            return;
        input.cites = thread_->composer().cites();
    } else if (!row.is_direct()) {
        auto given = ask_for_act(this, act, *open, services_.journal, guard_words_);
        if (!given)
            return;
        input = std::move(*given);
    }
    run_act(act, std::move(input));
}

void ConsultationsPage::run_act(Act act, ActInput input)
{
    const auto& who = services_.identity.who();
    if (!who)
        return;
    thread_->composer().set_busy(true);
    thread_->composer().show_refusal({});
    const EventId event{uuid_v7(system_now())};
    act_request_ = service_.run(
        *who, command_of(act, shown_, event, input),
        [this, act, input](const Acted& acted) {
            act_request_.reset();
            thread_->composer().set_busy(false);
            show_result(act, input, acted);
        },
        [this](const Error& error) {
            act_request_.reset();
            thread_->composer().set_busy(false);
            fail(error);
        });
}

void ConsultationsPage::show_result(Act act, const ActInput&, const Acted& acted)
{
    if (const auto* const refused = std::get_if<Refused>(&acted.result)) {
        thread_->composer().show_refusal(refused->sentence);
        open_ref(shown_, Why::tried);
        return;
    }
    if (const auto* const moved = std::get_if<MovedOn>(&acted.result)) {
        if (const auto& open = thread_->open_thread())
            thread_->composer().show_arrived(moved->arrived, open->names, system_now());
        open_ref(shown_, Why::tried);
        return;
    }
    const auto& row = row_of(act);
    if (row.text == ActRow::Text::composer)
        thread_->composer().sent(act);
    else
        services_.journal.remove_draft(services_.identity.login(), std::string{row.word}, shown_.value());
    if (act == Act::copy_record) {
        const bool is_copied = platform::copy_to_clipboard(to_wx(acted.text));
        shell_.notify(is_copied ? _("Copied. Paste it into the case record: question, advice, what you chose "
                                    "and why. It is OFFICIAL-SENSITIVE.")
                                : _("The clipboard could not be used. Try again."),
                      is_copied ? Shell::Tone::told : Shell::Tone::warning);
    }
    open_ref(shown_, Why::done);
}

void ConsultationsPage::cite()
{
    const auto link = ask_for_article(this, services_.search);
    if (!link)
        return;
    const auto article = services_.desk.library().find(link->article);
    const auto cite =
        link->anchor.empty() ? link->article.value() : link->article.value() + "#" + link->anchor;
    thread_->composer().add_cite(cite, article ? article->title : link->article.value());
}

void ConsultationsPage::make_guidance()
{
    const auto& who = services_.identity.who();
    if (!who)
        return;
    act_request_ = service_.guidance_from(
        *who, shown_,
        [this](std::optional<consultation::GuidanceDraft> draft) {
            act_request_.reset();
            if (!draft)
                return;
            const auto checked = check_guidance(this, *draft, guard_words_);
            if (!checked)
                return;
            ActInput input;
            input.title = checked->title;
            input.text = checked->text;
            run_act(Act::make_guidance, std::move(input));
            shell_.notify(_("A draft was made for those who write guidance. It carries no reference and no "
                            "names."),
                          Shell::Tone::told);
        },
        [this](const Error& error) {
            act_request_.reset();
            fail(error);
        });
}

void ConsultationsPage::show_form(bool is_form)
{
    if (form_->IsShown() == is_form)
        return;
    Freeze();
    if (is_form)
        form_->begin();
    form_->Show(is_form);
    for (wxWindow* const window :
         {top_, static_cast<wxWindow*>(chips_side_), chips_line_, static_cast<wxWindow*>(sides_)})
        window->Show(!is_form);
    Layout();
    Thaw();
    const auto& open = thread_->open_thread();
    shell_.set_title(*this, is_form ? _("Ask a specialist")
                            : open  ? to_wx(open->thread.ref.value())
                                    : wxString{});
    if (is_form)
        form_->focus_first();
    else
        field_->SetFocus();
}

void ConsultationsPage::ask_with_verdict(const std::string& module)
{
    if (!services_.identity.has(people::Role::officer)) {
        shell_.notify(_("Asking is the officer's who holds the case."), Shell::Tone::warning);
        return;
    }
    show_form(true);
    form_->attach(module);
}

void ConsultationsPage::open_article(const Link& link)
{
    shell_.show_article(link);
}

void ConsultationsPage::fail(const Error& error)
{
    shell_.notify(sentence_of(error), Shell::Tone::warning);
}

} // namespace guidepost::desktop
