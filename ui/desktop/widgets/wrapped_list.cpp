// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/wrapped_list.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/platform/text_layout.h"
#include "ui/desktop/widgets/on_resized.h"

namespace guidepost::desktop {

class WrappedList::Rows : public wxDataViewVirtualListModel {
public:
    void set(std::vector<wxString> markup)
    {
        markup_ = std::move(markup);
        Reset(static_cast<unsigned>(markup_.size()));
    }
    std::size_t size() const { return markup_.size(); }
    bool is(const std::vector<wxString>& markup) const { return markup_ == markup; }

    void GetValueByRow(wxVariant& value, unsigned row, unsigned) const override
    {
        value = row < markup_.size() ? markup_[row] : wxString{};
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }
    unsigned GetColumnCount() const override { return 1; }
    wxString GetColumnType(unsigned) const override { return "string"; }

private:
    std::vector<wxString> markup_;
};

WrappedList::WrappedList(wxWindow* parent, const wxString& accessible_name, const char* style,
                         Padding padding, Rules rules)
    : wxDataViewCtrl{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                     wxDV_SINGLE | wxDV_NO_HEADER | wxBORDER_NONE |
                         (rules == Rules::between_rows ? wxDV_HORIZ_RULES : 0)},
      rows_{new WrappedList::Rows}
{
    AssociateModel(rows_.get());
    auto* const renderer = new wxDataViewTextRenderer{"string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT};
    renderer->EnableMarkup();
    AppendColumn(new wxDataViewColumn{"", renderer, 0, wxCOL_WIDTH_AUTOSIZE, wxALIGN_LEFT, 0});
    renderer_ = renderer;
    platform::set_cell_padding(*renderer, FromDIP(padding.x), FromDIP(padding.y));
    platform::add_style(*this, style);
    platform::set_accessible_name(*this, accessible_name);

    on_resized(*this, [this] { wrap(); });
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (on_selected && selected() >= 0)
            on_selected(selected());
    });
    Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (on_activated && selected() >= 0)
            on_activated(selected());
    });
}

void WrappedList::set_rows(std::vector<wxString> markup)
{
    if (rows_->is(markup))
        return;
    UnselectAll();
    rows_->set(std::move(markup));
    wrap();
}

std::size_t WrappedList::size() const
{
    return rows_->size();
}

int WrappedList::selected() const
{
    const auto item = GetSelection();
    return item.IsOk() ? static_cast<int>(rows_->GetRow(item)) : -1;
}

void WrappedList::select(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= rows_->size()) {
        UnselectAll();
        return;
    }
    if (row == selected())
        return;
    const auto item = rows_->GetItem(static_cast<unsigned>(row));
    SetCurrentItem(item);
    Select(item);
    EnsureVisible(item);
}

void WrappedList::show_top()
{
    if (rows_->size() > 0)
        EnsureVisible(rows_->GetItem(0));
}

void WrappedList::wrap()
{
    const int width = GetClientSize().x;
    if (width <= 0 || width == wrapped_at_)
        return;
    wrapped_at_ = width;
    platform::wrap_cells(*this, *renderer_, width);
}

} // namespace guidepost::desktop
