// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/app.h"

wxIMPLEMENT_APP(guidepost::desktop::App);
