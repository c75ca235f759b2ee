// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/text.h"
#include "ui/desktop/programmes/programmes_page.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/clipbrd.h>
#include <wx/filedlg.h>
#include <wx/intl.h>

#include <algorithm>

namespace guidepost::desktop {

void ProgrammesPage::answer(const std::string& key, const std::string& value)
{
    if (!profile_ || !said_)
        return;
    const auto question = next_question(said_->advice, place_.module, passed_over_, translated);
    if (!question || question->key != key)
        return; // of a page that has gone
    try {
        const auto after = answered(*profile_, key, value);
        auto label = value;
        for (const auto& one : question->answers)
            if (one.value == value)
                label = one.label;
        const Answered done{*profile_,
                            wxString::Format(_("Answered: %s, %s."), to_wx(question->text), to_wx(label))};
        services_.journal.save_case(services_.identity.login(), after);
        answered_.push_back(done);
        blank_->wait();
        shell_.case_edited();
    } catch (const Error& error) {
        if (error.code() != Errc::format)
            shell_.notify(sentence_of(error), Shell::Tone::warning);
        else if (question->is_number)
            shell_.notify(wxString::Format(_("%s takes a number from %g to %g."), to_wx(question->text),
                                           question->least, question->most),
                          Shell::Tone::warning);
        else
            shell_.notify(to_wx(error.what()), Shell::Tone::warning);
    }
}

void ProgrammesPage::undo_answer()
{
    if (answered_.empty())
        return;
    const auto before = answered_.back().before;
    try {
        services_.journal.save_case(services_.identity.login(), before);
        answered_.pop_back();
        blank_->wait();
        shell_.case_edited();
    } catch (const Error& error) {
        shell_.notify(sentence_of(error), Shell::Tone::warning);
    }
}

void ProgrammesPage::show_question()
{
    const auto question =
        said_ ? next_question(said_->advice, place_.module, passed_over_, translated) : std::nullopt;
    blank_->show(question, answered_.empty() ? wxString{} : answered_.back().told);
    flow();
}

void ProgrammesPage::copy_text()
{
    if (!said_ || !wxTheClipboard->Open())
        return;
    wxTheClipboard->SetData(new wxTextDataObject{to_wx(said_->text)});
    wxTheClipboard->Close();
    shell_.notify(_("Copied: what suits this case, as text for the case record."), Shell::Tone::told);
}

void ProgrammesPage::print(Onto onto)
{
    if (!can_run(Command::print))
        return;
    if (place_.tab == ProgrammeTab::sessions && is_sheet_shown_) {
        const auto& who = services_.identity.who();
        print_sheet(onto, who ? *who : people::Staff{});
    } else if (place_.tab == ProgrammeTab::suitability && said_) {
        on_shown_ = [this, onto] {
            print_now(onto);
        };
        show_page(title_, said_->html_to_print, "guidepost://programme/suitability");
    } else {
        print_now(onto);
    }
}

void ProgrammesPage::print_now(Onto onto)
{
    if (onto == Onto::paper)
        return pane_->print();
    wxFileDialog dialog{this,        _("Save this page as PDF"),       "", to_wx(slug(title_)) + ".pdf",
                        "PDF|*.pdf", wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() != wxID_OK)
        return;
    pane_->print_to(to_utf8(dialog.GetPath()), [this](const std::string& problem) {
        if (problem.empty())
            shell_.notify(_("The page was saved as PDF."), Shell::Tone::told);
        else
            shell_.notify(wxString::Format(_("The page could not be saved: %s."), to_wx(problem)),
                          Shell::Tone::warning);
    });
}

/// Who may deliver is asked now, not when the page was opened.
void ProgrammesPage::print_sheet(Onto onto, const people::Staff& deliverer)
{
    const auto* const one = item();
    if (!one)
        return;
    const auto warn = [this](const Error& error) {
        shell_.notify(sentence_of(error), Shell::Tone::warning);
    };
    print_request_ = service_.sheet(
        sheet_wanted(*one, deliverer.login ? std::optional{deliverer} : std::nullopt), asks_module(*one),
        [this, onto, deliverer](const Sheet& sheet) {
            if (sheet.delivery.may()) {
                on_shown_ = [this, onto] {
                    CallAfter([this, onto] { print_now(onto); });
                };
                show_page(sheet.title, sheet.html, "guidepost://programme/sheet");
            } else if (!deliverer.login) {
                shell_.notify(
                    _("Nobody is signed in. What may be printed depends on who delivers it: sign in "
                      "first."),
                    Shell::Tone::warning);
            } else {
                ask_gate(onto, deliverer);
            }
        },
        warn);
}

void ProgrammesPage::ask_gate(Onto onto, const people::Staff& who)
{
    const auto* const one = item();
    if (!one)
        return;
    print_request_ = service_.delivery(
        place_.module, one->option, who,
        [this, onto, who, what = to_wx(one->name)](DeliveryShown shown) {
            const auto answer = ask_at_gate(this, {.what = what,
                                                   .who = who,
                                                   .overview = std::move(shown.overview),
                                                   .purpose = GateAsked::For::printing,
                                                   .can_record = !services_.desk.is_read_only()});
            if (!answer)
                return;
            if (answer->exception)
                except(*answer,
                       [this, onto, deliverer = answer->deliverer] { print_sheet(onto, deliverer); });
            else
                print_sheet(onto, answer->deliverer);
        },
        [this](const Error& error) { shell_.notify(sentence_of(error), Shell::Tone::warning); });
}

void ProgrammesPage::make_exception()
{
    const auto& who = services_.identity.who();
    if (!who || !overview_)
        return;
    const auto answer = ask_at_gate(this, {.what = to_wx(overview_->page.title),
                                           .who = *who,
                                           .overview = *overview_,
                                           .purpose = GateAsked::For::exception,
                                           .can_record = !services_.desk.is_read_only()});
    if (answer && answer->exception)
        except(*answer, [this] { load(); });
}

void ProgrammesPage::except(const GateAnswer& answer, std::function<void()> then)
{
    const auto& who = services_.identity.who();
    if (!who)
        return;
    act_request_ = service_.except(
        *who, *answer.exception,
        [this, name = to_wx(answer.deliverer.display_name), until = answer.exception->until,
         then = std::move(then)](const usecases::Delivery&) {
            shell_.notify(
                wxString::Format(_("%s may deliver by your exception until %s. It stands in the register."),
                                 name, to_wx(format_date_long(until))),
                Shell::Tone::told);
            then();
        },
        [this](const Error& error) { shell_.notify(sentence_of(error), Shell::Tone::warning); });
}

} // namespace guidepost::desktop
