// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/webview.h>

#include <filesystem>
#include <functional>

namespace guidepost::desktop::platform {

/// Writes the page shown as a PDF file, without a dialog; `done` is called once, on the main thread,
/// with "" or the reason why not.
void print_to_pdf(wxWebView& view, const std::filesystem::path& file,
                  std::function<void(const std::string&)> done);

} // namespace guidepost::desktop::platform
