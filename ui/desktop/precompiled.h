// SPDX-License-Identifier: GPL-2.0-or-later
// What nearly every file of the window reads anyway; nothing may rely on it being here.
#pragma once

#include <wx/app.h>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/intl.h>
#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/webview.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>
