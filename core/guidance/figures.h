// SPDX-License-Identifier: GPL-2.0-or-later
// Every figure, date and rule that guidance says, with the sources it was taken from: content/figures.tsv,
// lines of
//
//     section  figure or rule  what it says  articles  sources  note  state
//
// parted by tabs. Articles and sources are ids parted by commas; among the articles may stand the data file
// of a module (interventions.yaml). What was looked for and not found names the record of our search. The
// note says which part of a source. The tables of docs/figures.md are made from it.
#pragma once

#include "core/guidance/cited_sources.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::guidance {

struct Figure {
    std::size_t line = 0;
    std::string section = {};
    std::string figure = {};
    std::string says = {};
    std::vector<std::string> articles = {};
    std::vector<std::string> sources = {};
    std::string note = {};
    std::string state = {}; ///< sourced | dated | unconfirmed | general practice
};

/// Throws Error{format} that names the line.
std::vector<Figure> parse_figures(std::string_view tsv);

/// content/figures.tsv of that folder; none where the file is absent. Throws Error{format} with the file.
std::vector<Figure> read_figures(const std::filesystem::path& content);

/// The page with its tables made anew: below each heading "## Section" the rows of that section, which name
/// sources by id, and below "## Sources" what each id stands for. All other words stay. Throws Error{format}
/// when a section has no heading on the page, or a source no record.
std::string with_tables(std::string_view page, const std::vector<Figure>& figures,
                        const CitedSources& sources);

} // namespace guidepost::guidance
