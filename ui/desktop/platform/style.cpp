// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/style.h"

#include <wx/settings.h>

#ifdef __WXGTK__
#include "ui/desktop/platform/style_sheet.h"

#include <gtk/gtk.h>
#include <wx/dataview.h>

#include <string>
#endif

namespace guidepost::desktop::platform {

bool is_dark()
{
    return wxSystemSettings::GetAppearance().IsDark();
}

#ifdef __WXGTK__

namespace {

/// wx styles single widgets at the application's priority: no padding for small buttons.
constexpr guint above_wx = GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 50;

GtkWidget* styled_widget(wxWindow& window)
{
    if (auto* list = dynamic_cast<wxDataViewCtrl*>(&window))
        return list->GtkGetTreeView();
    return window.GetHandle();
}

/// Both GTK and wx keep the size a control wanted before it had its style.
void measure_again(wxWindow& window, GtkWidget* widget)
{
    gtk_widget_reset_style(widget);
    gtk_widget_queue_resize(widget);
    window.InvalidateBestSize();
}

bool is_high_contrast()
{
    gchar* theme = nullptr;
    g_object_get(gtk_settings_get_default(), "gtk-theme-name", &theme, nullptr);
    const std::string name{theme ? theme : ""};
    g_free(theme);
    return name.starts_with("HighContrast");
}

} // namespace

void load_style_sheet()
{
    // Kept by the screen for as long as the program runs; loading again replaces what it holds.
    static GtkCssProvider* const provider = [] {
        auto* made = gtk_css_provider_new();
        gtk_style_context_add_provider_for_screen(gdk_screen_get_default(), GTK_STYLE_PROVIDER(made),
                                                  above_wx);
        return made;
    }();
    std::string sheet;
    if (!is_high_contrast()) {
        sheet = is_dark() ? dark_colours : light_colours;
        sheet += rules;
    }
    gtk_css_provider_load_from_data(provider, sheet.data(), static_cast<gssize>(sheet.size()), nullptr);
}

void add_style(wxWindow& window, const char* name)
{
    if (auto* const widget = styled_widget(window)) {
        gtk_style_context_add_class(gtk_widget_get_style_context(widget), name);
        measure_again(window, widget);
    }
}

void remove_style(wxWindow& window, const char* name)
{
    if (auto* const widget = styled_widget(window)) {
        gtk_style_context_remove_class(gtk_widget_get_style_context(widget), name);
        measure_again(window, widget);
    }
}

void align_left(wxWindow& button)
{
    auto* const widget = button.GetHandle();
    if (!GTK_IS_BUTTON(widget))
        return;
    if (auto* const words = gtk_bin_get_child(GTK_BIN(widget)))
        gtk_widget_set_halign(words, GTK_ALIGN_START);
}

#else

void load_style_sheet()
{}
void add_style(wxWindow&, const char*)
{}
void remove_style(wxWindow&, const char*)
{}
void align_left(wxWindow&)
{}

#endif

} // namespace guidepost::desktop::platform
