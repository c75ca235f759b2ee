// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/accessible.h"

#ifdef __WXGTK__
#include <gtk/gtk.h>
#include <wx/dataview.h>
#include <wx/listbox.h>

namespace guidepost::desktop::platform {
namespace {

/// The widget that takes the focus: wx often wraps it in a scrolled window.
GtkWidget* focus_widget(wxWindow& window)
{
    if (auto* list = dynamic_cast<wxDataViewCtrl*>(&window))
        return list->GtkGetTreeView();
    auto* widget = window.GetHandle();
    if (GTK_IS_SCROLLED_WINDOW(widget))
        if (auto* child = gtk_bin_get_child(GTK_BIN(widget)))
            return child;
    return widget;
}

} // namespace

void set_accessible_name(wxWindow& window, const wxString& name, const wxString& description)
{
    window.SetName(name);
    auto* widget = focus_widget(window);
    if (!widget)
        return;
    auto* accessible = gtk_widget_get_accessible(widget);
    atk_object_set_name(accessible, name.utf8_str());
    // What scrolls it can take the focus too.
    if (window.GetHandle() != widget)
        atk_object_set_name(gtk_widget_get_accessible(window.GetHandle()), name.utf8_str());
    if (!description.empty())
        atk_object_set_description(accessible, description.utf8_str());
}

void mark_as_dialog(wxWindow& dialog)
{
    if (auto* const widget = dialog.GetHandle())
        atk_object_set_role(gtk_widget_get_accessible(widget), ATK_ROLE_DIALOG);
}

} // namespace guidepost::desktop::platform

#else

namespace guidepost::desktop::platform {

void set_accessible_name(wxWindow& window, const wxString& name, const wxString&)
{
    window.SetName(name);
}

void set_labelled_by(wxWindow&, wxWindow&)
{}

} // namespace guidepost::desktop::platform

#endif
