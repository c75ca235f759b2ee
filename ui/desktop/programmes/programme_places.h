// SPDX-License-Identifier: GPL-2.0-or-later
// Where one can be on the page of programmes: which of its tabs, which module, and what of it; and the way
// back from there.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guidepost::desktop {

enum class ProgrammeTab { suitability, sessions, paths, delivery, guidance, transition };

struct ProgrammeTabRow {
    ProgrammeTab tab;
    const char* label; ///< English
    const char* word;  ///< as it is kept
};
std::span<const ProgrammeTabRow> programme_tabs();

struct ProgrammePlace {
    ProgrammeTab tab = ProgrammeTab::suitability;
    std::string module = {};  ///< its id; "" before there is one
    std::string item = {};    ///< an option or a path; "" for the first there is
    std::string step = {};    ///< of a path; "" for its start
    bool is_whole = false;    ///< the whole path, to print
    bool wants_brief = false; ///< of an option: the brief, where there is one

    friend bool operator==(const ProgrammePlace&, const ProgrammePlace&) = default;
};

/// Back and forward as in a browser.
class ProgrammeHistory {
public:
    /// Goes to a new place; what lay ahead is forgotten. Going where one already is changes nothing.
    void visit(const ProgrammePlace& place);

    bool can_go_back() const { return at_ > 0; }
    bool can_go_forward() const { return at_ + 1 < places_.size(); }

    /// Nothing when there is no such way.
    std::optional<ProgrammePlace> back();
    std::optional<ProgrammePlace> forward();

private:
    static constexpr std::size_t longest = 200;
    std::vector<ProgrammePlace> places_;
    std::size_t at_ = 0;
};

} // namespace guidepost::desktop
