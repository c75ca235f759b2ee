// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/desk/desk.h"
#include "core/search/results.h"
#include "ui/desktop/widgets/flow_panel.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/widgets/wrapped_list.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxButton;

namespace guidepost::desktop {

/// What was found: how the words were read, what else they may mean, and the list.
class ResultsPanel : public wxPanel {
public:
    struct Actions {
        std::function<void(int row)> opened;                ///< Enter or double click
        std::function<void(int row)> looked_at;             ///< selected
        std::function<void(const std::string&)> search_for; ///< another spelling, one of several meanings
        std::function<void()> clear_filters;
        std::function<void()> show_more;
    };
    /// Borrows the desk, whose vocabulary says how names are written.
    ResultsPanel(wxWindow* parent, const desk::Desk& desk, Actions actions);

    enum class Filtered { no, yes };
    void show(const search::Page& page, const std::string& query, Filtered filtered);
    /// The words above the list anew; the list stays as it is.
    void show_head(const search::Page& page, const std::string& query, Filtered filtered);
    void show_failure(const wxString& what);
    void appearance_changed();

    WrappedList& list() { return *list_; }
    const std::vector<search::Hit>& hits() const { return hits_; }

private:
    void set_heading(const search::Page& page, const std::string& query);
    void set_choices(const search::Page& page, const std::string& query, Filtered filtered);
    void add_choice(const wxString& words, const wxString& name, std::function<void()> action);
    void fill_list();
    void arrange();

    const desk::Desk& desk_;
    Actions actions_;
    std::vector<search::Hit> hits_;
    wxPanel* head_ = nullptr;
    FlowText* heading_ = nullptr;
    FlowText* notes_ = nullptr;
    FlowPanel* choices_ = nullptr;
    WrappedList* list_ = nullptr;
    wxWindow* more_side_ = nullptr;
    wxButton* more_ = nullptr;
};

} // namespace guidepost::desktop
