// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace guidepost {

/// How far a long piece of work has come. `total` is 0 while it is not known.
struct Progress {
    std::size_t done = 0;
    std::size_t total = 0;
};

/// Called on the thread that works, a few times a second at most.
using OnProgress = std::function<void(Progress)>;

} // namespace guidepost
