// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: the front matter of Hugo and others, "key = value".
#pragma once

#include "core/guidance/flat_yaml.h"

namespace guidepost::guidance {

/// Texts, plain values and lists of them. Tables ([params]) and values of other kinds are passed over.
FlatYaml read_flat_toml(std::string_view text);

} // namespace guidepost::guidance
