// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/wheel.h"

#ifdef __WXGTK__
#include <gtk/gtk.h>

namespace guidepost::desktop::platform {
namespace {

/// GTK's own handlers step to the next value; this one leaves the event to what scrolls.
gboolean leave_to_parent(GtkWidget*, GdkEventScroll*)
{
    return FALSE;
}

} // namespace

void keep_wheel_from_values()
{
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
