// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/ask_form.h"

#include "core/guidance/place.h"
#include "core/people/who_to_ask.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "ui/desktop/people/people_words.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/intl.h>

#include <algorithm>
#include <array>
#include <set>

namespace guidepost::desktop {
namespace {

using consultation::Priority;
using consultation::Responsibility;

constexpr int pause_ms = 300;
constexpr std::size_t best_pieces = 5, days_offered = 25, most_read = 5;
constexpr std::array dangers{true, false};
constexpr std::array priorities{Priority::routine, Priority::soon, Priority::urgent};
constexpr std::array responsibilities{Responsibility::advice, Responsibility::joint,
                                      Responsibility::take_over};

template <class Values, class Value>
std::optional<std::size_t> place_of(const Values& values, const std::optional<Value>& value)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        if (value == values[i])
            return i;
    return std::nullopt;
}

} // namespace

void AskForm::set_words(std::shared_ptr<const GuardWords> words)
{
    words_ = words;
    for (auto* const field : {question_, decision_, tried_})
        field->set_words(words);
}

void AskForm::set_timing(AskTiming timing)
{
    timing_ = std::move(timing);
    std::vector<wxString> labels;
    for (const auto priority : priorities)
        labels.push_back(to_wx(priority_label(priority, timing_.clocks)));
    priority_->rename(labels);
    const auto chosen = request().needed_by;
    days_ = next_days(consultation::to_london(system_now()).day, timing_.time, days_offered);
    fill_days(chosen);
    arrange();
}

void AskForm::fill_days(const std::optional<Date>& chosen)
{
    // A day of a draft that is no choice any more is chosen anew: it has passed, or is a holiday.
    needed_by_->Clear();
    for (const auto& day : days_)
        needed_by_->Append(to_wx(day.words));
    needed_by_->SetSelection(wxNOT_FOUND);
    for (std::size_t i = 0; i < days_.size(); ++i)
        if (chosen == days_[i].day)
            needed_by_->SetSelection(static_cast<int>(i));
}

void AskForm::person_changed()
{
    preview_request_.reset();
    send_request_.reset();
    find_request_.reset();
    modules_request_.reset();
}

void AskForm::begin()
{
    const auto everybody = services_.identity.everybody();
    const auto today = consultation::to_london(system_now()).day;
    specialisms_ = people::specialisms(everybody, today);
    colleagues_.clear();
    for (const auto& person : everybody)
        if (person.login != services_.identity.login() &&
            (people::has_role(person, people::Role::lead) ||
             people::has_role(person, people::Role::specialist)))
            colleagues_.push_back(person);
    const auto& who = services_.identity.who();
    std::stable_sort(colleagues_.begin(), colleagues_.end(), [&](const auto& one, const auto& other) {
        const auto is_near = [&](const people::Staff& person) {
            return who && person.region == who->region;
        };
        return is_near(one) && !is_near(other);
    });
    days_ = next_days(today, timing_.time, days_offered);
    was_tried_ = false;

    consultation::Request known;
    const auto draft = services_.journal.draft(services_.identity.login(), kind_of_draft, "");
    if (draft) {
        try {
            known = consultation::request_from_json(draft->body);
        } catch (const Error&) {
            known.question = draft->body; // nothing typed is lost, whatever form it is in
        }
    }
    fill(known);
    ask_modules();
    if (draft)
        actions_.told(_("This is what you had written. It was not sent."));
    look();
}

void AskForm::fill(const consultation::Request& request)
{
    is_filling_ = true;
    danger_->choose(place_of(dangers, request.is_danger));
    module_fields_->set_answers(request.fields);
    std::set<std::string> attached;
    for (const auto& verdict : consultation::verdicts_of(request))
        attached.insert(verdict.module);
    verdicts_->set_ticked(std::move(attached));
    question_->set_text(request.question);
    decision_->set_text(request.decision);
    tried_->set_text(request.tried);
    fill_days(request.needed_by);
    priority_->choose(place_of(priorities, request.priority));
    responsibility_->choose(place_of(responsibilities, request.responsibility));
    specialism_->Clear();
    specialism_->Append(_("As the case says"));
    int chosen = 0;
    for (const auto& specialism : specialisms_) {
        specialism_->Append(to_wx(pages::words_of(specialism)));
        if (specialism == request.specialism)
            chosen = static_cast<int>(specialism_->GetCount()) - 1;
    }
    specialism_->SetSelection(chosen);
    fill_read(request.read);
    restricted_->SetValue(request.is_restricted);
    restricted_to_->Clear();
    for (const auto& person : colleagues_) {
        restricted_to_->Append(to_wx(person.display_name + ": " + about_person(person)));
        const auto& named = request.restricted_to;
        if (std::find(named.begin(), named.end(), person.login) != named.end())
            restricted_to_->Check(restricted_to_->GetCount() - 1);
    }
    danger_told_->set(request.called, request.not_danger);
    preview_ = {};
    danger_told_->show({});
    footer_->set_message({});
    footer_->set_needed({});
    show_case();
    show_restricted();
    is_filling_ = false;
    arrange();
    scroll_->Scroll(0, 0);
}

void AskForm::fill_read(const std::vector<std::string>& ticked)
{
    read_places_ = ticked;
    for (const auto& page : services_.journal.recent_pages(most_read)) {
        const bool is_there = std::any_of(read_places_.begin(), read_places_.end(), [&](const auto& place) {
            return guidance::parse_place(place).article == page.article;
        });
        if (!is_there && read_places_.size() < most_read)
            read_places_.push_back(page.article.value());
    }
    read_->Clear();
    auto library = services_.desk.library();
    for (std::size_t i = 0; i < read_places_.size(); ++i) {
        const auto article = library.find(guidance::parse_place(read_places_[i]).article);
        read_->Append(to_wx(article ? article->title : read_places_[i]));
        read_->Check(static_cast<unsigned>(i), i < ticked.size());
    }
    read_->Show(!read_places_.empty());
    read_label_->Show(!read_places_.empty());
}

consultation::Request AskForm::request() const
{
    consultation::Request request;
    if (const auto at = danger_->chosen())
        request.is_danger = dangers.at(*at);
    request.fields = module_fields_->answers();
    for (const auto& verdict : verdicts_->ticked())
        request.verdicts.push_back(consultation::verdict_json(verdict));
    request.question = question_->text();
    request.decision = decision_->text();
    request.tried = tried_->text();
    if (const int at = needed_by_->GetSelection(); at != wxNOT_FOUND)
        request.needed_by = days_.at(static_cast<std::size_t>(at)).day;
    if (const auto at = priority_->chosen())
        request.priority = priorities.at(*at);
    if (const auto at = responsibility_->chosen())
        request.responsibility = responsibilities.at(*at);
    if (const int at = specialism_->GetSelection(); at > 0)
        request.specialism = specialisms_.at(static_cast<std::size_t>(at - 1));
    if (case_)
        request.profile = *case_;
    for (std::size_t i = 0; i < read_places_.size(); ++i)
        if (read_->IsChecked(static_cast<unsigned>(i)))
            request.read.push_back(read_places_[i]);
    request.is_restricted = restricted_->GetValue();
    if (request.is_restricted)
        for (std::size_t i = 0; i < colleagues_.size(); ++i)
            if (restricted_to_->IsChecked(static_cast<unsigned>(i)))
                request.restricted_to.push_back(colleagues_[i].login);
    if (danger_told_->is_told()) {
        request.called = danger_told_->called();
        request.not_danger = danger_told_->not_danger();
    }
    return request;
}

void AskForm::changed()
{
    if (is_filling_)
        return;
    auto draft = request();
    draft.profile = {}; // the case is in the journal already and may change before this is sent
    services_.journal.keep_draft(services_.identity.login(), kind_of_draft, "",
                                 consultation::request_json(draft));
    is_at_risk_ = services_.desk.is_read_only();
    pause_.StartOnce(pause_ms);
}

void AskForm::drop_draft()
{
    services_.journal.remove_draft(services_.identity.login(), kind_of_draft, "");
}

void AskForm::look()
{
    const auto& who = services_.identity.who();
    if (!who)
        return;
    const auto now = request();
    preview_request_ = service_.preview(
        *who, now, [this](usecases::Preview preview) { show_preview(std::move(preview)); },
        [this](const Error& error) { footer_->set_message(sentence_of(error)); });
    // Who it is about finds nothing, and a name is a word of other guidance by chance.
    auto searched = now;
    searched.question = question_->text_by_role();
    searched.decision = decision_->text_by_role();
    const auto words = search_words(searched);
    if (words.empty()) {
        show_hits({});
        return;
    }
    search::Query query;
    query.text = words;
    query.limit = best_pieces;
    query.profile = case_;
    find_request_ = services_.search.find(
        std::move(query), [this](Found found) { show_hits(std::move(found.page)); },
        [this](const Error&) { show_hits({}); });
}

void AskForm::show_preview(usecases::Preview preview)
{
    preview_ = std::move(preview);
    expected_->set_text(to_wx(expected_words(preview_)));
    modules_words_->set_text(to_wx(join(usecases::module_lines(preview_.need), "\n")));
    modules_words_->Show(!preview_.need.modules.empty());
    const bool must_call = preview_.is_too_late || !preview_.flags.empty();
    call_head_->set_text(must_call ? _("Call now:") : wxString{});
    call_head_->Show(must_call);
    call_->set_text(must_call ? to_wx(join(call_words(preview_), "\n")) : wxString{});
    call_->Show(must_call);
    const bool had_focus = danger_told_->is_told() && danger_told_->IsDescendant(FindFocus());
    danger_told_->show(preview_.flags);
    if (had_focus && preview_.flags.empty())
        question_->field().SetFocus();
    tell_missing(preview_.missing, was_tried_);
    arrange();
}

void AskForm::show_hits(search::Page page)
{
    hits_ = std::move(page.hits);
    const auto& colours = result_colours(platform::is_dark() ? Background::dark : Background::light);
    std::vector<wxString> rows;
    for (const auto& hit : hits_) {
        auto row = "<b>" + escape_markup(hit.title) + "</b>";
        if (!hit.section.empty())
            row += "\n<span size=\"smaller\" foreground=\"" + colours.quiet + "\">" +
                   escape_markup(hit.section) + "</span>";
        for (const auto& warning : warnings_of(hit))
            row += "\n<span size=\"smaller\" foreground=\"" + colours.warn_text + "\">" +
                   escape_markup(warning) + "</span>";
        rows.push_back(to_wx(row));
    }
    guidance_->set_rows(std::move(rows));
    guidance_->Show(!hits_.empty());
    settled_->Show(!hits_.empty() && !services_.desk.is_read_only()); // it would be recorded
    guidance_words_->set_text(hits_.empty() ? _("The best pieces show here as you type.")
                                            : _("Enter opens one. What you typed stays."));
    arrange();
}

void AskForm::settled()
{
    if (hits_.empty())
        return;
    const auto at = std::max(guidance_->selected(), 0);
    const auto& hit = hits_.at(static_cast<std::size_t>(at));
    const auto& who = services_.identity.who();
    if (!who || send_request_)
        return;
    send_request_ = service_.settle(
        *who, {hit.article},
        [this, title = hit.title](bool) {
            send_request_.reset();
            drop_draft();
            actions_.told(
                wxString::Format(_("Recorded: settled by \"%s\". Nothing was sent."), to_wx(title)));
            actions_.closed();
        },
        [this](const Error& error) {
            send_request_.reset();
            footer_->set_message(sentence_of(error));
        });
}

void AskForm::ask_modules()
{
    modules_request_ = service_.modules(
        case_.value_or(CaseProfile{}), [this](AskModules modules) { show_modules(std::move(modules)); },
        [this](const Error& error) { footer_->set_message(sentence_of(error)); });
}

void AskForm::show_modules(AskModules modules)
{
    module_fields_->show(modules.fields);
    verdicts_->show(std::move(modules.verdicts));
    arrange();
}

void AskForm::attach(const std::string& module)
{
    verdicts_->tick(module);
    changed();
}

void AskForm::replace_marks()
{
    for (auto* const field : {question_, decision_, tried_})
        field->replace_marks();
}

void AskForm::case_changed(const std::optional<CaseProfile>& active)
{
    case_ = active;
    show_case();
    if (IsShown()) {
        ask_modules();
        look();
    }
}

void AskForm::show_case()
{
    if (!case_) {
        case_words_->set_text(_("No case is set. With one, the answer fits and less needs to be said."));
        return;
    }
    const auto chips = join(case_chips(*case_), ", ");
    case_words_->set_text(to_wx(case_->reference + (chips.empty() ? "" : ": " + chips)));
}

void AskForm::show_restricted()
{
    restricted_to_->Show(restricted_->GetValue());
    arrange();
}

void AskForm::focus_first()
{
    question_->field().SetFocus();
}

std::vector<wxWindow*> AskForm::panes()
{
    return {&question_->field(), guidance_};
}

} // namespace guidepost::desktop
