// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/ask_form.h"

#include "core/guidance/feedback.h"
#include "core/people/who_to_ask.h"
#include "core/values/digest.h"
#include "core/values/text.h"
#include "ui/desktop/errors.h"
#include "ui/desktop/model/people_words.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/text.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/undo_field.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace guidepost::desktop {
namespace {

using consultation::Priority;
using consultation::Responsibility;

constexpr int margin = 16, side_width = 340, least_letters_across = 110;
constexpr int pause_ms = 300;
constexpr std::size_t best_pieces = 5, days_offered = 25, most_read = 5;
constexpr Timestamp read_lately = 12LL * 3600 * 1'000'000;
constexpr const char* draft_kind = "ask";
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

std::string article_of(const std::string& place)
{
    return place.substr(0, place.find('#'));
}

} // namespace

AskForm::AskForm(wxWindow* parent, Services services, ConsultationService& service, Actions actions)
    : wxPanel{parent}, services_{services}, service_{service}, actions_{std::move(actions)}
{
    platform::add_style(*this, "gp-page");
    auto* const all = new wxBoxSizer{wxVERTICAL};

    head_ = new wxPanel{this};
    platform::add_style(*head_, "gp-row");
    auto* const title = new wxStaticText{head_, wxID_ANY, _("Ask a specialist")};
    title->SetFont(title->GetFont().Bold().Scaled(1.2F));
    auto* const marking = new wxStaticText{head_, wxID_ANY, pages::sensitive_marking};
    platform::add_style(*marking, "gp-marking");
    auto* const close =
        new wxButton{head_, wxID_ANY, _("Close"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*close, "gp-plain");
    platform::set_accessible_name(*close, _("Close, keep as draft"));
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { actions_.closed(); }); });
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(title, wxSizerFlags{}.CentreVertical());
    row->Add(marking, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(14)));
    row->AddStretchSpacer();
    row->Add(close, wxSizerFlags{}.CentreVertical());
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(10)));
    head_->SetSizer(around);
    all->Add(head_, wxSizerFlags{}.Expand());
    all->Add(make_line(this, wxHORIZONTAL), wxSizerFlags{}.Expand());

    scroll_ = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL};
    scroll_->SetScrollRate(0, FromDIP(12));
    platform::add_style(*scroll_, "gp-page");
    platform::set_accessible_name(*scroll_, _("Ask a specialist"));
    scroll_->SetSizer(new wxBoxSizer{wxHORIZONTAL});
    make_fields();
    make_side();
    scroll_->GetSizer()->Add(fields_, wxSizerFlags{1}.Expand());
    scroll_->GetSizer()->Add(side_line_, wxSizerFlags{}.Expand());
    scroll_->GetSizer()->Add(side_, wxSizerFlags{}.Expand());
    all->Add(scroll_, wxSizerFlags{1}.Expand());
    SetSizer(all);

    pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
    scroll_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        arrange();
    });
}

wxStaticText* AskForm::label(wxWindow* parent, wxSizer& to, const wxString& words)
{
    auto* const text = new wxStaticText{parent, wxID_ANY, words};
    text->SetFont(text->GetFont().Bold());
    to.Add(text, wxSizerFlags{}.Border(wxTOP, FromDIP(12)));
    to.AddSpacer(FromDIP(4));
    return text;
}

void AskForm::make_fields()
{
    fields_ = new wxPanel{scroll_};
    platform::add_style(*fields_, "gp-page");
    auto* const column = new wxBoxSizer{wxVERTICAL};
    const auto guarded = [&](const wxString& name, const wxString& hint, GuardedField::Lines lines,
                             int least_lines) {
        label(fields_, *column, name);
        auto* const field = new GuardedField{fields_, name, hint, lines, least_lines};
        field->on_changed = [this] {
            changed();
        };
        field->on_height_changed = [this] {
            CallAfter([this] { arrange(); });
        };
        column->Add(field, wxSizerFlags{}.Expand());
        return field;
    };
    question_ = guarded(_("What do you want to know? One question"), {}, GuardedField::Lines::several, 4);
    decision_ = guarded(_("What do you have to decide?"), _("Whether he starts the group on Monday"),
                        GuardedField::Lines::one, 1);

    label(fields_, *column, _("By which day?"));
    needed_by_ = new wxChoice{fields_, wxID_ANY};
    platform::set_accessible_name(*needed_by_, _("By which day?"));
    needed_by_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed(); });
    column->Add(needed_by_, wxSizerFlags{});
    label(fields_, *column, _("How soon does it matter?"));
    priority_ = new ChoiceRow{fields_,
                              _("How soon does it matter?"),
                              {_("Routine: 5 days"), _("Soon: 2 days"), _("Urgent: 4 hours")},
                              "gp-page"};
    priority_->on_changed = [this] {
        changed();
    };
    column->Add(priority_, wxSizerFlags{}.Expand());
    label(fields_, *column, _("What do you ask for?"));
    responsibility_ = new ChoiceRow{fields_,
                                    _("What do you ask for?"),
                                    {_("Advice only"), _("Joint work"), _("That somebody takes over")},
                                    "gp-page"};
    responsibility_->on_changed = [this] {
        changed();
    };
    column->Add(responsibility_, wxSizerFlags{}.Expand());
    tried_ = guarded(_("What have you tried?"), {}, GuardedField::Lines::several, 2);

    label(fields_, *column, _("Case"));
    case_words_ = new FlowText{fields_};
    column->Add(case_words_, wxSizerFlags{}.Expand());
    edit_case_ = new wxButton{fields_,           wxID_ANY,      _("Set or edit case..."),
                              wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*edit_case_, "gp-plain");
    platform::set_accessible_name(*edit_case_, _("Set or edit case..."));
    edit_case_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { actions_.edit_case(); });
    column->Add(edit_case_, wxSizerFlags{}.Border(wxTOP, FromDIP(4)));
    label(fields_, *column, _("Field"));
    specialism_ = new wxChoice{fields_, wxID_ANY};
    platform::set_accessible_name(*specialism_, _("Field"));
    specialism_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed(); });
    column->Add(specialism_, wxSizerFlags{});

    read_label_ = label(fields_, *column, _("You read lately; untick what does not belong"));
    read_ = new wxCheckListBox{fields_, wxID_ANY, wxDefaultPosition, wxSize{-1, FromDIP(96)}};
    platform::set_accessible_name(*read_, _("Read first"));
    read_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent&) { changed(); });
    column->Add(read_, wxSizerFlags{}.Expand());

    restricted_ = new wxCheckBox{fields_, wxID_ANY, _("Restrict it to people I name")};
    restricted_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
        show_restricted();
        changed();
    });
    column->Add(restricted_, wxSizerFlags{}.Border(wxTOP, FromDIP(12)));
    restricted_to_ = new wxCheckListBox{fields_, wxID_ANY, wxDefaultPosition, wxSize{-1, FromDIP(140)}};
    platform::set_accessible_name(*restricted_to_, _("Who may see it, a lead among them"));
    restricted_to_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent&) { changed(); });
    column->Add(restricted_to_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));

    flags_ = new wxPanel{fields_};
    platform::add_style(*flags_, "gp-danger");
    auto* const flags = new wxBoxSizer{wxVERTICAL};
    flag_words_ = new FlowText{flags_};
    flags->Add(flag_words_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(10)));
    const auto called = [&](const wxString& name) {
        flags->Add(new wxStaticText{flags_, wxID_ANY, name}, wxSizerFlags{}.Border(wxLEFT, FromDIP(10)));
        auto* const field = new wxTextCtrl{flags_, wxID_ANY};
        platform::set_accessible_name(*field, name);
        UndoField::give_to(*field);
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
            event.Skip();
            changed();
        });
        flags->Add(field, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10)));
        return field;
    };
    called_whom_ = called(_("Whom did you call, by role?"));
    called_when_ = called(_("When?"));
    flags_->SetSizer(flags);
    column->Add(flags_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(12)));
    flags_->Hide();

    missing_ = new FlowText{fields_, "gp-warn-text"};
    column->Add(missing_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(12)));
    send_ = new wxButton{fields_, wxID_ANY, _("Send"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*send_, "gp-primary");
    platform::add_style(*send_, "gp-act");
    platform::set_accessible_name(*send_, _("Send the question"));
    send_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { send(); }); });
    column->Add(send_, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(12)));

    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(column, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(margin)));
    fields_->SetSizer(around);
}

void AskForm::make_side()
{
    side_line_ = make_line(scroll_, wxVERTICAL);
    side_ = new wxPanel{scroll_};
    platform::add_style(*side_, "gp-row");
    auto* const column = new wxBoxSizer{wxVERTICAL};
    const auto text = [&](const char* style) {
        auto* const words = new FlowText{side_, style};
        column->Add(words, wxSizerFlags{}.Expand());
        return words;
    };
    label(side_, *column, _("Who is expected"));
    expected_ = text(nullptr);
    column->AddSpacer(FromDIP(10));
    call_head_ = text("gp-warn-text");
    call_ = text(nullptr);
    label(side_, *column, _("Guidance that may settle it"));
    guidance_words_ = text("gp-quiet");
    guidance_ = new WrappedList{side_,
                                _("Guidance that may settle it"),
                                "gp-results",
                                {.x = 10, .y = 6},
                                WrappedList::Rules::between_rows};
    guidance_->SetMinSize({-1, FromDIP(290)});
    guidance_->on_activated = [this](int at) {
        const auto& hit = hits_.at(static_cast<std::size_t>(at));
        actions_.open({hit.article, hit.anchor});
    };
    column->Add(guidance_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    settled_ =
        new wxButton{side_, wxID_ANY, _("This settles it"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*settled_, "gp-plain");
    platform::set_accessible_name(*settled_, _("The marked guidance settles it: no need to ask"));
    settled_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { settled(); }); });
    column->Add(settled_, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(8)));
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(column, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(margin)));
    side_->SetSizer(around);
}

void AskForm::set_words(std::shared_ptr<const GuardWords> words)
{
    for (auto* const field : {question_, decision_, tried_})
        field->set_words(words);
}

void AskForm::person_changed()
{
    preview_request_.reset();
    send_request_.reset();
    find_request_.reset();
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
    days_ = next_days(today, consultation::WorkingTime{{}, {}}, days_offered);
    was_tried_ = false;

    consultation::Request known;
    const auto draft = services_.journal.draft(services_.identity.login(), draft_kind, "");
    if (draft) {
        try {
            known = consultation::request_from_json(draft->body);
        } catch (const Error&) {
            known.question = draft->body; // nothing typed is lost, whatever form it is in
        }
    } else {
        const auto oldest = system_now() - read_lately;
        for (const auto& page : services_.journal.recent_pages(most_read))
            if (page.at >= oldest)
                known.read.push_back(page.article.value());
    }
    fill(known);
    if (draft)
        actions_.told(_("This is what you had written. It was not sent."));
    look();
}

void AskForm::fill(const consultation::Request& request)
{
    is_filling_ = true;
    question_->set_text(request.question);
    decision_->set_text(request.decision);
    tried_->set_text(request.tried);
    needed_by_->Clear();
    for (const auto& day : days_)
        needed_by_->Append(to_wx(day.words));
    needed_by_->SetSelection(wxNOT_FOUND);
    for (std::size_t i = 0; i < days_.size(); ++i)
        if (request.needed_by == days_[i].day)
            needed_by_->SetSelection(static_cast<int>(i));
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
    called_whom_->ChangeValue(request.called ? to_wx(request.called->whom) : wxString{});
    called_when_->ChangeValue(request.called ? to_wx(request.called->when) : wxString{});
    preview_ = {};
    flags_->Hide();
    missing_->set_text({});
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
            return article_of(place) == page.article.value();
        });
        if (!is_there && read_places_.size() < most_read)
            read_places_.push_back(page.article.value());
    }
    read_->Clear();
    auto library = services_.desk.library();
    for (std::size_t i = 0; i < read_places_.size(); ++i) {
        const auto article = library.find(ArticleId{article_of(read_places_[i])});
        read_->Append(to_wx(article ? article->title : read_places_[i]));
        read_->Check(static_cast<unsigned>(i), i < ticked.size());
    }
    read_->Show(!read_places_.empty());
    read_label_->Show(!read_places_.empty());
}

consultation::Request AskForm::request() const
{
    consultation::Request request;
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
    const auto whom = to_utf8(called_whom_->GetValue()), when = to_utf8(called_when_->GetValue());
    if (flags_->IsShown() && (!trimmed(whom).empty() || !trimmed(when).empty()))
        request.called = consultation::Called{whom, when};
    return request;
}

void AskForm::changed()
{
    if (is_filling_)
        return;
    auto draft = request();
    draft.profile = {}; // the case is in the journal already and may change before this is sent
    services_.journal.keep_draft(services_.identity.login(), draft_kind, "",
                                 consultation::request_json(draft));
    pause_.StartOnce(pause_ms);
}

void AskForm::look()
{
    const auto& who = services_.identity.who();
    if (!who)
        return;
    const auto now = request();
    preview_request_ = service_.preview(
        *who, now, [this](AskPreview preview) { show_preview(std::move(preview)); },
        [this](const Error& error) { missing_->set_text(sentence_of(error)); });
    const auto words = search_words(now);
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

void AskForm::show_preview(AskPreview preview)
{
    preview_ = std::move(preview);
    expected_->set_text(to_wx(expected_words(preview_)));
    const bool must_call = preview_.is_too_late || !preview_.flags.empty();
    call_head_->set_text(must_call ? _("Call now:") : wxString{});
    call_head_->Show(must_call);
    call_->set_text(must_call ? to_wx(join(call_words(preview_), "\n")) : wxString{});
    call_->Show(must_call);
    if (!preview_.flags.empty()) {
        std::string words;
        for (const auto& flag : preview_.flags)
            words += (words.empty() ? "" : "\n") + flag.title + ". " + flag.says +
                     " Call now: " + join(flag.call, ", ") + ".";
        flag_words_->set_text(
            to_wx(words) + "\n" +
            _("This stops here until somebody was called. Then say whom and when; it goes to "
              "specialist and lead at once."));
    }
    const bool was_shown = flags_->IsShown();
    flags_->Show(!preview_.flags.empty());
    if (was_shown && preview_.flags.empty() && called_whom_->HasFocus())
        question_->field().SetFocus();
    if (was_tried_)
        missing_->set_text(preview_.missing.empty() ? wxString{} : to_wx(preview_.missing.front().what));
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
        rows.push_back(to_wx(row));
    }
    guidance_->set_rows(std::move(rows));
    guidance_->Show(!hits_.empty());
    settled_->Show(!hits_.empty());
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
    send_request_ = ask(
        services_.errands,
        [&desk = services_.desk, article = hit.article,
         who = services_.identity.login().value()](const std::stop_token&) {
            const auto connection = desk.open_store();
            const auto found = guidance::Library{*connection}.find(article);
            if (found)
                guidance::record_feedback(*connection, {article, found->revision, guidance::Useful::yes}, who,
                                          system_now());
            return found.has_value();
        },
        [this, title = hit.title](bool) {
            send_request_.reset();
            services_.journal.remove_draft(services_.identity.login(), draft_kind, "");
            actions_.told(
                wxString::Format(_("Recorded: settled by \"%s\". Nothing was sent."), to_wx(title)));
            actions_.closed();
        },
        [this](const Error& error) {
            send_request_.reset();
            missing_->set_text(sentence_of(error));
        });
}

void AskForm::send()
{
    const auto& who = services_.identity.who();
    if (!who || send_request_)
        return;
    was_tried_ = true;
    send_->Disable();
    send_request_ = service_.run(
        *who, consultation::Ask{EventId{uuid_v7(system_now())}, request()},
        [this](const Acted& acted) {
            send_request_.reset();
            send_->Enable();
            if (const auto* const done = std::get_if<consultation::Done>(&acted.result)) {
                services_.journal.remove_draft(services_.identity.login(), draft_kind, "");
                fill({});
                actions_.sent(done->ref);
            } else if (const auto* const refused = std::get_if<consultation::Refused>(&acted.result)) {
                missing_->set_text(to_wx(refused->sentence));
                arrange();
                look();
                if (refused->missing.empty())
                    return;
                const auto& field = refused->missing.front().field;
                if (field == "question")
                    question_->field().SetFocus();
                else if (field == "decision")
                    decision_->field().SetFocus();
                else if (field == "tried")
                    tried_->field().SetFocus();
                else if (field == "needed_by")
                    needed_by_->SetFocus();
                else if (field == "called" && flags_->IsShown())
                    called_whom_->SetFocus();
            }
        },
        [this](const Error& error) {
            send_request_.reset();
            send_->Enable();
            missing_->set_text(sentence_of(error));
            arrange();
        });
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
    if (IsShown())
        look();
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

void AskForm::arrange()
{
    const int width = scroll_->GetClientSize().x;
    if (width <= 0)
        return;
    const bool is_beside = width >= GetCharWidth() * least_letters_across;
    auto* const sizer = static_cast<wxBoxSizer*>(scroll_->GetSizer());
    const int side = is_beside ? FromDIP(side_width) : width;
    const int main = is_beside ? width - side : width;
    const int inner = main - 2 * FromDIP(margin), side_inner = side - 2 * FromDIP(margin);
    for (auto* const text : {case_words_, missing_})
        text->fit_to(inner);
    flag_words_->fit_to(inner - 2 * FromDIP(10));
    missing_->Show(!missing_->GetLabel().empty());
    priority_->flow_to(inner);
    responsibility_->flow_to(inner);
    for (auto* const text : {expected_, call_head_, call_, guidance_words_})
        text->fit_to(side_inner);
    side_line_->Show(is_beside);
    side_->SetMinSize({is_beside ? side : -1, -1});
    sizer->SetOrientation(is_beside ? wxHORIZONTAL : wxVERTICAL);
    sizer->GetItem(fields_)->SetProportion(is_beside ? 1 : 0);
    for (auto* const panel : {flags_, fields_, side_}) {
        panel->InvalidateBestSize();
        panel->Layout();
    }
    scroll_->FitInside();
    scroll_->Layout();
}

} // namespace guidepost::desktop
