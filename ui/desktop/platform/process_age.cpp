// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/process_age.h"

#ifdef __linux__
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#endif

namespace guidepost::desktop::platform {

#ifdef __linux__

double process_age_ms()
{
    std::ifstream file{"/proc/self/stat"};
    std::string text;
    std::getline(file, text);
    const auto name_end = text.rfind(')'); // the name may hold anything
    if (name_end == std::string::npos)
        return 0;
    std::istringstream fields{text.substr(name_end + 1)};
    std::string field;
    constexpr int start_time = 20; // the 22nd field, counted from the third
    for (int i = 0; i < start_time; ++i)
        fields >> field;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const auto started_ms =
        std::strtod(field.c_str(), nullptr) * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
    return static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6 - started_ms;
}

#else

double process_age_ms()
{
    return 0;
}

#endif

} // namespace guidepost::desktop::platform
