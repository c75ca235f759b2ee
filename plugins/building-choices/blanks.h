// SPDX-License-Identifier: GPL-2.0-or-later
// What is not answered, and what the answers could lead to. Best and worst case come from trying the
// answers, not from taking the lowest and the highest: a sexual band set low switches CSRP off, so a lower
// answer to one blank can lead further down than any sum shows.
//
// Trying every answer of an empty form would be 10^14 cases. It is enough to try
// - of a percentage or a band one value for each step of its table: no rule sees more of it;
// - the items of each domain apart: the pathway sees of them the need level, a sum of four domain scores;
// - need, risk and setting apart: they share no answer, so what they can come to may be combined freely.
// A test holds this against trying everything.
#pragma once

#include "plugins/building-choices/pathway.h"

#include <string>
#include <vector>

namespace guidepost::building_choices {

/// One question without an answer.
struct Blank {
    std::string key = {};       ///< its dotted name in the case: "sara.partner", "oasys.11.12"
    std::string text = {};      ///< how a person calls it
    bool could_change = false;  ///< with some answers to the other blanks this one decides
    bool decides_alone = false; ///< the others left as they are, some answer changes the pathway
};

struct Prospects {
    /// First what decides alone, then what could change the pathway, then the rest.
    std::vector<Blank> blanks = {};
    Pathway best = Pathway::alternative;  ///< the least intensive that some answers lead to
    Pathway worst = Pathway::alternative; ///< the most intensive
    /// Unanswered items, gate or setting leave the pathway open, whatever the measures that are missing
    /// would say; or no measure of risk is there at all and one could change it.
    bool is_missing_information = false;
};

Prospects prospects_of(const Answers& answers);

} // namespace guidepost::building_choices
