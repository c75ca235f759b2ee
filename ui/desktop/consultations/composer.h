// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/journal/journal.h"
#include "ui/desktop/consultations/consultation_service.h"
#include "ui/desktop/consultations/guarded_field.h"
#include "ui/desktop/widgets/flow_panel.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <vector>

namespace guidepost::desktop {

/// Below a thread: what is being written, of what kind, what it rests on, and what can be done. Each kind has
/// a text, citations and a button of its own; choosing another keeps them all. Buttons are grey for what the
/// command itself refuses, and say why. It journals at every keystroke; it does nothing itself.
class Composer : public wxPanel {
public:
    struct Actions {
        std::function<void(Act)> act;
        std::function<void()> cite;              ///< guidance is to be chosen
        std::function<void()> resized;           ///< its height has changed
        std::function<void()> send_all_the_same; ///< although the thread moved on
    };
    Composer(wxWindow* parent, journal::Journal& journal, Actions actions);

    void set_words(std::shared_ptr<const GuardWords> words);

    /// Of another thread its draft is fetched; of the same one the text stays as it is.
    void show(const OpenThread& open);
    void add_cite(const std::string& cite, const std::string& title);

    /// What is being written: Act::send, Act::note ...
    Act kind() const { return kind_; }
    std::string text() const { return field_->text(); }
    const std::vector<std::string>& cites() const { return cites_; }
    /// Sent: the text of that kind goes from here and from the journal.
    void sent(Act kind);

    /// What arrived while one wrote: shown until it is sent all the same or another thread is opened.
    void show_arrived(const std::vector<consultation::Entry>& arrived, const pages::Names& names,
                      Timestamp now);
    void hide_arrived();
    /// Why the last act was refused; "" takes it away.
    void show_refusal(const std::string& sentence);

    GuardedField& guarded() { return *field_; }
    wxWindow* first_pane();
    bool is_writing() const;
    void set_busy(bool is_busy);

private:
    void make_buttons(const OpenThread& open);
    std::vector<Act> bar_acts(const OpenThread& open) const;
    bool may_cite(const OpenThread& open) const;
    bool has_draft(Act kind) const;
    void choose_kind(Act kind);
    void fetch_draft();
    void make_kinds(const OpenThread& open);
    void show_hint(const OpenThread& open);
    void show_cites();
    void keep();
    void arrange();
    void more(const OpenThread& open, wxWindow& button);

    journal::Journal& journal_;
    Actions actions_;
    Login who_;
    ConsultationRef ref_;
    Act kind_ = Act::send;
    std::vector<Act> kinds_;
    std::vector<std::string> cites_;
    std::map<std::string, std::string> titles_;
    bool takes_text_ = false;
    bool is_low_ = false; ///< the window has few lines: only what is done next has a button
    std::shared_ptr<const OpenThread> shown_;
    FlowText* invitation_ = nullptr;
    FlowText* told_ = nullptr;
    FlowPanel* told_buttons_ = nullptr;
    wxPanel* told_side_ = nullptr;
    FlowPanel* kinds_flow_ = nullptr;
    GuardedField* field_ = nullptr;
    FlowPanel* cites_flow_ = nullptr;
    FlowPanel* buttons_ = nullptr;
};

} // namespace guidepost::desktop
