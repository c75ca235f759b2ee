// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/front_matter.h"
#include "core/guidance/markdown.h"
#include "core/values/id.h"

#include <optional>
#include <string>

namespace guidepost::guidance {

/// published: guidance somebody stands for. imported: a text nobody reviewed, searchable and marked.
enum class ArticleState { published, imported, withdrawn };

std::string_view state_name(ArticleState state);
ArticleState parse_state(std::string_view name);

/// What a text says, read out of its bytes.
struct Document {
    FrontMatter meta = {};
    std::string_view markdown = {}; ///< the body, within the text it was read from
    std::size_t body_line = 1;
    Body body = {};
    std::vector<Problem> problems = {};
};

/// Reads without judging: what is wrong with the front matter is in `problems`, and what could be
/// read is there. `text` must outlive the result and be valid UTF-8.
Document read_document(std::string_view text);

/// The title to show: the front matter's, else the first heading of level 1, else the file's name; of an
/// index or README the name of its folder. `path` may begin with the folder that was brought in. One line of
/// 300 bytes at most, without control characters.
std::string title_of(const Document& document, std::string_view path);

/// The summary to show: the front matter's, else the first words of the text.
std::string summary_of(const Document& document);

/// An article as the library holds it now.
struct Article {
    ArticleId id = {};
    RevisionId revision = {};
    ArticleState state = ArticleState::published;
    SourceId source = {};
    std::string path = {}; ///< within its source, with '/'
    std::string title = {};
    std::string text = {}; ///< the file's bytes
    std::int64_t feed = 0; ///< number of its last publication
};

/// Whether guidance is past its review date. Imported text has none.
bool is_expired(const FrontMatter& meta, Date today);

} // namespace guidepost::guidance
