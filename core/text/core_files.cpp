// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/core_files.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace guidepost {

void switch_off_core_files()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // A system that pipes cores to a program does not keep to the limit; of this process there is no memory
    // to pipe. PR_SET_DUMPABLE would do too, but shuts /proc of a window to the programs that help to read it
    // out.
    const int filter = open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
    if (filter < 0)
        return;
    [[maybe_unused]] const auto written = write(filter, "0", 1); // the limit holds all the same
    close(filter);
}

} // namespace guidepost
