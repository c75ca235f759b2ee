// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/article.h"
#include "core/search/query.h"
#include "core/values/id.h"

#include <cstdint>
#include <string>
#include <vector>

namespace guidepost::search {

/// An article that answers, by its best section.
struct Hit {
    ArticleId article = {};
    std::string title = {};
    std::string section = {}; ///< heading of the best section; "" when it has none
    std::string anchor = {};  ///< "" for the top of the article
    std::string snippet = {}; ///< HTML: escaped text with <b>..</b> around what matched
    double score = 0;
    std::vector<std::string> why = {}; ///< "matched ARP, the newer name of OGRS"; "fits the case: licence"
    std::string source = {};
    std::string path = {};  ///< within its source
    std::string place = {}; ///< where it stands, when another of these hits has the same title; else ""
    guidance::ArticleState state = guidance::ArticleState::published;
    std::optional<Date> review_by = {};
    bool is_expired = false;
    std::string owner = {};
    std::string kind = {};
    std::vector<std::string> topics = {};
    std::vector<std::string> programme = {};
};

/// A short form with several meanings: the searcher found all of them and asks.
struct Choice {
    std::string term = {};
    std::vector<std::string> meanings = {};
};

struct FacetValue {
    std::string value = {};
    std::size_t articles = 0;
};
using FacetCounts = std::map<Facet, std::vector<FacetValue>>; ///< most first

struct IndexState {
    enum class Kind { ready, rebuilding, titles_only } kind = Kind::ready;
    std::size_t behind = 0; ///< publications not yet searchable
};
std::string_view index_state_name(IndexState::Kind kind);

struct Page {
    std::string read_as = {};            ///< how the words were understood, for a person
    std::vector<std::string> notes = {}; ///< "a quote was not closed: read as plain words"
    std::string suggestion = {};         ///< another spelling of the whole query, or ""
    std::vector<Choice> choices = {};
    std::size_t total = 0; ///< articles; an estimate when `total_is_exact` is false
    bool total_is_exact = true;
    std::vector<Hit> hits = {};
    IndexState index = {};
    std::int64_t microseconds = 0;
};

} // namespace guidepost::search
