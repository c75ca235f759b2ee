// SPDX-License-Identifier: GPL-2.0-or-later
// The sources that guidance stands on: Acts, inspections, published code. One record each, in
// content/sources.yaml, so that all that rests on a source is found when it changes. Not to be mistaken for
// the Source of the library, which is the pack or folder that an article came in with.
#pragma once

#include "core/values/clock.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::guidance {

struct CitedSource {
    std::string id = {}; ///< what articles write: a slug
    std::string title = {};
    std::string publisher = {};
    std::string date = {};            ///< its own, as it says it: "June 2025", "undated copy"
    std::optional<Date> read_on = {}; ///< when it was last read
    bool is_day_known = true;         ///< of read_on; else it is the first of its month
    std::string where = {};           ///< where it can be read
    std::string governs = {};         ///< what guidance takes from it
    std::string replaced_by = {};     ///< id of the record that holds now, or ""
    bool is_practice = false;         ///< no published source: what practitioners know
};

class CitedSources {
public:
    CitedSources() = default;
    /// Ids differ from each other.
    explicit CitedSources(std::vector<CitedSource> records) : records_{std::move(records)} {}

    const CitedSource* find(std::string_view id) const;
    const std::vector<CitedSource>& all() const { return records_; }

private:
    std::vector<CitedSource> records_;
};

/// Throws Error{format} that names the line.
CitedSources parse_cited_sources(std::string_view yaml);

/// content/sources.yaml of that folder; none where the file is absent. Throws Error{format} with the file.
CitedSources read_cited_sources(const std::filesystem::path& content);

/// The same for a page that is to be read now: none when the file cannot be read. `source list` says what is
/// wrong with it; the guidance itself never waits for that.
CitedSources cited_sources_for_pages(const std::filesystem::path& content);

/// For people: "Sentencing Act 2026 (UK Parliament, 2026)".
std::string citation(const CitedSource& source);
/// "30 November 2026", or "August 2026" where the day is not known; "" for practice.
std::string read_on_words(const CitedSource& source);
/// What a page lists of a source that was written down: the citation and when it was last read. Text that
/// names no record stays as it was written.
std::string source_line(const std::string& written, const CitedSources& sources);
/// The same for each of them.
std::vector<std::string> source_lines(const std::vector<std::string>& written, const CitedSources& sources);

/// Why guidance that stands on it is due for another look on that day: "was replaced by ..." or "was last
/// read ..., over a year ago"; "" when it is not.
std::string why_look_again(const CitedSource& source, const CitedSources& sources, Date today);

} // namespace guidepost::guidance
