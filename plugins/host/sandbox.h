// SPDX-License-Identifier: GPL-2.0-or-later
// What the host gives up before any of a module's code runs. The system decides how much of it holds; what
// does not is said, never passed over.
#pragma once

#include <string>

namespace guidepost::host {

/// True: the system enforces it from now on and it cannot be taken back.
struct Layers {
    bool files = false;     ///< nothing but the module's folder can be opened, and that only to read
    bool network = false;   ///< no socket of any kind
    bool processes = false; ///< no fork, exec, ptrace or signal to others
    bool memory = false;    ///< at most protocol::memory_limit
    std::string why = {};   ///< a sentence on what is missing; "" when nothing is
};

/// A crash leaves no memory in a file. The first thing in main; `confine` makes sure of it again.
void switch_off_core_files();

/// Confines this process, which has one thread and keeps the open files it has. `folder_fd` is the folder
/// that may still be read. Also limits processor time, open files and written files, and gives up privileges
/// and core dumps. Does not throw: a layer that cannot be had is false.
Layers confine(int folder_fd);

/// Once the module is loaded: no further code can be loaded or made, and no file can be asked about
/// without opening it. Belongs to the layers `processes` and `files`; without them it does nothing.
void seal(const Layers& layers);

} // namespace guidepost::host
