// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/markdown.h"
#include "core/guidance/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::guidance {

/// A pack is guidance: everything required must be there. A text of a folder nobody prepared is taken
/// when it is text at all; what cannot be read of its front matter is a warning.
enum class Standard { pack, folder };

struct Judged {
    std::string title = {};
    std::string id = {};                ///< as the front matter says it
    std::vector<Problem> problems = {}; ///< with an error among them it is not taken
    std::vector<Link> links = {};       ///< by line of the file
    std::vector<Name> names = {};       ///< that links may lead to
    bool is_readable = false;           ///< whether read_document may be given the text
};

/// What is wrong with the bytes of one file, without looking at any other. `path` gives the title where
/// nothing else does; see title_of.
Judged judge_text(std::string_view text, std::string_view path, Standard standard);

} // namespace guidepost::guidance
