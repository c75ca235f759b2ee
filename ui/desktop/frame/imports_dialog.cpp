// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/imports_dialog.h"

#include "core/text/text.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace guidepost::desktop {
namespace {

wxString row_of(const desk::Imported& imported)
{
    const auto count = static_cast<unsigned long>(imported.articles);
    return to_wx(imported.source.title) + ": " +
           (imported.is_out ? _("taken out")
                            : wxString::Format(
                                  wxPLURAL("%lu article", "%lu articles", plural(imported.articles)), count));
}

class ImportsDialog : public wxDialog {
public:
    ImportsDialog(wxWindow* parent, const std::vector<desk::Imported>& imports)
        : wxDialog{parent,
                   wxID_ANY,
                   _("Imported texts"),
                   wxDefaultPosition,
                   wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
          imports_{imports}
    {
        platform::mark_as_dialog(*this);
        const int width = FromDIP(440), margin = FromDIP(14);
        auto* const told = new FlowText{this, "gp-quiet"};
        told->fit_to(width);
        told->set_text(imports.empty()
                           ? _("Nothing was imported on this desk. Import folder, in the File menu, does.")
                           : _("Texts that somebody imported; nobody has reviewed them. Taking them out is "
                               "recorded with your name and the reason, and nothing is lost."));
        list_ = new wxListBox{this, wxID_ANY, wxDefaultPosition, wxSize{width, FromDIP(150)}};
        platform::set_accessible_name(*list_, _("Imported texts"));
        for (const auto& imported : imports)
            list_->Append(row_of(imported));
        const auto asked = _("Why they are taken out");
        reason_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxSize{width, -1}};
        reason_->SetMaxLength(longest_reason);
        platform::set_accessible_name(*reason_, asked);
        UndoField::give_to(*reason_);
        remove_ = new wxButton{this, wxID_ANY, _("&Take out")};
        restore_ = new wxButton{this, wxID_ANY, _("&Bring back")};
        auto* const buttons = new wxBoxSizer{wxHORIZONTAL};
        buttons->Add(remove_);
        buttons->Add(restore_, wxSizerFlags{}.Border(wxLEFT, margin / 2));
        buttons->AddStretchSpacer();
        buttons->Add(new wxButton{this, wxID_CANCEL, _("&Close")});
        auto* const all = new wxBoxSizer{wxVERTICAL};
        const auto flags = wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, margin);
        all->Add(told, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, margin));
        all->Add(list_, wxSizerFlags{flags}.Proportion(1));
        all->Add(new wxStaticText{this, wxID_ANY, asked}, flags);
        all->Add(reason_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, margin / 2));
        all->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, margin));
        SetSizerAndFit(all);
        CentreOnParent();
        if (!imports.empty())
            list_->SetSelection(0);
        list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { judge(); });
        reason_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { judge(); });
        remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end_with(reason()); });
        restore_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end_with(std::nullopt); });
        judge();
        list_->SetFocus();
    }

    std::optional<WantedOfImport> wanted = {};

private:
    /// In letters: a letter has four bytes at most.
    static constexpr unsigned long longest_reason = desk::longest_import_reason / 4;

    const desk::Imported* selected() const
    {
        const int at = list_->GetSelection();
        return at == wxNOT_FOUND ? nullptr : &imports_[static_cast<std::size_t>(at)];
    }
    std::string reason() const { return std::string{trimmed(to_utf8(reason_->GetValue()))}; }

    void judge()
    {
        const auto* const imported = selected();
        const bool is_up = imported && !imported->is_out;
        reason_->Enable(is_up);
        remove_->Enable(is_up && !reason().empty());
        remove_->SetToolTip(is_up && reason().empty() ? _("Say why first.") : wxString{});
        restore_->Enable(imported && imported->is_out);
    }
    void end_with(std::optional<std::string> reason)
    {
        if (const auto* const imported = selected())
            wanted = WantedOfImport{imported->source.id, std::move(reason)};
        EndModal(wxID_OK);
    }

    const std::vector<desk::Imported>& imports_;
    wxListBox* list_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    wxButton* remove_ = nullptr;
    wxButton* restore_ = nullptr;
};

} // namespace

std::optional<WantedOfImport> choose_import(wxWindow* parent, const std::vector<desk::Imported>& imports)
{
    ImportsDialog dialog{parent, imports};
    dialog.ShowModal();
    return std::move(dialog.wanted);
}

} // namespace guidepost::desktop
