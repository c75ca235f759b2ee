// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/thread_view.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int side_width = 260;
constexpr int least_letters_beside = 92; ///< of page and side together, before the side goes into the page
constexpr const char* message_base = "guidepost://message";

} // namespace

ThreadView::ThreadView(wxWindow* parent, journal::Journal& journal, Actions actions)
    : wxPanel{parent}, actions_{std::move(actions)}
{
    platform::add_style(*this, "gp-page");
    tools_ = new wxPanel{this};
    platform::add_style(*tools_, "gp-row");
    back_ = new wxButton{
        tools_,        wxID_ANY,     wxString{L"\u2039 "} + _("Back to the list"), wxDefaultPosition,
        wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*back_, "gp-tool");
    platform::set_accessible_name(*back_, _("Back to the list"));
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { actions_.back_to_list(); });
    auto* const tools = new wxBoxSizer{wxHORIZONTAL};
    tools->Add(back_, wxSizerFlags{}.Border(wxALL, FromDIP(6)));
    tools_->SetSizer(tools);
    tools_->Hide();

    pane_ = new WebPane{this};
    pane_->on_link = [this](const Link& link) {
        actions_.open(link);
    };
    auto composer_actions = actions_.composer;
    composer_actions.resized = [this] {
        CallAfter([this] { arrange(); });
    };
    composer_ = new Composer{this, journal, std::move(composer_actions)};
    composer_line_ = make_line(this, wxHORIZONTAL);
    side_line_ = make_line(this, wxVERTICAL);
    side_ = new SidePanel{this};
    side_->SetMinSize({FromDIP(side_width), -1});

    auto* const reading = new wxBoxSizer{wxVERTICAL};
    reading->Add(tools_, wxSizerFlags{}.Expand());
    reading->Add(pane_, wxSizerFlags{1}.Expand());
    reading->Add(composer_line_, wxSizerFlags{}.Expand());
    reading->Add(composer_, wxSizerFlags{}.Expand());
    auto* const across = new wxBoxSizer{wxHORIZONTAL};
    across->Add(reading, wxSizerFlags{1}.Expand());
    across->Add(side_line_, wxSizerFlags{}.Expand());
    across->Add(side_, wxSizerFlags{}.Expand());
    SetSizer(across);
    composer_->Hide();
    composer_line_->Hide();
    side_->Hide();
    side_line_->Hide();
    on_resized(*this, [this] {
        if (arrange())
            render();
    });
}

void ThreadView::show(OpenThread open)
{
    open_ = std::move(open);
    Freeze();
    composer_->Show();
    composer_line_->Show();
    composer_->show(*open_);
    side_->show(*open_);
    arrange();
    Thaw();
    render();
}

void ThreadView::show_message(const pages::MessagePage& message)
{
    open_.reset();
    message_ = message;
    composer_->Hide();
    composer_line_->Hide();
    arrange();
    render();
}

void ThreadView::render()
{
    if (!open_) {
        // The same words again would take the reader back to their top.
        if (auto html = pages::message_page(message_, {}); html != shown_message_) {
            shown_message_ = std::move(html);
            pane_->show(shown_message_, message_base, "");
        }
        return;
    }
    shown_message_.clear();
    const auto html = pages::thread_page({.thread = open_->thread,
                                          .reader = open_->reader,
                                          .names = open_->names,
                                          .titles = open_->titles,
                                          .shows_case = !has_side_},
                                         {});
    // A short thread starts at its top; a long one at what was said last.
    const bool is_long = open_->thread.entries.size() > 2;
    // An address of its own each time: at one that it shows already, the engine would only jump.
    pane_->show(html,
                "guidepost://consultation/" + open_->thread.ref.value() + "/" + std::to_string(++renderings_),
                is_long ? "latest" : "");
}

void ThreadView::set_beside_list(bool is_beside)
{
    if (tools_->IsShown() == is_beside) {
        tools_->Show(!is_beside);
        Layout();
    }
}

void ThreadView::toggle_side()
{
    wants_side_ = !wants_side_;
    if (arrange())
        render();
}

void ThreadView::appearance_changed()
{
    if (open_)
        side_->show(*open_);
    render();
}

bool ThreadView::arrange()
{
    const bool has_room = GetClientSize().x >= GetCharWidth() * least_letters_beside;
    const bool has_side = open_ && wants_side_ && has_room;
    const bool changes = has_side != has_side_;
    has_side_ = has_side;
    side_->Show(has_side);
    side_line_->Show(has_side);
    Layout();
    return changes && open_;
}

} // namespace guidepost::desktop
