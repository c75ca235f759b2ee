// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/programme/module_fields.h"
#include "ui/desktop/widgets/flow_text.h"

#include <wx/panel.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// The questions that programme modules ask, each as a choice or a number; nothing is chosen for the person.
/// There is never free text. Empty and hidden while no module asks anything.
class ModuleFieldsPanel : public wxPanel {
public:
    enum class For { a_case, a_consultation };
    ModuleFieldsPanel(wxWindow* parent, For what, const char* style);

    /// What the modules ask now; answers that were given stay.
    void show(const std::vector<programme::ModuleFields>& modules);

    /// "module.key" -> answer. What stands here for a question that no module asks, or of a module that
    /// could not be asked, is kept as it is.
    void set_answers(const std::map<std::string, std::string>& answers);
    std::map<std::string, std::string> answers() const;

    /// The first answer that its module would not take, as a sentence; it gets the focus. "" when there is
    /// none.
    std::string first_problem() const;

    bool has_fields() const { return !fields_.empty(); }
    void fit_to(int width);

    std::function<void()> on_changed = {};

private:
    struct Field {
        std::string name = {};
        programme::FormField asked = {};
        wxWindow* control = nullptr;
    };
    void add(const programme::ModuleFields& module, wxSizer& all);
    void add_field(const std::string& name, const programme::FormField& field, wxSizer& all);
    std::string answer_of(const Field& field) const;
    void put_answer(const Field& field, const std::string& answer);

    For what_;
    std::vector<Field> fields_;
    std::vector<FlowText*> texts_;
    std::map<std::string, std::string> given_; ///< all, also what has no field here
};

} // namespace guidepost::desktop
