// SPDX-License-Identifier: GPL-2.0-or-later
// What programme modules say, as pages: what suits a case, a plan of sessions, a brief for one sheet of
// paper, a branching path, and what became of older programmes. The texts come from modules: all are shown
// as words.
#pragma once

#include "core/pages/pages.h"
#include "core/pages/place_words.h"
#include "core/programme/module_advice.h"
#include "core/programme/plans/brief.h"
#include "core/programme/plans/paths.h"
#include "core/programme/plans/transition.h"

#include <map>
#include <string>
#include <vector>

namespace guidepost::pages {

struct SuitabilityPage {
    std::vector<programme::ModuleAdvice> advice = {};
    bool shows_working = false; ///< as a page that is printed or saved: the steps that matter stand open
    std::string reference = {}; ///< of the case; "" when it has none
    std::vector<std::string> chips = {}; ///< what is known of the case
    Titles titles = {};
};

/// Options with verdict and reason, what is missing and what it could change, how each verdict came about.
/// Says OFFICIAL-SENSITIVE and that it is a recommendation only.
std::string suitability_page(const SuitabilityPage& page, const Look& look);

/// A module's own part of that page: where a link to it jumps.
std::string suitability_anchor(const std::string& module);

/// The same as plain text, to paste into a record: options with verdict and reason, what is missing.
std::string suitability_text(const SuitabilityPage& page);

struct PlanPage {
    programme::Plan plan = {};
    std::string module_name = {};
    std::string banner = {};                ///< of the module; "" for none
    std::vector<std::string> blocked = {};  ///< why it may not be delivered yet: who lacks what
    std::vector<std::string> delivery = {}; ///< who delivers it, and by whose exception
    Titles titles = {};
};
std::string plan_page(const PlanPage& page, const Look& look);

struct BriefPage {
    programme::BriefSheet brief = {};
    std::string module_name = {};
    std::string banner = {}; ///< as in PlanPage, and so the next two
    std::vector<std::string> blocked = {};
    std::vector<std::string> delivery = {};
    Titles titles = {};
};
/// Printed it is one sheet of A4.
std::string brief_page(const BriefPage& page, const Look& look);

struct PathPage {
    programme::Path path = {};
    std::string module = {}; ///< its id, for links to steps
    std::string module_name = {};
    std::string step = {}; ///< "" for the whole path, to print; else one step and the way to it
    Titles titles = {};
};
/// An answer of a single step leads to guidepost://path/MODULE/PATH/STEP; in the whole path to #STEP.
/// A step that is not there shows the start.
std::string path_page(const PathPage& page, const Look& look);

struct TransitionPage {
    struct Group {
        std::string module = {}; ///< its id
        std::string module_name = {};
        std::string banner = {};
        std::vector<programme::Transition> transitions = {};
    };
    std::vector<Group> groups = {};
    std::map<std::string, std::string> names = {}; ///< a module's id -> its name
    Titles titles = {};
};
std::string transition_page(const TransitionPage& page, const Look& look);

/// Who may deliver an option, or a module as a whole.
struct DeliveryPage {
    struct Row {
        std::string place = {}; ///< "Every session"
        std::string asked = {}; ///< "deliver, in three-way-review"
        std::string basis = {}; ///< where the rule is from
        std::string note = {};
        enum class State { unknown, met, by_exception, missing } state = State::unknown;
        std::vector<std::string> missing = {};
        std::string exception = {}; ///< by whom, until when
    };
    struct Person {
        std::string name = {};
        std::string detail = {};
    };

    std::string title = {};
    std::string module_name = {};
    std::string banner = {};
    std::string who = {}; ///< whose standing the rows tell; "" when nobody is signed in
    bool may = false;
    std::string until = {}; ///< a date in words; "" when no end is known
    std::vector<Row> rows = {};
    std::string region = {};
    std::vector<Person> may_deliver = {};
    std::vector<Person> on_the_way = {};
    std::vector<std::string> leads = {}; ///< who may make an exception
    std::vector<std::string> notes = {};
};
std::string delivery_page(const DeliveryPage& page, const Look& look);

/// A module, and the articles it brings.
struct ModulePage {
    std::string name = {};
    std::string version = {};
    std::string summary = {};
    std::string banner = {};
    std::string reason = {}; ///< why it cannot be used; "" when it can
    std::string approved = {};
    std::vector<LinkItem> articles = {};
    std::vector<std::string> sources = {};
};
std::string module_page(const ModulePage& page, const Look& look);

/// "52", "moderate", "yes": the details of an assessment as rows of a table, nested names joined by " > ".
/// At most 200 rows.
struct DetailRow {
    std::string name = {};
    std::string value = {};
};
std::vector<DetailRow> detail_rows(const nlohmann::json& details);

/// "Best and worst case both give moderate." or "Best case alternative, worst case high."; "" when the module
/// says neither.
std::string range_words(const programme::Assessment& assessment);

/// "Closed: no new starts", of transition.yaml.
std::string status_words(const std::string& status);

/// The name of the module it leads to, "none was named" or "nothing took its place".
std::string successor_words(const programme::Transition& transition,
                            const std::map<std::string, std::string>& names);

} // namespace guidepost::pages
