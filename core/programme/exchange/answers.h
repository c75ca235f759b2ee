// SPDX-License-Identifier: GPL-2.0-or-later
// What modules answer, as values. Each `read_` takes the JSON of a module that may lie and throws
// Error{format}, naming the place, unless it has the form of plugins/api/schemas.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

enum class Verdict { suitable, not_eligible, closed, custody_only, while_waiting, ask };

/// "suitable", "not-eligible": the words of the JSON.
std::string_view word_of(Verdict verdict);
/// For people: "Suitable", "Not eligible", "Only while waiting".
std::string_view words_for(Verdict verdict);

/// One step on the way to a verdict.
struct Reason {
    std::string step = {};
    std::string text = {};

    friend bool operator==(const Reason&, const Reason&) = default;
};

/// One thing that could be done about a case.
struct Option {
    std::string option = {}; ///< what a plan is asked for by
    std::string name = {};
    Verdict verdict = Verdict::ask;
    std::vector<Reason> reasons = {};       ///< the first says it in short
    std::vector<std::string> guidance = {}; ///< articles: slug or slug#heading
};

/// What the case does not say.
struct Blank {
    std::string key = {}; ///< its dotted name in the case: "vrp", "oasys.11.12"
    std::string text = {};
    bool could_change = false; ///< some answer would change a verdict
};

/// A recommendation, never a decision.
struct Assessment {
    std::vector<Option> options = {};
    std::vector<Blank> blanks = {};
    std::string best_case = {}, worst_case = {};       ///< "" when nothing is blank
    nlohmann::json details = nlohmann::json::object(); ///< the module's own: checked for size and text only
};

/// What to read in the five minutes before.
struct Brief {
    std::string aim = {};
    std::vector<std::string> steps = {};
    std::vector<std::string> challenge = {};
    std::vector<std::string> red_flags = {};
    std::string stop_and_call = {};
};

enum class SessionKind { group, one_to_one, exercise, review };

std::string_view word_of(SessionKind kind);

struct Session {
    std::string session = {}; ///< its name in delivery requirements
    std::string title = {};
    std::string part = {};
    SessionKind kind = SessionKind::group;
    std::optional<int> minutes = {}; ///< none: not known
    std::optional<int> week = {};    ///< the weekly meeting it is planned for, from 1
    std::vector<std::string> materials = {};
    std::vector<std::string> guidance = {};
    std::optional<Brief> brief = {};
};

struct Plan {
    std::string title = {};
    bool is_complete = true; ///< false: not all sessions are known, and the notes say so
    std::vector<std::string> notes = {};
    std::vector<Session> sessions = {};
};

/// Who should be asked, as a module sees it.
struct RoutingNeed {
    struct Specialism {
        std::string specialism = {};
        std::string why = {};
    };
    std::vector<Specialism> specialisms = {}; ///< none: the module has no say
    int level = 0;                            ///< the least, 1 to 3; 0: any
    int band = 0;                             ///< the least; 0: any
    std::string qualification = {};           ///< "": none needed
};

/// A field a module adds to the case or to a consultation. Never free text.
struct FormField {
    enum class Kind { choice, number, yes_no };
    enum class Where { consultation, in_case, both };
    struct Choice {
        std::string value = {};
        std::string label = {};
    };

    std::string key = {};
    std::string label = {};
    std::string help = {};
    Kind kind = Kind::choice;
    Where where = Where::consultation;
    std::vector<Choice> choices = {};
    std::optional<double> least = {}, most = {};
};

struct GroupFinding {
    enum class Severity { note, concern, stop };

    Severity severity = Severity::note;
    std::string step = {};
    std::string text = {};
    std::vector<std::string> members = {};
};

struct GroupFindings {
    struct Without {
        std::string member = {};
        std::string text = {};
    };

    std::string label = {};
    std::vector<GroupFinding> findings = {};
    std::vector<Without> without = {}; ///< what changes if one leaves
};

std::string_view word_of(GroupFinding::Severity severity);

Assessment read_assessment(const nlohmann::json& answer);
Plan read_plan(const nlohmann::json& answer);
RoutingNeed read_routing(const nlohmann::json& answer);
std::vector<FormField> read_form(const nlohmann::json& answer);
GroupFindings read_group(const nlohmann::json& answer);

} // namespace guidepost::programme
