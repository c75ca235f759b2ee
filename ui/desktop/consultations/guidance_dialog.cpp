// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/guidance_dialog.h"

#include "core/text/text.h"
#include "ui/desktop/consultations/guarded_field.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guidepost::desktop {

std::optional<consultation::GuidanceDraft> check_guidance(wxWindow* parent,
                                                          const consultation::GuidanceDraft& draft,
                                                          std::shared_ptr<const GuardWords> words)
{
    wxDialog dialog{parent,
                    wxID_ANY,
                    _("Make guidance of the answer"),
                    wxDefaultPosition,
                    wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER};
    platform::mark_as_dialog(dialog);
    const auto room = parent->GetClientSize();
    const int width = std::min(dialog.FromDIP(720), room.x);
    const int margin = dialog.FromDIP(14);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    auto* const told = new FlowText{&dialog};
    told->fit_to(width - 2 * margin);
    told->set_text(
        _("Who asked, who answered, where, when and the reference are left out. Read it once more: "
          "take out what would still say who the case is about."));
    all->Add(told, wxSizerFlags{}.Border(wxALL, margin));
    all->Add(new wxStaticText{&dialog, wxID_ANY, _("Title")},
             wxSizerFlags{}.Border(wxLEFT | wxRIGHT, margin));
    auto* const title = new GuardedField{&dialog, _("Title"), {}, GuardedField::Lines::one};
    title->set_text(draft.title);
    title->set_words(words);
    all->Add(title, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, margin));
    all->Add(new wxStaticText{&dialog, wxID_ANY, _("Text")}, wxSizerFlags{}.Border(wxLEFT | wxRIGHT, margin));
    auto* const text = new GuardedField{&dialog, _("Text"), {}, GuardedField::Lines::several};
    text->set_text(draft.text);
    text->set_words(std::move(words));
    all->Add(text, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, margin));
    all->Add(dialog.CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags{}.Expand().Border(wxALL, margin));
    dialog.SetSizer(all);
    auto* const ok = static_cast<wxButton*>(dialog.FindWindow(wxID_OK));
    ok->SetLabel(_("Make the draft"));
    platform::set_accessible_name(*ok, _("Make the draft"));
    for (auto* const field : {title, text})
        field->on_height_changed = [&dialog] {
            dialog.Layout();
        };
    dialog.SetSize(width, std::min(dialog.FromDIP(640), room.y));
    dialog.CentreOnParent();
    text->field().SetFocus();
    if (dialog.ShowModal() != wxID_OK || trimmed(title->text()).empty() || trimmed(text->text()).empty())
        return {};
    return consultation::GuidanceDraft{title->text(), text->text(), draft.taken_out};
}

} // namespace guidepost::desktop
