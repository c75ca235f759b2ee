// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/web_pane.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/print_pdf.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/platform/web_settings.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int frame_width = 2; ///< kept free, so that nothing moves when the focus comes
constexpr const char* focused_style = "gp-focused";

} // namespace

WebPane::WebPane(wxWindow* parent) : wxPanel{parent}
{
    platform::add_style(*this, "gp-page");
    SetSizer(new wxBoxSizer{wxVERTICAL});
}

void WebPane::make_view()
{
    view_ = wxWebView::New(this, wxID_ANY, "about:blank", wxDefaultPosition, wxDefaultSize,
                           wxASCII_STR(wxWebViewBackendDefault), wxBORDER_NONE);
    if (!view_ || !platform::lock_down(*view_)) {
        if (view_)
            view_->Destroy();
        view_ = nullptr;
        GetSizer()->Clear(true);
        GetSizer()->Add(
            new wxStaticText{this, wxID_ANY,
                             _("The web engine of this computer cannot be made safe, so pages are "
                               "not shown. Search still works.")},
            wxSizerFlags{}.Border(wxALL, FromDIP(24)));
        Layout();
        return;
    }
    view_->EnableContextMenu(false);
    platform::let_page_take_focus(*view_);
    platform::set_accessible_name(*view_, _("Article"));
    GetSizer()->Add(view_, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(frame_width)));
    // The engine shows no focus of its own while none of the page's links has it.
    view_->Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        platform::add_style(*this, focused_style);
    });
    view_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        platform::remove_style(*this, focused_style);
    });
    view_->Bind(wxEVT_WEBVIEW_NAVIGATING, &WebPane::on_navigating, this);
    view_->Bind(wxEVT_WEBVIEW_NEWWINDOW, [this](wxWebViewEvent& event) {
        if (on_outside_link)
            on_outside_link(event.GetURL());
    });
    // The engine would leave a page of its own ("the URL can't be shown") where ours was.
    view_->Bind(wxEVT_WEBVIEW_ERROR, [this](wxWebViewEvent& event) {
        if (is_loaded_ && is_current(to_utf8(event.GetURL())))
            CallAfter([this] { load(); });
    });
    view_->Bind(wxEVT_WEBVIEW_LOADED, [this](wxWebViewEvent& event) {
        if (!is_current(to_utf8(event.GetURL())))
            return;
        is_loaded_ = true;
        overtaken_.clear();
        if (on_shown)
            on_shown();
    });
    Layout();
}

void WebPane::show(const std::string& html, const std::string& base, const std::string& anchor)
{
    if (!is_loaded_ && !base_.empty())
        overtaken_.push_back(base_);
    html_ = html;
    base_ = base;
    anchor_ = anchor;
    found_.clear();
    found_count_ = 0;
    if (!view_)
        make_view();
    load();
}

void WebPane::load()
{
    is_loaded_ = false;
    if (!view_)
        return;
    view_->SetPage(to_wx(html_), to_wx(anchor_.empty() ? base_ : base_ + "#" + anchor_));
    view_->SetZoomFactor(static_cast<float>(zoom_));
}

void WebPane::jump_to(const std::string& anchor)
{
    // An address the engine is at already, or a page it has not loaded yet, it would fetch, and there is
    // nothing to fetch; nor is there an address for "the top of what is shown".
    const bool can_move = is_loaded_ && !anchor.empty() && anchor != anchor_;
    anchor_ = anchor;
    if (!view_)
        return;
    if (can_move)
        view_->LoadURL(to_wx(base_ + "#" + anchor));
    else
        load();
}

bool WebPane::is_current(const std::string& url) const
{
    const auto page = url.substr(0, url.find('#'));
    // WebKit spells "guidepost://home" with a slash at the end.
    return page == base_ || page == base_ + "/";
}

void WebPane::on_navigating(wxWebViewEvent& event)
{
    const auto url = to_utf8(event.GetURL());
    const auto hash = url.find('#');
    const auto page = url.substr(0, hash);
    const bool is_here = is_current(url);
    if (url == "about:blank" || (is_here && (hash == std::string::npos || url.substr(hash + 1) == anchor_)))
        return;
    if (is_here && !parse_link(url)) {
        anchor_ = url.substr(hash + 1);
        return;
    }
    event.Veto();
    // The engine tells of a page of ours when another has taken its place: nobody pressed a link.
    if (const auto late = std::find(overtaken_.begin(), overtaken_.end(), page); late != overtaken_.end()) {
        overtaken_.erase(late);
        return;
    }
    // What follows may load another page: not from within this one's event.
    if (const auto link = parse_link(url))
        CallAfter([this, link] {
            if (on_link)
                on_link(*link);
        });
    else if (const auto path = parse_path_link(url))
        CallAfter([this, path] {
            if (on_path_link)
                on_path_link(*path);
        });
    else if (url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:"))
        CallAfter([this, target = event.GetURL()] {
            if (on_outside_link)
                on_outside_link(target);
        });
}

void WebPane::set_zoom(double factor)
{
    zoom_ = factor;
    if (view_)
        view_->SetZoomFactor(static_cast<float>(zoom_));
}

std::size_t WebPane::find(const wxString& text, Way way)
{
    if (!view_ || text.empty() || is_finding_)
        return found_count_;
    const auto flags = static_cast<wxWebViewFindFlags>(wxWEBVIEW_FIND_WRAP | wxWEBVIEW_FIND_HIGHLIGHT_RESULT |
                                                       (way == Way::backward ? wxWEBVIEW_FIND_BACKWARDS : 0));
    // The engine counts a new text first, and waits for the answer in an event loop of its own: what is
    // typed meanwhile must not start another count.
    is_finding_ = true;
    if (found_ != text) {
        found_ = text;
        const long count = view_->Find(text, flags);
        found_count_ = count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    if (found_count_ > 0)
        view_->Find(text, flags);
    is_finding_ = false;
    return found_count_;
}

void WebPane::end_find()
{
    if (view_ && !found_.empty())
        view_->Find("");
    found_.clear();
    found_count_ = 0;
}

void WebPane::copy()
{
    if (view_)
        view_->Copy();
}

void WebPane::select_all()
{
    if (view_)
        view_->SelectAll();
}

void WebPane::print()
{
    if (view_)
        view_->Print();
}

void WebPane::print_to(const std::filesystem::path& file, std::function<void(const std::string&)> done)
{
    if (view_)
        platform::print_to_pdf(*view_, file, std::move(done));
}

bool WebPane::has_focus() const
{
    const auto* const focus = FindFocus();
    return focus && (focus == view_ || focus == this);
}

wxWindow* WebPane::focus_window()
{
    return view_;
}

} // namespace guidepost::desktop
