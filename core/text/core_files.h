// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace guidepost {

/// No crash of this program, or of one that it starts, leaves its memory in a file: case material would lie
/// there. The first thing in every main, before anything is read.
void switch_off_core_files();

} // namespace guidepost
