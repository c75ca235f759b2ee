// SPDX-License-Identifier: GPL-2.0-or-later
// The Consultations page: its widgets, and how they share the width there is.
#include "core/text/text.h"
#include "ui/desktop/consultations/consultations_page.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/chip_row.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guidepost::desktop {
namespace {

constexpr int list_width = 300, least_list_width = 260, least_letters_across = 92;

} // namespace

void ConsultationsPage::make_widgets()
{
    platform::add_style(*this, "gp-page");
    auto* const all = new wxBoxSizer{wxVERTICAL};

    auto* const top = new wxPanel{this};
    platform::add_style(*top, "gp-row");
    field_ = new wxSearchCtrl{top, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    field_->ShowCancelButton(true);
    field_->SetDescriptiveText(_("Find in consultations: words, or a reference"));
    platform::add_style(*field_, "gp-search");
    platform::set_accessible_name(*field_, _("Find in consultations"));
    UndoField::give_to(*field_);
    ask_ =
        new wxButton{top, wxID_ANY, _("Ask a specialist"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*ask_, "gp-primary");
    platform::add_style(*ask_, "gp-act");
    platform::set_accessible_name(*ask_, _("Ask a specialist"));
    ask_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { shell_.run(Command::ask); });
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(field_, wxSizerFlags{1}.CentreVertical());
    row->Add(ask_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(10)));
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(10)));
    top->SetSizer(around);
    top_ = top;
    all->Add(top, wxSizerFlags{}.Expand());

    chips_side_ = new wxPanel{this};
    platform::add_style(*chips_side_, "gp-row");
    chips_ = new FlowPanel{chips_side_, "gp-row"};
    platform::set_accessible_name(*chips_, _("Lists"));
    auto* const chips_around = new wxBoxSizer{wxVERTICAL};
    chips_around->Add(chips_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10)));
    chips_side_->SetSizer(chips_around);
    all->Add(chips_side_, wxSizerFlags{}.Expand());
    chips_line_ = make_line(this, wxHORIZONTAL);
    all->Add(chips_line_, wxSizerFlags{}.Expand());

    sides_ = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                  wxSP_LIVE_UPDATE | wxSP_NOBORDER | wxSP_THIN_SASH};
    sides_->SetMinimumPaneSize(FromDIP(least_list_width));
    list_ = new WrappedList{sides_, _("Consultations"), "gp-results", {}, WrappedList::Rules::between_rows};
    list_->on_selected = [this](int) {
        // Reading is kept who did it: passing over a row with the arrow keys is not reading it.
        select_.StartOnce(select_ms);
    };
    list_->on_activated = [this](int) {
        is_reading_ = true;
        open_selected();
        set_sides();
    };
    thread_ = new ThreadView{sides_,
                             services_.journal,
                             {.composer = {.act = [this](Act one) { act(one); },
                                           .cite = [this] { cite(); },
                                           .resized = {},
                                           .send_all_the_same =
                                               [this] {
                                                   if (const auto& open = thread_->open_thread())
                                                       seen_ = open->seen;
                                                   act(thread_->composer().kind());
                                               }},
                              .open = [this](const Link& link) { open_article(link); },
                              .back_to_list =
                                  [this] {
                                      is_reading_ = false;
                                      set_sides();
                                      list_->SetFocus();
                                  }}};
    list_->Hide();
    sides_->Initialize(thread_);
    all->Add(sides_, wxSizerFlags{1}.Expand());

    form_ = new AskForm{this,
                        services_,
                        service_,
                        {.sent =
                             [this](const ConsultationRef& ref) {
                                 show_form(false);
                                 is_chosen_ = true;
                                 open_ref(ref, Why::done);
                             },
                         .closed = [this] { show_form(false); },
                         .open = [this](const Link& link) { open_article(link); },
                         .told = [this](const wxString& words) { shell_.notify(words, Shell::Tone::told); },
                         .edit_case =
                             [this] {
                                 shell_.run(Command::edit_case);
                             }}};
    form_->Hide();
    all->Add(form_, wxSizerFlags{1}.Expand());
    SetSizer(all);

    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        find_ = trimmed(to_utf8(field_->GetValue()));
        pause_.StartOnce(pause_ms);
    });
    field_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { field_->Clear(); });
    field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        find_ = trimmed(to_utf8(field_->GetValue()));
        fetch();
    });
}

void ConsultationsPage::show_chips()
{
    wxString focused;
    if (auto* const focus = FindFocus(); focus && focus->GetParent() == chips_)
        focused = focus->GetName();
    chips_->Freeze();
    chips_->DestroyChildren();
    auto* const marking = new wxStaticText{chips_, wxID_ANY, pages::sensitive_marking};
    platform::add_style(*marking, "gp-marking");
    for (const auto& one : views_) {
        const auto count = static_cast<unsigned long>(listing_.counts[one.which]);
        const wxString words = wxGetTranslation(one.label);
        const bool is_on = one.which == which_ && find_.empty();
        auto* const chip =
            make_chip(chips_, words + wxString::Format(" %lu", count),
                      wxString::Format(is_on ? _("List %s, %lu, shown") : _("List %s, %lu"), words, count),
                      [this, which = one.which] { choose(which); });
        chip->SetName(words);
        if (is_on)
            platform::add_style(*chip, "gp-on");
        if (words == focused)
            chip->SetFocus();
    }
    flow_chips();
    chips_->Thaw();
}

void ConsultationsPage::flow_chips()
{
    const int width = GetClientSize().x - 2 * FromDIP(10);
    if (width < FromDIP(120))
        return; // not laid out yet
    chips_->flow_to(width);
    chips_side_->InvalidateBestSize();
    chips_side_->Layout();
    Layout();
}

bool ConsultationsPage::is_narrow() const
{
    return GetClientSize().x < GetCharWidth() * least_letters_across;
}

void ConsultationsPage::set_sides()
{
    const bool has_list = !listing_.rows.empty();
    // Where the thread stands in place of the list, what belongs to the list gives it its room.
    const bool is_alone = has_list && is_narrow() && is_reading_;
    if (!form_->IsShown() && top_->IsShown() == is_alone) {
        for (wxWindow* const window : {top_, static_cast<wxWindow*>(chips_side_), chips_line_})
            window->Show(!is_alone);
        Layout();
    }
    const bool beside = has_list && !is_narrow();
    const bool wants_list = has_list && !(is_narrow() && is_reading_);
    thread_->set_beside_list(beside || !has_list);
    if (beside) {
        if (!sides_->IsSplit()) {
            list_->Show();
            thread_->Show();
            sides_->SplitVertically(list_, thread_, FromDIP(list_width));
        }
        return;
    }
    if (sides_->IsSplit())
        sides_->Unsplit(wants_list ? static_cast<wxWindow*>(thread_) : list_);
    auto* const wanted = wants_list ? static_cast<wxWindow*>(list_) : thread_;
    if (sides_->GetWindow1() != wanted) {
        wanted->Show();
        sides_->ReplaceWindow(sides_->GetWindow1(), wanted);
        (wants_list ? static_cast<wxWindow*>(thread_) : list_)->Hide();
    }
}

} // namespace guidepost::desktop
