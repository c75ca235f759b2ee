// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/web_settings.h"

#ifdef __WXGTK__
#include <dlfcn.h>
#include <gtk/gtk.h>

#include <cstdlib>
#endif

namespace guidepost::desktop::platform {

#ifdef __WXGTK__

void prepare_web_views()
{
    // Without it the first page takes twice as long and some displays stay blank.
    setenv("WEBKIT_DISABLE_COMPOSITING_MODE", "1", 1);
}

bool lock_down(wxWebView& view)
{
    // wx hides WebKit's settings; the library is loaded, so its functions are found by name.
    using GetSettings = GObject* (*)(void*);
    const auto get_settings =
        reinterpret_cast<GetSettings>(dlsym(RTLD_DEFAULT, "webkit_web_view_get_settings"));
    auto* native = view.GetNativeBackend();
    if (!get_settings || !native)
        return false;
    auto* settings = get_settings(native);
    for (const char* name : {"enable-javascript", "enable-javascript-markup", "enable-html5-local-storage",
                             "enable-html5-database", "enable-page-cache", "enable-webgl", "enable-media",
                             "enable-dns-prefetching", "enable-developer-extras"})
        if (g_object_class_find_property(G_OBJECT_GET_CLASS(settings), name))
            g_object_set(settings, name, FALSE, nullptr);
    gboolean runs_scripts = TRUE;
    g_object_get(settings, "enable-javascript", &runs_scripts, nullptr);

    using GetContext = void* (*)(void*);
    using SetModel = void (*)(void*, int);
    const auto get_context = reinterpret_cast<GetContext>(dlsym(RTLD_DEFAULT, "webkit_web_view_get_context"));
    const auto set_model =
        reinterpret_cast<SetModel>(dlsym(RTLD_DEFAULT, "webkit_web_context_set_cache_model"));
    constexpr int document_viewer = 0; // WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER: nothing is kept
    if (get_context && set_model)
        set_model(get_context(native), document_viewer);
    return runs_scripts == FALSE;
}

void let_page_take_focus(wxWebView& view)
{
    auto* const page = GTK_WIDGET(view.GetNativeBackend());
    auto* const frame = view.GetHandle();
    if (!page || page == frame)
        return;
    gtk_widget_set_can_focus(frame, FALSE);
    view.m_focusWidget = page; // wx connects itself to the widget of the control alone
    const auto told = +[](GtkWidget* widget, GdkEventFocus* event, wxWebView* owner) {
        // The engine tells a screen reader of the focus only once a link has it.
        atk_object_notify_state_change(gtk_widget_get_accessible(gtk_widget_get_parent(widget)),
                                       ATK_STATE_FOCUSED, event->in != 0);
        if (event->in != 0)
            owner->GTKHandleFocusIn();
        else
            owner->GTKHandleFocusOut();
        return FALSE;
    };
    for (const char* const change : {"focus-in-event", "focus-out-event"})
        g_signal_connect(page, change, G_CALLBACK(told), &view);
}

#else

void let_page_take_focus(wxWebView&)
{}
void prepare_web_views()
{}
bool lock_down(wxWebView&)
{
    return true;
}

#endif

} // namespace guidepost::desktop::platform
