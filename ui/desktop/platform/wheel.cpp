// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/wheel.h"

#ifdef __WXGTK__
#include <gtk/gtk.h>

#include <utility>

namespace guidepost::desktop::platform {
namespace {

/// GTK's own handlers step to the next value; this one leaves the event to what scrolls.
gboolean leave_to_parent(GtkWidget*, GdkEventScroll*)
{
    return FALSE;
}

using ScrollEvent = gboolean (*)(GtkWidget*, GdkEventScroll*);

ScrollEvent& scroll_of_the_toolkit()
{
    static ScrollEvent kept = nullptr;
    return kept;
}

/// Whether what the window shows goes on in the direction of the wheel.
bool goes_on(GtkScrolledWindow* window, const GdkEventScroll* event)
{
    const double step = event->direction == GDK_SCROLL_UP       ? -1
                        : event->direction == GDK_SCROLL_DOWN   ? 1
                        : event->direction == GDK_SCROLL_SMOOTH ? event->delta_y
                                                                : 0;
    auto* const place = gtk_scrolled_window_get_vadjustment(window);
    const double value = gtk_adjustment_get_value(place), lower = gtk_adjustment_get_lower(place),
                 last = gtk_adjustment_get_upper(place) - gtk_adjustment_get_page_size(place);
    return (step < 0 && value > lower) || (step > 0 && value < last);
}

/// A text field that has nothing more to show keeps the wheel from the form it stands in.
gboolean scroll_or_leave(GtkWidget* widget, GdkEventScroll* event)
{
    auto* const window = GTK_SCROLLED_WINDOW(widget);
    auto* const child = gtk_bin_get_child(GTK_BIN(widget));
    if (child && GTK_IS_TEXT_VIEW(child) && !goes_on(window, event))
        return FALSE;
    return scroll_of_the_toolkit()(widget, event);
}

} // namespace

void keep_wheel_from_values()
{
    auto* const scrolled = GTK_WIDGET_CLASS(g_type_class_ref(GTK_TYPE_SCROLLED_WINDOW));
    if (scrolled->scroll_event != scroll_or_leave)
        scroll_of_the_toolkit() = std::exchange(scrolled->scroll_event, &scroll_or_leave);
    // The classes themselves, so that no control made later can be forgotten. A class keeps a copy of what
    // its parent class had, so those derived from these are named too. An open list is a window of its own
    // and scrolls as before.
    for (const GType type :
         {GTK_TYPE_COMBO_BOX, GTK_TYPE_COMBO_BOX_TEXT, GTK_TYPE_SPIN_BUTTON, GTK_TYPE_SCALE})
        GTK_WIDGET_CLASS(g_type_class_ref(type))->scroll_event = leave_to_parent;
}

} // namespace guidepost::desktop::platform

#else

namespace guidepost::desktop::platform {

void keep_wheel_from_values()
{}

} // namespace guidepost::desktop::platform

#endif
