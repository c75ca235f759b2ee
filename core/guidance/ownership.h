// SPDX-License-Identifier: GPL-2.0-or-later
// Whose a source is. Only a source's keeper changes what it holds; an id belongs to the source that brought
// it first, until that was taken out again.
#pragma once

#include "core/guidance/library.h"
#include "core/guidance/pack.h"

#include <filesystem>
#include <optional>
#include <string>

namespace guidepost::guidance {

/// The source that a pack is, brought by `keeper` from `folder`, an absolute path. `place` as in
/// ImportOptions.
Source source_of(const Manifest& manifest, Keeper keeper, const std::string& place,
                 const std::filesystem::path& folder);

/// Why `wanted` may not have its id, in words; nothing: it may. `before` is the source that has it now.
std::optional<std::string> why_not_its_own(Library library, const Source& wanted,
                                           const std::optional<Source>& before);

/// "the program", "the module steps", "texts that somebody brought in (/home/a/notes)".
std::string keeper_words(const Source& source);

} // namespace guidepost::guidance
