// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/import_report.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

wxString counts(const guidance::ImportReport& report)
{
    const auto number = [](std::size_t n) {
        return static_cast<unsigned long>(n);
    };
    auto words =
        wxString::Format(_("%lu new, %lu changed, %lu as before, %lu left out."), number(report.added),
                         number(report.changed), number(report.unchanged), number(report.skipped.size()));
    if (report.stopped)
        words = _("Stopped before the end. ") + words;
    if (!report.vanished.empty())
        words += " " + wxString::Format(wxPLURAL("%lu is no longer in the folder and was kept.",
                                                 "%lu are no longer in the folder and were kept.",
                                                 plural(report.vanished.size())),
                                        number(report.vanished.size()));
    if (report.added + report.changed + report.unchanged > 0)
        words += " " + _("Nobody has reviewed these texts: they are marked so and ranked below guidance.");
    return words;
}

wxString details(const guidance::ImportReport& report)
{
    wxString text;
    for (const auto& note : guidance::import_notes(report))
        text += to_wx(note) + "\n";
    if (!text.empty())
        text += "\n";
    const auto list = [&text](const wxString& heading, const std::vector<guidance::FileProblems>& files) {
        if (files.empty())
            return;
        text += heading + "\n";
        for (const auto& file : files)
            for (const auto& problem : file.problems)
                text += "  " + to_wx(guidance::format_problem(file.path, problem)) + "\n";
        text += "\n";
    };
    list(_("Left out:"), report.skipped);
    list(_("Taken in, with something to mend:"), report.warnings);
    return text;
}

} // namespace

void show_import_report(wxWindow* parent, const guidance::ImportReport& report)
{
    wxDialog dialog{parent,
                    wxID_ANY,
                    _("Import finished"),
                    wxDefaultPosition,
                    wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER};
    platform::mark_as_dialog(dialog);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    const int width = std::min(dialog.FromDIP(560), parent->GetClientSize().x - dialog.FromDIP(40));
    auto* const summary = new FlowText{&dialog};
    summary->fit_to(width);
    summary->set_text(counts(report));
    all->Add(summary, wxSizerFlags{}.Border(wxALL, dialog.FromDIP(16)));
    if (const auto text = details(report); !text.empty()) {
        auto* const list = new wxTextCtrl{&dialog,
                                          wxID_ANY,
                                          text,
                                          wxDefaultPosition,
                                          {width, dialog.FromDIP(220)},
                                          wxTE_MULTILINE | wxTE_READONLY};
        platform::set_accessible_name(*list, _("Files with problems"));
        all->Add(list, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, dialog.FromDIP(16)));
    }
    auto* const close = new wxButton{&dialog, wxID_OK, _("&Close")};
    close->SetDefault();
    all->Add(close, wxSizerFlags{}.Right().Border(wxALL, dialog.FromDIP(16)));
    dialog.SetSizerAndFit(all);
    dialog.CentreOnParent();
    close->SetFocus();
    dialog.ShowModal();
}

} // namespace guidepost::desktop
