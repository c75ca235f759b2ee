// SPDX-License-Identifier: GPL-2.0-or-later
// The YAML between two lines of "---" at the head of an article, or TOML between two of "+++". The keys are
// described in docs/write-an-article.md. Only plain maps of text and lists of text: no anchors, aliases or
// tags, and what is nested is passed over, so that a form can edit single lines and nothing can blow up in
// the reading.
#pragma once

#include "core/guidance/problem.h"
#include "core/values/clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::guidance {

struct FrontMatter {
    std::string id = {};
    std::string title = {};
    std::string summary = {};               ///< one or two sentences, the answer first
    std::vector<std::string> asked_as = {}; ///< how officers put it: found by, never shown
    std::string kind = {};                  ///< topic | scenario | session | toolkit | notice
    std::string owner = {};                 ///< a specialism, never a person alone
    std::optional<Date> effective = {};
    std::optional<Date> review_by = {};
    std::vector<std::string> sources = {};
    std::string language = {};
    std::vector<std::string> programme = {};
    std::vector<std::string> offence = {};
    std::vector<std::string> rosh = {};
    std::vector<std::string> audience = {};
    std::vector<std::string> topics = {};
    std::vector<std::string> regions = {}; ///< empty: all
    std::vector<std::string> setting = {};
    std::string evidence = {}; ///< strong | some | practice
    std::vector<std::string> supersedes = {};
};

/// The text of a file, split but not changed: `raw` is what stands between the fences.
struct SplitText {
    std::string_view raw = {};
    std::string_view body = {};
    std::size_t body_line = 1; ///< line of the file on which the body starts
    enum class Fence { none, closed, unclosed } fence = Fence::none;
    enum class Form { yaml, toml } form = Form::yaml;
    std::size_t fence_line = 1; ///< of the first fence
};

/// Finds the fences: in fences.cpp. A byte order mark and empty lines before the first one are passed over,
/// blanks behind it too; CRLF and CR are understood. Two rules around text that is no map of keys are text.
SplitText split_front_matter(std::string_view text);

struct ReadFrontMatter {
    FrontMatter values;
    std::vector<Problem> problems;
};

/// Reads what is there and reports what is wrong with it; never throws for bad input.
ReadFrontMatter read_front_matter(const SplitText& text);

/// What guidance must have beyond being readable: required keys, known words.
void check_required(const FrontMatter& values, std::vector<Problem>& problems);

} // namespace guidepost::guidance
