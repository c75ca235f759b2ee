// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/values/case_keys.h"
#include "core/values/case_profile.h"
#include "ui/desktop/widgets/form_scroll.h"
#include "ui/desktop/widgets/module_fields_panel.h"

#include <functional>
#include <string>
#include <vector>

class wxSizer;
class wxStaticText;
class wxTextCtrl;

namespace guidepost::desktop {

/// Every field of one case. What is not known stays "Unknown".
class CaseForm : public FormScroll {
public:
    /// `room`: pixels across, as far as is known now.
    CaseForm(wxWindow* parent, int room, std::function<void()> on_change);

    void show(const CaseProfile& profile);
    /// What programme modules ask of a case, once they are known.
    void show_module_fields(const std::vector<programme::ModuleFields>& fields);

    /// What the fields say, or, in `problem`, the first that cannot be used; that field gets the focus.
    struct Answer {
        CaseProfile profile = {};
        wxString problem = {};
    };
    Answer read() const;

    wxTextCtrl* reference_field() { return reference_; }

private:
    struct Field {
        const CaseKey* key;
        wxWindow* focus;
        std::function<std::vector<std::string>()> values;
        std::function<void(const std::vector<std::string>&)> set_values;
    };
    void add_section(wxSizer& all, const struct CaseSection& section);
    void add_choice(const CaseKey& key, wxSizer& grid);
    void add_boxes(const CaseKey& key, wxSizer& column);
    void add_text(const CaseKey& key, wxSizer& grid);
    wxStaticText* add_label(const CaseKey& key, wxSizer& grid);

    std::function<void()> on_change_;
    int field_width() const;

    std::vector<Field> fields_;
    std::vector<class FlowText*> hints_;
    ModuleFieldsPanel* module_fields_ = nullptr;
    int label_width_ = 0;
    wxTextCtrl* reference_ = nullptr;
};

} // namespace guidepost::desktop
