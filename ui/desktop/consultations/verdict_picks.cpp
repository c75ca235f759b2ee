// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/verdict_picks.h"

#include "ui/desktop/consultations/ask_words.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>

#include <utility>

namespace guidepost::desktop {

VerdictPicks::VerdictPicks(wxWindow* parent) : wxPanel{parent}
{
    platform::add_style(*this, "gp-page");
    platform::set_accessible_name(*this, _("What the modules say"));
    SetSizer(new wxBoxSizer{wxVERTICAL});
    Hide();
}

void VerdictPicks::show(std::vector<consultation::AttachedVerdict> verdicts)
{
    Freeze();
    verdicts_ = std::move(verdicts);
    GetSizer()->Clear(true);
    boxes_.clear();
    texts_.clear();
    const auto text = [&](const wxString& words, int indent, const char* style) {
        auto* const flow = new FlowText{this, style};
        flow->set_text(words);
        texts_.push_back(flow);
        GetSizer()->Add(flow, wxSizerFlags{}.Expand().Border(wxLEFT, FromDIP(indent)));
        return flow;
    };
    if (!verdicts_.empty()) {
        auto* const heading = text(_("What the modules say; tick what goes with the question"), 0, nullptr);
        heading->SetFont(heading->GetFont().Bold());
    }
    for (const auto& verdict : verdicts_) {
        // The words wrap below the box, which cannot; a screen reader hears them with it.
        const auto words = to_wx(verdict_label(verdict));
        const auto name =
            to_wx(verdict.version.empty() ? verdict.name : verdict.name + " " + verdict.version);
        auto* const box = new wxCheckBox{this, wxID_ANY, name};
        platform::set_accessible_name(*box, wxString::Format(_("Send what the module says: %s"), words));
        box->Bind(wxEVT_CHECKBOX, [this, module = verdict.module](wxCommandEvent& event) {
            if (event.IsChecked())
                ticked_.insert(module);
            else
                ticked_.erase(module);
            if (on_changed)
                on_changed();
        });
        boxes_.push_back(box);
        GetSizer()->Add(box, wxSizerFlags{}.Border(wxTOP, FromDIP(6)));
        text(words.Mid(name.length() + 2), 26, "gp-quiet");
    }
    Show(!verdicts_.empty());
    show_ticks();
    InvalidateBestSize();
    Layout();
    Thaw();
}

void VerdictPicks::set_ticked(std::set<std::string> modules)
{
    ticked_ = std::move(modules);
    show_ticks();
}

void VerdictPicks::tick(const std::string& module)
{
    ticked_.insert(module);
    show_ticks();
}

void VerdictPicks::show_ticks()
{
    for (std::size_t i = 0; i < boxes_.size(); ++i)
        boxes_[i]->SetValue(ticked_.contains(verdicts_[i].module));
}

std::vector<consultation::AttachedVerdict> VerdictPicks::ticked() const
{
    std::vector<consultation::AttachedVerdict> ticked;
    for (const auto& verdict : verdicts_)
        if (ticked_.contains(verdict.module))
            ticked.push_back(verdict);
    return ticked;
}

void VerdictPicks::fit_to(int width)
{
    for (auto* const text : texts_)
        text->fit_to(width - (text == texts_.front() ? 0 : FromDIP(26)));
    InvalidateBestSize();
    Layout();
}

} // namespace guidepost::desktop
