// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/consultations/consultation_service.h"
#include "ui/desktop/shell/page.h"
#include "ui/desktop/shell/services.h"
#include "ui/desktop/widgets/web_pane.h"
#include "ui/desktop/widgets/wrapped_list.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/splitter.h>

#include <optional>
#include <vector>

namespace guidepost::desktop {

/// Articles that were begun from answers, for those who write guidance: to read, and to take along as a
/// file.
class DraftsPage : public wxPanel, public Page {
public:
    DraftsPage(wxWindow* parent, Services services, Shell& shell);

    wxWindow& widget() override { return *this; }
    std::vector<wxWindow*> panes() override;
    bool can_run(Command command) const override;
    void run(Command command) override;
    void person_changed() override;
    void appearance_changed() override;

    bool is_used() const override;
    void shown() override;

private:
    void fill();
    void read(std::size_t row);
    void render();
    void save_file();

    Services services_;
    Shell& shell_;
    ConsultationService service_;
    std::vector<guidance::Draft> drafts_;
    std::optional<guidance::Draft> shown_;
    RequestPtr list_request_, read_request_;
    wxSplitterWindow* sides_ = nullptr;
    WrappedList* list_ = nullptr;
    WebPane* pane_ = nullptr;
    wxButton* save_ = nullptr;
};

} // namespace guidepost::desktop
