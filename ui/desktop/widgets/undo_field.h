// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/widgets/text_undo.h"

#include <wx/textentry.h>
#include <wx/window.h>

namespace guidepost::desktop {

/// Gives a text field the undo that wx lacks on GTK. Lives in the field as its client object and
/// goes with it.
class UndoField : public wxClientData {
public:
    /// `Field` is a wxTextCtrl or a wxSearchCtrl.
    template <class Field>
    static UndoField& give_to(Field& field)
    {
        auto* const undo = new UndoField{field, field};
        field.SetClientObject(undo);
        return *undo;
    }

    /// Of the window that has the focus; none when it is no such field.
    static UndoField* of(wxWindow* window);

    bool can_undo() const { return history_.can_undo(); }
    bool can_redo() const { return history_.can_redo(); }
    void undo() { restore(history_.undo()); }
    void redo() { restore(history_.redo()); }
    /// The program put a text there: nothing before it can be undone.
    void start_over();

private:
    UndoField(wxWindow& window, wxTextEntry& entry);
    void restore(const std::optional<FieldState>& state);

    wxTextEntry& entry_;
    TextUndo history_;
};

} // namespace guidepost::desktop
