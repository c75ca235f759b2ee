// SPDX-License-Identifier: GPL-2.0-or-later
// guidepost://article/slug#heading and guidepost://path/module/path/step: how pages point to each other, and
// all that the outside may ask of the window. A link names what to read and nothing else.
#pragma once

#include "core/values/id.h"

#include <optional>
#include <string>
#include <string_view>

namespace guidepost::desktop {

struct Link {
    ArticleId article = {};
    std::string anchor = {}; ///< "" for the top

    friend bool operator==(const Link&, const Link&) = default;
};

/// Nothing for all that is not exactly a link to an article: other verbs, queries, ids that are no
/// slugs, anything over 500 bytes.
std::optional<Link> parse_link(std::string_view url);

std::string format_link(const Link& link);

/// One step of a branching path of a programme module.
struct PathLink {
    std::string module = {};
    std::string path = {};
    std::string step = {}; ///< "" for the start

    friend bool operator==(const PathLink&, const PathLink&) = default;
};

/// Nothing for all that is not exactly a link to a path or to a step of one.
std::optional<PathLink> parse_path_link(std::string_view url);

std::string format_link(const PathLink& link);

} // namespace guidepost::desktop
