// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/print_pdf.h"

#ifdef __WXGTK__
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <gtk/gtkunixprint.h>

#include <memory>
#include <string>

namespace guidepost::desktop::platform {
namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};

constexpr guint after_gtk_ms = 100;

struct Printing {
    std::function<void(const std::string&)> done;
    std::string problem;
    std::string uri;
};

/// GTK lists the printed file among the recent documents of the whole desktop; that is nobody's business.
void forget_as_recent(const std::string& uri)
{
    gtk_recent_manager_remove_item(gtk_recent_manager_get_default(), uri.c_str(), nullptr);
}

void on_failed(void*, GError* error, Printing* printing)
{
    printing->problem = error && error->message ? error->message : "the page could not be printed";
}

gboolean finish(void* data)
{
    const std::unique_ptr<Printing> owned{static_cast<Printing*>(data)};
    forget_as_recent(owned->uri);
    owned->done(owned->problem);
    return G_SOURCE_REMOVE;
}

void on_finished(void* operation, Printing* printing)
{
    g_object_unref(operation);
    // GTK adds the file to the recent ones after this.
    g_timeout_add(after_gtk_ms, finish, printing);
}

} // namespace

void print_to_pdf(wxWebView& view, const std::filesystem::path& file,
                  std::function<void(const std::string&)> done)
{
    using New = void* (*)(void*);
    using SetSettings = void (*)(void*, GtkPrintSettings*);
    using SetSetup = void (*)(void*, GtkPageSetup*);
    using Print = void (*)(void*);
    const auto make = reinterpret_cast<New>(dlsym(RTLD_DEFAULT, "webkit_print_operation_new"));
    const auto set_settings =
        reinterpret_cast<SetSettings>(dlsym(RTLD_DEFAULT, "webkit_print_operation_set_print_settings"));
    const auto set_setup =
        reinterpret_cast<SetSetup>(dlsym(RTLD_DEFAULT, "webkit_print_operation_set_page_setup"));
    const auto print = reinterpret_cast<Print>(dlsym(RTLD_DEFAULT, "webkit_print_operation_print"));
    if (!make || !set_settings || !set_setup || !print || !view.GetNativeBackend())
        return done("this system's web engine cannot print without a dialog");

    gchar* const uri = g_filename_to_uri(std::filesystem::absolute(file).c_str(), nullptr, nullptr);
    if (!uri)
        return done("the file name cannot be used");
    auto printing = std::make_unique<Printing>(Printing{std::move(done), {}, uri});
    g_free(uri);

    const std::unique_ptr<GtkPrintSettings, Unref> settings{gtk_print_settings_new()};
    gtk_print_settings_set_printer(settings.get(), "Print to File");
    gtk_print_settings_set(settings.get(), GTK_PRINT_SETTINGS_OUTPUT_URI, printing->uri.c_str());
    gtk_print_settings_set(settings.get(), GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
    const std::unique_ptr<GtkPageSetup, Unref> setup{gtk_page_setup_new()};
    auto* const a4 = gtk_paper_size_new(GTK_PAPER_NAME_A4);
    gtk_page_setup_set_paper_size_and_default_margins(setup.get(), a4);
    gtk_paper_size_free(a4);

    auto* const operation = make(view.GetNativeBackend());
    set_settings(operation, settings.get());
    set_setup(operation, setup.get());
    auto* const context = printing.release(); // given back to a unique_ptr in on_finished
    g_signal_connect(operation, "failed", G_CALLBACK(on_failed), context);
    g_signal_connect(operation, "finished", G_CALLBACK(on_finished), context);
    print(operation);
}

} // namespace guidepost::desktop::platform

#else

namespace guidepost::desktop::platform {

void print_to_pdf(wxWebView&, const std::filesystem::path&, std::function<void(const std::string&)> done)
{
    done("printing to a file is not available on this system");
}

} // namespace guidepost::desktop::platform

#endif
