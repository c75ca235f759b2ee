// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/links/link.h"

#include <wx/panel.h>
#include <wx/webview.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// Shows pages of ours and nothing else: no scripts, no network, every way out is asked about. The
/// web engine is made when the first page comes, because making it takes longer than the window.
class WebPane : public wxPanel {
public:
    explicit WebPane(wxWindow* parent);

    /// `base` is the page's own address without a heading: "guidepost://home".
    void show(const std::string& html, const std::string& base, const std::string& anchor);
    void jump_to(const std::string& anchor);

    void set_zoom(double factor);

    enum class Way { forward, backward };
    /// Marks the text and goes to the next place; returns how many there are. A call from within
    /// another one changes nothing.
    std::size_t find(const wxString& text, Way way);
    bool is_finding() const { return is_finding_; }
    void end_find();

    void copy();
    void select_all();
    void print();
    void print_to(const std::filesystem::path& file, std::function<void(const std::string&)> done);

    bool has_focus() const;
    wxWindow* focus_window(); ///< where the keyboard goes

    std::function<void(const Link&)> on_link = {};             ///< to another article, or another spot
    std::function<void(const PathLink&)> on_path_link = {};    ///< to a step of a path
    std::function<void(const wxString&)> on_outside_link = {}; ///< to the web or a mail program
    std::function<void()> on_shown = {};                       ///< a page has been loaded

private:
    void make_view();
    void load();
    bool is_current(const std::string& url) const; ///< of the page shown, at any heading
    void on_navigating(wxWebViewEvent& event);

    wxWebView* view_ = nullptr; ///< a child of this panel
    std::string html_;
    std::string base_;
    std::string anchor_;
    std::vector<std::string> overtaken_; ///< pages replaced before the engine told of loading them
    wxString found_;
    std::size_t found_count_ = 0;
    bool is_finding_ = false;
    bool is_loaded_ = false;
    double zoom_ = 1;
};

} // namespace guidepost::desktop
