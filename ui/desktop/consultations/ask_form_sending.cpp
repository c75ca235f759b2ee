// SPDX-License-Identifier: GPL-2.0-or-later
// The question goes out, or what stands against it is said, with the way there.
#include "core/pages/danger_words.h"
#include "core/text/text.h"
#include "ui/desktop/consultations/ask_form.h"
#include "ui/desktop/consultations/guard_question.h"
#include "ui/desktop/platform/clipboard.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>

#include <algorithm>
#include <utility>

namespace guidepost::desktop {

bool AskForm::is_sent_as_it_is()
{
    std::vector<GuardMark> marks;
    for (const auto* const field : {question_, decision_, tried_})
        marks.insert(marks.end(), field->marks().begin(), field->marks().end());
    // The reason why it is no danger goes out as they do.
    const auto in_reason = guard_marks(request().not_danger, date_of(system_now()), words_.get());
    marks.insert(marks.end(), in_reason.begin(), in_reason.end());
    return ask_despite_marks(this, marks);
}

void AskForm::send()
{
    if (!services_.identity.who() || send_request_ || services_.desk.is_read_only())
        return;
    was_tried_ = true;
    if (const auto problem = module_fields_->first_problem(); !problem.empty()) {
        footer_->set_message(to_wx(problem));
        return;
    }
    if (is_sent_as_it_is())
        send_now();
}

void AskForm::send_now()
{
    footer_->enable_send(false);
    std::vector<std::string> attached;
    for (const auto& verdict : verdicts_->ticked())
        attached.push_back(verdict.module);
    send_request_ = service_.send(
        *services_.identity.who(), request(), std::move(attached),
        [this](const Acted& acted) {
            send_request_.reset();
            footer_->enable_send(true);
            if (const auto* const done = std::get_if<consultation::Done>(&acted.result)) {
                drop_draft();
                fill({});
                actions_.sent(done->ref);
            } else if (const auto* const refused = std::get_if<consultation::Refused>(&acted.result)) {
                show_refused(*refused);
            }
        },
        [this](const Error& error) {
            send_request_.reset();
            footer_->enable_send(true);
            footer_->set_message(sentence_of(error));
        });
}

std::string AskForm::written() const
{
    std::string all;
    const auto add = [&all](const wxString& name, const GuardedField& field) {
        if (const auto words = field.text(); !trimmed(words).empty())
            all += to_utf8(name) + "\n" + words + "\n\n";
    };
    add(_("What do you want to know? One question"), *question_);
    add(_("What do you have to decide?"), *decision_);
    add(_("What have you tried?"), *tried_);
    return all;
}

std::string AskForm::words_at_risk() const
{
    return is_at_risk_ ? written() : std::string{};
}

void AskForm::copy_written()
{
    const auto words = written();
    if (words.empty()) {
        actions_.told(_("Nothing is written yet."));
        return;
    }
    const bool is_copied = platform::copy_to_clipboard(to_wx(words));
    is_at_risk_ = is_at_risk_ && !is_copied;
    actions_.told(is_copied ? _("Copied: what you wrote. It is OFFICIAL-SENSITIVE.")
                            : _("The clipboard could not be used. Try again."));
}

void AskForm::show_refused(const consultation::Refused& refused)
{
    look();
    if (refused.missing.empty()) {
        footer_->set_message(to_wx(refused.sentence));
        return;
    }
    tell_missing(refused.missing, true);
    for (const auto& missing : refused.missing)
        if (auto* const place = field_place(missing.field)) {
            go_to(*place);
            return;
        }
}

wxWindow* AskForm::field_place(const std::string& field) const
{
    const std::initializer_list<std::pair<std::string_view, wxWindow*>> places{
        {"danger", danger_},
        {"question", &question_->field()},
        {"decision", &decision_->field()},
        {"tried", &tried_->field()},
        {"needed_by", needed_by_},
        {"priority", priority_},
        {"responsibility", responsibility_},
        {"specialism", specialism_},
        {"restricted", restricted_->GetValue() ? static_cast<wxWindow*>(restricted_to_) : restricted_},
        {"called", danger_told_->is_told() ? &danger_told_->first_field() : nullptr},
    };
    for (const auto& [name, place] : places)
        if (name == field)
            return place;
    return nullptr;
}

/// Danger is said where one sends, which is always in sight: the place that says whom to call may lie below
/// what is typed. All else can wait until somebody was called.
void AskForm::tell_missing(const std::vector<consultation::Missing>& missing, bool names_all)
{
    const auto called =
        std::find_if(missing.begin(), missing.end(), [](const auto& one) { return one.field == "called"; });
    if (!preview_.flags.empty() && called != missing.end()) {
        footer_->set_message(to_wx(pages::danger_words(preview_.flags).headline + ". " + called->what));
        show_missing({*called});
    } else {
        footer_->set_message({});
        show_missing(names_all ? missing : std::vector<consultation::Missing>{});
    }
}

void AskForm::show_missing(const std::vector<consultation::Missing>& missing)
{
    std::vector<AskFooter::Needed> needed;
    for (const auto& thing : missing) {
        auto* const place = field_place(thing.field);
        needed.push_back({.name = wxGetTranslation(wxString::FromAscii(missing_label(thing.field))),
                          .what = to_wx(thing.what),
                          .go = [this, place] {
                              if (place)
                                  go_to(*place);
                          }});
    }
    footer_->set_needed(std::move(needed));
}

void AskForm::go_to(wxWindow& place)
{
    place.SetFocus();
    scroll_->bring_into_view(place);
}

} // namespace guidepost::desktop
