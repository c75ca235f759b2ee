// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/core_files.h"
#include "ui/desktop/frame/app.h"

wxIMPLEMENT_APP_NO_MAIN(guidepost::desktop::App);

int main(int argc, char** argv)
{
    guidepost::switch_off_core_files();
    return wxEntry(argc, argv);
}
