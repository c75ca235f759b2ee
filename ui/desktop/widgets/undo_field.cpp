// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/undo_field.h"

namespace guidepost::desktop {

UndoField::UndoField(wxWindow& window, wxTextEntry& entry)
    : entry_{entry}, history_{{entry.GetValue().ToStdWstring(), entry.GetInsertionPoint()}}
{
    window.Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        history_.note({entry_.GetValue().ToStdWstring(), entry_.GetInsertionPoint()},
                      std::chrono::steady_clock::now());
    });
}

UndoField* UndoField::of(wxWindow* window)
{
    if (!window || !dynamic_cast<wxTextEntry*>(window))
        return nullptr;
    return dynamic_cast<UndoField*>(window->GetClientObject());
}

void UndoField::start_over()
{
    history_.start_over({entry_.GetValue().ToStdWstring(), entry_.GetInsertionPoint()});
}

void UndoField::restore(const std::optional<FieldState>& state)
{
    if (!state)
        return;
    entry_.SetValue(state->text);
    entry_.SetInsertionPoint(state->caret);
}

} // namespace guidepost::desktop
