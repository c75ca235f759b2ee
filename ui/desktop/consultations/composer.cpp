// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/composer.h"

#include "core/guidance/place.h"
#include "core/pages/place_words.h"
#include "core/text/text.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/chip_row.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/tglbtn.h>

#include <algorithm>
#include <utility>

namespace guidepost::desktop {
namespace {

constexpr int least_lines = 3, least_lines_when_low = 1, low_window_lines = 26;
constexpr std::size_t longest_quote = 400;

std::string draft_kind(Act kind)
{
    return std::string{row_of(kind).word};
}

std::string cites_kind(Act kind)
{
    return draft_kind(kind) + "-cites";
}

wxString label_words(Act act, const OpenThread& open)
{
    return wxGetTranslation(label_of(act, open.thread, open.reader.login));
}

/// What is likely to be done next: before the choice any act that can be done, after it the record.
bool could_be_main(Act act, const OpenThread& open)
{
    const bool has_chosen = open.side == Side::officer && open.thread.advice;
    return open.refusals.at(act).empty() && (act == Act::copy_record) == has_chosen;
}

} // namespace

Composer::Composer(wxWindow* parent, journal::Journal& journal, Actions actions)
    : wxPanel{parent}, journal_{journal}, actions_{std::move(actions)}
{
    platform::add_style(*this, "gp-row");
    auto* const all = new wxBoxSizer{wxVERTICAL};

    told_side_ = new wxPanel{this};
    platform::add_style(*told_side_, "gp-guard");
    told_ = new FlowText{told_side_};
    told_buttons_ = new FlowPanel{told_side_, "gp-guard"};
    auto* const send = new wxButton{told_buttons_,     wxID_ANY,      _("Send all the same"),
                                    wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*send, "gp-plain");
    platform::set_accessible_name(*send, _("Send all the same"));
    send->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { actions_.send_all_the_same(); });
    auto* const keep = new wxButton{told_buttons_,     wxID_ANY,      _("Keep it as a draft"),
                                    wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*keep, "gp-plain");
    platform::set_accessible_name(*keep, _("Keep it as a draft"));
    keep->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { hide_arrived(); });
    auto* const told = new wxBoxSizer{wxVERTICAL};
    told->Add(told_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    told->Add(told_buttons_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    told_side_->SetSizer(told);
    told_side_->Hide();
    all->Add(told_side_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(page_margin)));

    kinds_flow_ = new FlowPanel{this, "gp-row"};
    platform::set_accessible_name(*kinds_flow_, _("What you write"));
    all->Add(kinds_flow_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(page_margin)));
    invitation_ = new FlowText{this, "gp-quiet"};
    all->Add(invitation_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(page_margin)));
    field_ = new GuardedField{this,
                              _("Your words"),
                              _("Kept as you type, sent only when you say so."),
                              GuardedField::Lines::several,
                              least_lines,
                              GuardedField::Notice::above};
    field_->on_changed = [this] {
        this->keep();
    };
    field_->on_height_changed = [this] {
        arrange();
    };
    all->AddSpacer(FromDIP(4));
    all->Add(field_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(page_margin)));
    cites_flow_ = new FlowPanel{this, "gp-row"};
    platform::set_accessible_name(*cites_flow_, _("Guidance it rests on"));
    all->Add(cites_flow_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
    buttons_ = new FlowPanel{this, "gp-row"};
    platform::set_accessible_name(*buttons_, _("What can be done"));
    all->Add(buttons_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(page_margin)));
    SetSizer(all);
    on_resized(*this, [this] { arrange(); });
}

void Composer::set_words(std::shared_ptr<const GuardWords> words)
{
    field_->set_words(std::move(words));
}

void Composer::show(const OpenThread& open)
{
    Freeze();
    shown_ = std::make_shared<const OpenThread>(open);
    const bool is_same = ref_ == open.thread.ref && who_ == open.reader.login;
    titles_.insert(open.titles.begin(), open.titles.end());
    if (!is_same) {
        ref_ = open.thread.ref;
        who_ = open.reader.login;
        told_side_->Hide();
    }
    const auto has_draft = [this](Act kind) {
        return this->has_draft(kind);
    };
    const auto before =
        std::exchange(kinds_, kinds_to_write(open.thread, who_, open.side, open.refusals, has_draft));
    // Who has just accepted means to answer, not to go on with the note that was all there was to write.
    const bool is_free = kinds_ != before && !is_writing();
    if (!is_same || is_free || std::find(kinds_.begin(), kinds_.end(), kind_) == kinds_.end()) {
        kind_ = usual_kind(kinds_, open.thread, has_draft).value_or(Act::send);
        fetch_draft();
    }
    make_kinds(open);
    make_buttons(open);
    show_cites();
    arrange();
    Thaw();
}

bool Composer::has_draft(Act kind) const
{
    const auto draft = journal_.draft(who_, draft_kind(kind), ref_.value());
    return draft && !draft->body.empty();
}

void Composer::fetch_draft()
{
    const auto draft = journal_.draft(who_, draft_kind(kind_), ref_.value());
    field_->set_text(draft ? draft->body : "");
    const auto cites = journal_.draft(who_, cites_kind(kind_), ref_.value());
    cites_ = cites && takes_cites(kind_) ? split(cites->body, '\n') : std::vector<std::string>{};
}

void Composer::choose_kind(Act kind)
{
    if (!shown_)
        return;
    Freeze();
    if (kind != kind_) {
        kind_ = kind;
        hide_arrived();
        fetch_draft();
    }
    make_kinds(*shown_);
    make_buttons(*shown_);
    show_cites();
    arrange();
    Thaw();
    field_->field().SetFocus();
}

void Composer::make_kinds(const OpenThread& open)
{
    kinds_flow_->DestroyChildren();
    for (const auto kind : kinds_) {
        const wxString words = wxGetTranslation(kind_of(kind, open.thread, who_));
        auto* const button =
            new wxToggleButton{kinds_flow_, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::add_style(*button, "gp-act");
        platform::set_accessible_name(*button, words);
        button->SetValue(kind == kind_);
        button->Bind(wxEVT_TOGGLEBUTTON,
                     [this, kind](wxCommandEvent&) { CallAfter([this, kind] { choose_kind(kind); }); });
    }
    show_hint(open);
}

void Composer::show_hint(const OpenThread& open)
{
    if (kinds_.empty())
        return;
    wxString words = wxGetTranslation(kind_hint(kind_, open.thread, who_));
    for (const auto kind : kinds_)
        if (kind != kind_ && has_draft(kind))
            words += "  " + wxString::Format(_("Kept as well: %s."),
                                             wxGetTranslation(kind_of(kind, open.thread, who_)));
    invitation_->set_text(words);
}

std::vector<Act> Composer::bar_acts(const OpenThread& open) const
{
    // What cannot be done while nothing is answered, or once it is, would only be in the way: of the acts
    // of one moment only those that can be done are shown, of those of the whole time all.
    const auto is_of_a_moment = [](Act act) {
        return act == Act::accept || act == Act::decline_offer || act == Act::agree || act == Act::adapt ||
               act == Act::decline_advice || act == Act::assign || act == Act::copy_record;
    };
    const bool is_offered = open.refusals.at(Act::accept).empty();
    std::vector<Act> acts;
    for (const auto& row : act_table())
        if ((row.text == ActRow::Text::composer ? takes_text_ && row.act == kind_
                                                : row.place(open.side) == ActRow::Place::bar) &&
            (open.refusals.at(row.act).empty() || row.act == kind_ ||
             (!is_of_a_moment(row.act) && !is_offered && takes_text_)))
            acts.push_back(row.act);
    const auto main =
        std::find_if(acts.begin(), acts.end(), [&](Act act) { return could_be_main(act, open); });
    if (main != acts.end())
        std::rotate(acts.begin(), main, main + 1);
    return acts;
}

bool Composer::may_cite(const OpenThread& open) const
{
    return open.side != Side::officer && takes_text_ && takes_cites(kind_);
}

void Composer::make_buttons(const OpenThread& open)
{
    buttons_->DestroyChildren();
    takes_text_ = !kinds_.empty();
    bool has_more = is_low_ && kinds_.size() > 1;
    for (const auto& row : act_table())
        has_more =
            has_more || (row.text != ActRow::Text::composer && row.place(open.side) == ActRow::Place::menu);
    bool has_main = false;
    for (const auto act : bar_acts(open)) {
        // What is being written has its button, which says what it is, however little room there is.
        if (is_low_ && act != kind_ && (has_main || !could_be_main(act, open))) {
            has_more = true;
            continue;
        }
        const auto& refusal = open.refusals.at(act);
        const auto words = label_words(act, open);
        auto* const button =
            new wxButton{buttons_, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::set_accessible_name(*button, words, to_wx(refusal));
        button->SetToolTip(to_wx(refusal));
        button->Enable(refusal.empty());
        if (!has_main && could_be_main(act, open)) {
            has_main = true;
            platform::add_style(*button, "gp-primary");
        }
        platform::add_style(*button, "gp-act");
        button->Bind(wxEVT_BUTTON,
                     [this, act](wxCommandEvent&) { CallAfter([this, act] { actions_.act(act); }); });
    }
    if (may_cite(open) && !is_low_) {
        auto* const cite = new wxButton{buttons_,          wxID_ANY,      _("Cite guidance..."),
                                        wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::add_style(*cite, "gp-act");
        platform::set_accessible_name(*cite, _("Cite guidance..."));
        cite->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { actions_.cite(); }); });
    }
    if (has_more || (is_low_ && may_cite(open))) {
        auto* const button = new wxButton{buttons_,          wxID_ANY,      wxString{_("More")} + L" \u25be",
                                          wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::add_style(*button, "gp-act");
        platform::set_accessible_name(*button, _("More that can be done"));
        button->Bind(wxEVT_BUTTON, [this, button](wxCommandEvent&) {
            CallAfter([this, button] {
                if (shown_)
                    more(*shown_, *button);
            });
        });
    }
    field_->Show(takes_text_);
}

void Composer::more(const OpenThread& open, wxWindow& button)
{
    wxMenu menu;
    const auto add = [&](const wxString& label, bool is_enabled, std::function<void()> action) {
        auto* const item = menu.Append(wxID_ANY, label);
        item->Enable(is_enabled);
        menu.Bind(
            wxEVT_MENU, [this, action](wxCommandEvent&) { CallAfter(action); }, item->GetId());
    };
    const auto add_act = [&](Act act, const wxString& label) {
        add(label, open.refusals.at(act).empty(), [this, act] { actions_.act(act); });
    };
    if (is_low_) {
        const auto acts = bar_acts(open);
        for (std::size_t i = acts.empty() || !could_be_main(acts.front(), open) ? 0 : 1; i < acts.size(); ++i)
            if (acts[i] != kind_)
                add_act(acts[i], label_words(acts[i], open));
        if (may_cite(open))
            add(_("Cite guidance..."), true, [this] { actions_.cite(); });
        for (const auto kind : kinds_)
            if (kind != kind_)
                add(wxString::Format(_("Write instead: %s"),
                                     wxGetTranslation(kind_of(kind, open.thread, who_))),
                    true, [this, kind] { choose_kind(kind); });
        menu.AppendSeparator();
    }
    for (const auto& row : act_table())
        if (row.text != ActRow::Text::composer && row.place(open.side) == ActRow::Place::menu)
            add_act(row.act, wxGetTranslation(row.label));
    button.PopupMenu(&menu, 0, button.GetSize().y);
}

void Composer::add_cite(const std::string& cite, const std::string& title)
{
    if (std::find(cites_.begin(), cites_.end(), cite) != cites_.end())
        return;
    cites_.push_back(cite);
    titles_[guidance::parse_place(cite).article.value()] = title;
    journal_.keep_draft(who_, cites_kind(kind_), ref_.value(), join(cites_, "\n"));
    show_cites();
    arrange();
}

void Composer::show_cites()
{
    cites_flow_->DestroyChildren();
    for (const auto& cite : cites_) {
        const auto words = to_wx(pages::place_words(cite, titles_));
        make_chip(cites_flow_, _("Rests on") + ": " + words + L"  \u00d7",
                  wxString::Format(_("Take away: %s"), words), [this, cite] {
                      std::erase(cites_, cite);
                      journal_.keep_draft(who_, cites_kind(kind_), ref_.value(), join(cites_, "\n"));
                      show_cites();
                      arrange();
                  });
    }
    cites_flow_->Show(!cites_.empty() && takes_text_);
}

void Composer::keep()
{
    journal_.keep_draft(who_, draft_kind(kind_), ref_.value(), field_->text());
}

void Composer::sent(Act kind)
{
    journal_.remove_draft(who_, draft_kind(kind), ref_.value());
    journal_.remove_draft(who_, cites_kind(kind), ref_.value());
    if (kind == kind_) {
        field_->set_text("");
        cites_.clear();
    }
    told_side_->Hide();
    show_cites();
    arrange();
}

void Composer::show_arrived(const std::vector<consultation::Entry>& arrived, const pages::Names& names,
                            Timestamp now)
{
    auto words =
        "<b>" + escape_markup(to_utf8(_("Not sent yet: this arrived while you were writing."))) + "</b>";
    for (const auto& entry : arrived)
        words += "\n" +
                 escape_markup(pages::name_of(names, entry.who) + ", " + pages::moment_words(entry.at, now) +
                               ": " + shortened(entry.text, longest_quote));
    told_->set_markup(to_wx(words));
    told_buttons_->Show();
    told_side_->Show();
    arrange();
}

void Composer::hide_arrived()
{
    told_side_->Hide();
    arrange();
}

void Composer::show_refusal(const std::string& sentence)
{
    told_side_->Show(!sentence.empty());
    told_buttons_->Hide();
    told_->set_text(to_wx(sentence));
    arrange();
}

wxWindow* Composer::first_pane()
{
    if (field_->IsShown())
        return &field_->field();
    return buttons_->GetChildren().empty() ? nullptr : buttons_->GetChildren().front();
}

bool Composer::is_writing() const
{
    return takes_text_ && !trimmed(field_->text()).empty();
}

void Composer::set_busy(bool is_busy)
{
    buttons_->Enable(!is_busy);
    kinds_flow_->Enable(!is_busy); // what is sent is what stood there
}

void Composer::arrange()
{
    const int width = GetClientSize().x - 2 * FromDIP(page_margin);
    if (width <= 0)
        return;
    // In a low window the thread needs the lines more.
    const bool is_low = GetParent()->GetClientSize().y < low_window_lines * GetCharHeight();
    if (is_low != is_low_) {
        is_low_ = is_low;
        field_->set_least_lines(is_low ? least_lines_when_low : least_lines);
        if (shown_)
            make_buttons(*shown_);
    }
    kinds_flow_->Show(takes_text_ && !is_low);
    invitation_->Show(takes_text_ && !is_low);
    if (invitation_->IsShown())
        invitation_->fit_to(width);
    bool is_taller = buttons_->flow_to(width);
    is_taller = kinds_flow_->flow_to(width) || is_taller;
    is_taller = cites_flow_->flow_to(width) || is_taller;
    if (told_side_->IsShown()) {
        is_taller = told_->fit_to(width - 2 * FromDIP(8)) || is_taller;
        is_taller = told_buttons_->flow_to(width - 2 * FromDIP(8)) || is_taller;
    }
    InvalidateBestSize();
    const auto wanted = GetSizer()->CalcMin();
    const bool has_changed = wanted.y != GetMinSize().y;
    if (has_changed)
        SetMinSize({-1, wanted.y});
    Layout();
    if (has_changed || is_taller)
        actions_.resized();
}

} // namespace guidepost::desktop
