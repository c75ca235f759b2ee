// SPDX-License-Identifier: GPL-2.0-or-later
// Whether people go together in a group: what is known about mixing, and who would be alone. No published
// rule says how a group is made up; every finding is a question for the treatment manager.
#pragma once

#include "plugins/building-choices/answers.h"

#include <string>
#include <vector>

namespace guidepost::building_choices {

struct Member {
    std::string name = {}; ///< made on the desk: "m1"
    Answers answers = {};
    std::vector<std::string> not_with = {};
};

enum class Severity { note, concern, stop };

struct Finding {
    Severity severity = Severity::note;
    std::string step = {};
    std::string text = {};
    std::vector<std::string> members = {}; ///< in the order of the list; empty: all

    friend bool operator==(const Finding&, const Finding&) = default;
};

struct Leaving {
    std::string member = {};
    std::string text = {};
};

struct Composition {
    std::string label = {};             ///< "Sexual LDC, male"
    std::vector<Finding> findings = {}; ///< the gravest first
    std::vector<Leaving> without = {};  ///< for each member who changes something by leaving
};

/// Names must differ; one that stands twice is an std::runtime_error.
Composition composition_of(const std::vector<Member>& members);

std::string_view word_of(Severity severity);

} // namespace guidepost::building_choices
