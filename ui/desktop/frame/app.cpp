// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/app.h"

#include "core/desk/practice.h"
#include "ui/desktop/frame/frame.h"
#include "ui/desktop/links/link.h"
#include "ui/desktop/platform/process_age.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/platform/web_settings.h"
#include "ui/desktop/platform/wheel.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/cmdline.h>
#include <wx/filename.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/stdpaths.h>
#include <wx/translation.h>

#include <clocale>
#include <cstdio>

namespace guidepost::desktop {

App::App()
{
    SetAppName("guidepost");
    SetVendorName("guidepost");
    SetAppDisplayName("Guidepost");
    SetClassName("guidepost");
    platform::prepare_web_views();
}

void App::OnInitCmdLine(wxCmdLineParser& parser)
{
    static const wxCmdLineEntryDesc options[] = {
        {wxCMD_LINE_SWITCH, "h", "help", "show this and end", wxCMD_LINE_VAL_NONE, wxCMD_LINE_OPTION_HELP},
        {wxCMD_LINE_SWITCH, nullptr, "version", "show the version and end", wxCMD_LINE_VAL_NONE, 0},
        {wxCMD_LINE_OPTION, nullptr, "profile", "folder of the store, instead of the usual one",
         wxCMD_LINE_VAL_STRING, 0},
        {wxCMD_LINE_SWITCH, nullptr, "practice",
         "the practice desk: fictional people, anybody may be acted as", wxCMD_LINE_VAL_NONE, 0},
        {wxCMD_LINE_OPTION, nullptr, "print-to", "write the article of the link to this PDF file and end",
         wxCMD_LINE_VAL_STRING, 0},
        {wxCMD_LINE_SWITCH, nullptr, "report-start", "tell on stderr how long the start took",
         wxCMD_LINE_VAL_NONE, wxCMD_LINE_HIDDEN},
        {wxCMD_LINE_OPTION, nullptr, "follow-seconds", "how often to look for news of other programs",
         wxCMD_LINE_VAL_NUMBER, wxCMD_LINE_HIDDEN},
        {wxCMD_LINE_PARAM, nullptr, nullptr, "guidepost://article/NAME#HEADING", wxCMD_LINE_VAL_STRING,
         wxCMD_LINE_PARAM_OPTIONAL},
        {wxCMD_LINE_NONE, nullptr, nullptr, nullptr, wxCMD_LINE_VAL_NONE, 0}};
    parser.SetDesc(options);
    parser.SetSwitchChars("-");
}

bool App::OnCmdLineParsed(wxCmdLineParser& parser)
{
    if (parser.Found("version")) {
        std::printf("guidepost %s\n", GUIDEPOST_VERSION);
        is_done_ = true;
        return true;
    }
    wxString value;
    if (parser.Found("profile", &value))
        profile_ = to_utf8(value);
    if (parser.Found("print-to", &value))
        print_to_ = to_utf8(value);
    is_practice_ = parser.Found("practice");
    reports_start_ = parser.Found("report-start");
    if (long seconds = 0; parser.Found("follow-seconds", &seconds) && seconds > 0)
        follow_every_ms_ = static_cast<int>(seconds) * 1000;
    if (parser.GetParamCount() > 0) {
        link_ = to_utf8(parser.GetParam(0));
        if (!parse_link(link_) && !parse_path_link(link_)) {
            std::fprintf(stderr, "guidepost: this is no link to an article or a path, such as "
                                 "guidepost://article/recall#do-now\n");
            return false;
        }
    }
    return true;
}

void App::load_translations()
{
    // By catalogue file alone: the system's locale may not be installed.
    auto* const translations = new wxTranslations;
    const wxFileName program{wxStandardPaths::Get().GetExecutablePath()};
    wxFileTranslationsLoader::AddCatalogLookupPathPrefix(GUIDEPOST_LOCALE_DIR);
    wxFileTranslationsLoader::AddCatalogLookupPathPrefix(program.GetPathWithSep() + "locale");
    wxTranslations::Set(translations);
    translations->AddStdCatalog();
    translations->AddCatalog("guidepost");
}

bool App::OnInit()
{
    // wx leaves LC_CTYPE at "C", and a narrow text that is not ASCII would end the program.
    std::setlocale(LC_CTYPE, "");
    load_translations();
    if (!wxApp::OnInit())
        return false;
    if (is_done_)
        return true;
    try {
        const auto places =
            desk::find_places(is_practice_ && profile_.empty() ? desk::practice_profile() : profile_);
        instance_ = std::make_unique<platform::SingleInstance>(places.profile);
        if (instance_->is_second()) {
            is_done_ = true;
            exit_code_ = become_second(*instance_) ? 0 : 1;
            return true;
        }
        desk_ = std::make_unique<desk::Desk>(places);
        if (is_practice_)
            desk::make_practice(*desk_);
        journal_ = std::make_unique<journal::Journal>(places.profile, system_now, desk_->access());
        identity_ = std::make_unique<Identity>(*desk_, *journal_);
        open_window();
        return true;
    } catch (const Error& error) {
        const auto words = words_of(error);
        std::fprintf(stderr, "guidepost: %s\n", error.what());
        wxMessageDialog{nullptr, words.what + "\n\n" + words.advice, words.title, wxOK | wxICON_ERROR}
            .ShowModal();
        is_done_ = true;
        exit_code_ = 1;
        return true;
    }
}

bool App::become_second(const platform::SingleInstance& instance) const
{
    if (instance.hand_over(link_))
        return true;
    std::fprintf(stderr, "guidepost: another window has this profile open and does not answer. "
                         "Close it and try again.\n");
    return false;
}

void App::open_window()
{
    platform::load_style_sheet();
    platform::keep_wheel_from_values();
    search_ = std::make_unique<SearchService>(*desk_);
    errands_ = std::make_unique<Worker>();
    keeper_ = std::make_unique<IndexKeeper>(*desk_, [this](const KeeperState& state) {
        if (frame_)
            frame_->keeper_changed(state);
    });
    frame_ =
        new Frame{{*desk_, *journal_, *search_, *keeper_, *errands_, *identity_}, follow_every_ms_, [this] {
                      report_start();
                  }};
    frame_->Bind(wxEVT_DESTROY, [this](wxWindowDestroyEvent& event) {
        event.Skip();
        if (event.GetEventObject() == frame_)
            frame_ = nullptr;
    });
    if (!print_to_.empty())
        frame_->print_when_shown(print_to_, [this](const std::string& problem) {
            if (!problem.empty())
                std::fprintf(stderr, "guidepost: %s\n", problem.c_str());
            exit_code_ = problem.empty() ? 0 : 1;
            CallAfter([this] { frame_->Close(true); });
        });
    frame_->Show();
    instance_->listen([this](std::string message) {
        CallAfter([this, message = std::move(message)] {
            if (frame_)
                frame_->open_from_outside(message);
        });
    });
    // The window paints first; what it shows and the index come right after.
    CallAfter([this] {
        frame_->restore(link_);
        keeper_->start();
    });
}

void App::report_start() const
{
    if (reports_start_)
        std::fprintf(stderr, "first usable window after %.0f ms\n", platform::process_age_ms());
}

int App::OnRun()
{
    if (!is_done_)
        wxApp::OnRun();
    return exit_code_;
}

int App::FilterEvent(wxEvent& event)
{
    const auto type = event.GetEventType();
    if (frame_ && (type == wxEVT_KEY_DOWN || type == wxEVT_LEFT_DOWN || type == wxEVT_MOTION))
        frame_->was_used();
    return Event_Skip;
}

int App::OnExit()
{
    instance_.reset();
    keeper_.reset();
    errands_.reset();
    search_.reset();
    identity_.reset();
    journal_.reset();
    desk_.reset();
    return wxApp::OnExit();
}

} // namespace guidepost::desktop
