// SPDX-License-Identifier: GPL-2.0-or-later
// A piece of work in a process of its own, killed at a moment that the test chooses.
#pragma once

#include "core/values/progress.h"

#include <chrono>
#include <functional>

namespace guidepost::test {

/// Runs `work` and kills it after `delay`. Returns the last number that it acknowledged through the
/// function it is given.
std::size_t killed_after(std::chrono::microseconds delay, const std::function<void(const OnProgress&)>& work);

/// How long the whole work takes here and now, to spread the kills over it.
std::chrono::microseconds time_of(const std::function<void()>& work);

} // namespace guidepost::test
