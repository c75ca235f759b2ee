// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/platform/single_instance.h"
#include "ui/desktop/platform/toolkit_files.h"
#include "ui/desktop/shell/index_keeper.h"
#include "ui/desktop/shell/services.h"

#include <wx/app.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace guidepost::desktop {

class Frame;

/// Makes everything and holds it for as long as the program runs: threads go after the window, the
/// store after the threads.
class App : public wxApp {
public:
    App();

    void OnInitCmdLine(wxCmdLineParser& parser) override;
    bool OnCmdLineParsed(wxCmdLineParser& parser) override;
    bool OnInit() override;
    int OnExit() override;
    int OnRun() override;
    int FilterEvent(wxEvent& event) override;

private:
    bool become_second(const platform::SingleInstance& instance) const;
    void open_window();
    void report_start() const;
    void load_translations();

    platform::ToolkitFiles toolkit_files_; ///< before the toolkit itself
    std::filesystem::path profile_;
    std::string link_;
    std::filesystem::path print_to_;
    int follow_every_ms_ = 60'000;
    bool is_practice_ = false;
    bool reports_start_ = false;
    bool is_done_ = false; ///< nothing is left to run: --version, a second start
    int exit_code_ = 0;

    std::unique_ptr<desk::Desk> desk_;
    std::unique_ptr<journal::Journal> journal_;
    std::unique_ptr<Identity> identity_;
    std::unique_ptr<SearchService> search_;
    std::unique_ptr<IndexKeeper> keeper_;
    std::unique_ptr<Worker> errands_;
    Frame* frame_ = nullptr; ///< owned by wx
    std::unique_ptr<platform::SingleInstance> instance_;
};

} // namespace guidepost::desktop
