// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/guarded_field.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

struct MarkColours {
    const char* hard;
    const char* soft;
    const char* text;
    const char* ground; ///< of the field, as the style sheet has it
    const char* plain;
};

MarkColours mark_colours()
{
    return platform::is_dark() ? MarkColours{"#6b2f14", "#4d4420", "#ffffff", "#1f2125", "#e3e6ea"}
                               : MarkColours{"#fbd9c6", "#fdf1b8", "#1b1d21", "#ffffff", "#1b1d21"};
}

} // namespace

GuardedField::GuardedField(wxWindow* parent, const wxString& accessible_name, const wxString& hint,
                           Lines lines, int least_lines, Notice place)
    : wxPanel{parent}, is_several_{lines == Lines::several}
{
    platform::add_style(*this, "gp-page");
    field_ = new wxTextCtrl{
        this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, is_several_ ? wxTE_MULTILINE | wxTE_RICH2 : 0};
    if (!is_several_)
        field_->SetHint(hint);
    platform::add_style(*field_, "gp-field");
    platform::set_accessible_name(*field_, accessible_name, hint);
    UndoField::give_to(*field_);
    set_least_lines(least_lines);

    auto* const notice = new wxPanel{this};
    platform::add_style(*notice, "gp-guard");
    noticed_ = new FlowText{notice};
    replace_ = new wxButton{notice, wxID_ANY, _("Replace"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*replace_, "gp-plain");
    platform::set_accessible_name(*replace_, _("Replace what says who it is"));
    replace_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { replace_marks(); });
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(noticed_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxTOP | wxBOTTOM, FromDIP(6)));
    row->AddStretchSpacer();
    row->Add(replace_, wxSizerFlags{}.CentreVertical().Border(wxALL, FromDIP(4)));
    notice->SetSizer(row);
    notice_ = notice;
    notice_->Hide();

    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(field_, wxSizerFlags{is_several_ ? 1 : 0}.Expand());
    all->Insert(place == Notice::above ? 0 : 1, notice_, wxSizerFlags{}.Expand());
    SetSizer(all);

    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        look();
        if (on_changed)
            on_changed();
    });
    on_resized(*this, [this] { arrange(); });
}

void GuardedField::set_words(std::shared_ptr<const GuardWords> words)
{
    words_ = std::move(words);
    look();
}

void GuardedField::set_least_lines(int lines)
{
    // In lines of text, so that large text keeps its room.
    field_->SetMinSize(
        {-1, is_several_ ? lines * GetCharHeight() * 5 / 4 + FromDIP(8) : 2 * GetCharHeight()});
    InvalidateBestSize();
}

std::string GuardedField::text() const
{
    return to_utf8(field_->GetValue());
}

void GuardedField::set_text(const std::string& text)
{
    field_->ChangeValue(to_wx(text));
    if (auto* const undo = UndoField::of(field_))
        undo->start_over();
    look();
}

void GuardedField::look()
{
    auto marks = guard_marks(text(), date_of(system_now()), words_.get());
    const bool had_any = !marks_.empty();
    marks_ = std::move(marks);
    if (had_any || !marks_.empty())
        paint_marks();
    const bool shows = !marks_.empty();
    if (shows) {
        noticed_->set_text(wxString::Format(_("This looks like: %s. Say it by role (\"the partner\", \"child "
                                              "8\") or replace it with Ctrl+Shift+R."),
                                            to_wx(guard_sentence(marks_))));
    }
    const bool changes = notice_->IsShown() != shows;
    notice_->Show(shows);
    arrange();
    if (changes) {
        InvalidateBestSize();
        Layout();
        if (on_height_changed)
            on_height_changed();
    }
}

void GuardedField::paint_marks()
{
    if (!is_several_)
        return; // one-line fields have no styles; the line below says it
    const auto colours = mark_colours();
    const auto last = field_->GetLastPosition();
    wxTextAttr plain;
    plain.SetBackgroundColour(wxColour{colours.ground});
    plain.SetTextColour(wxColour{colours.plain});
    field_->SetStyle(0, last, plain);
    for (const auto& mark : marks_) {
        wxTextAttr marked;
        marked.SetBackgroundColour(wxColour{mark.is_soft ? colours.soft : colours.hard});
        marked.SetTextColour(wxColour{colours.text});
        field_->SetStyle(static_cast<long>(mark.start), static_cast<long>(mark.end), marked);
    }
}

void GuardedField::replace_marks()
{
    if (marks_.empty())
        return;
    const bool has_hard =
        std::any_of(marks_.begin(), marks_.end(), [](const GuardMark& mark) { return !mark.is_soft; });
    const auto caret = field_->GetInsertionPoint();
    field_->SetValue(
        to_wx(without_marks(text(), marks_, has_hard ? Replace::identifiers : Replace::everything)));
    field_->SetFocus(); // selects all of a field of one line
    field_->SelectNone();
    field_->SetInsertionPoint(std::min(caret, field_->GetLastPosition()));
}

void GuardedField::arrange()
{
    const int width = GetClientSize().x - replace_->GetBestSize().x - FromDIP(24);
    if (width <= 0 || !notice_->IsShown())
        return;
    if (noticed_->fit_to(width)) {
        InvalidateBestSize();
        if (on_height_changed)
            CallAfter([this] {
                if (on_height_changed)
                    on_height_changed();
            });
    }
    Layout();
}

} // namespace guidepost::desktop
