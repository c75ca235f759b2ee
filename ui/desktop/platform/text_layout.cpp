// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/text_layout.h"

#include <algorithm>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace guidepost::desktop::platform {

#ifdef __WXGTK__

void wrap_label(wxStaticText& label, int width)
{
    auto* const widget = label.GetHandle();
    width = std::max(width, 40);
    if (!GTK_IS_LABEL(widget))
        return;
    gtk_label_set_line_wrap(GTK_LABEL(widget), TRUE);
    gtk_label_set_line_wrap_mode(GTK_LABEL(widget), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_xalign(GTK_LABEL(widget), 0);
    // Laid out here and not asked of the label: right after a change it still tells the old height.
    auto* const layout = gtk_widget_create_pango_layout(widget, nullptr);
    if (gtk_label_get_use_markup(GTK_LABEL(widget)))
        pango_layout_set_markup(layout, gtk_label_get_label(GTK_LABEL(widget)), -1);
    else
        pango_layout_set_text(layout, gtk_label_get_text(GTK_LABEL(widget)), -1);
    pango_layout_set_width(layout, width * PANGO_SCALE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    int height = 0;
    pango_layout_get_pixel_size(layout, nullptr, &height);
    g_object_unref(layout);
    label.SetMinSize({width, height});
}

void set_cell_padding(wxDataViewRenderer& renderer, int x, int y)
{
    g_object_set(renderer.GetGtkHandle(), "xpad", x, "ypad", y, nullptr);
}

void wrap_cells(wxDataViewCtrl& list, wxDataViewRenderer& renderer, int width)
{
    gint padding = 0;
    g_object_get(renderer.GetGtkHandle(), "xpad", &padding, nullptr);
    g_object_set(renderer.GetGtkHandle(), "wrap-width", std::max(width - 2 * padding, 60), "wrap-mode",
                 PANGO_WRAP_WORD_CHAR, nullptr);
    auto* const tree = GTK_TREE_VIEW(list.GtkGetTreeView());
    gtk_tree_view_columns_autosize(tree);
}

int width_of_menus(const wxMenuBar& bar)
{
    int least = 0;
    if (bar.GetHandle())
        gtk_widget_get_preferred_width(bar.GetHandle(), &least, nullptr);
    return least;
}

#else

void wrap_label(wxStaticText& label, int width)
{
    label.Wrap(std::max(width, 40));
}
void set_cell_padding(wxDataViewRenderer&, int, int)
{}
void wrap_cells(wxDataViewCtrl&, wxDataViewRenderer&, int)
{}
int width_of_menus(const wxMenuBar&)
{
    return 0;
}

#endif

} // namespace guidepost::desktop::platform
