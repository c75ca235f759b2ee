// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/exchange/answers.h"

#include "core/guidance/place.h"
#include "core/programme/exchange/module_json.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace guidepost::programme {
namespace {

using Json = nlohmann::json;

template <class Value>
struct Word {
    Value value;
    std::string_view word;
    std::string_view for_people;
};

constexpr std::array verdicts{
    Word<Verdict>{Verdict::suitable, "suitable", "Suitable"},
    Word<Verdict>{Verdict::not_eligible, "not-eligible", "Not eligible"},
    Word<Verdict>{Verdict::closed, "closed", "Closed"},
    Word<Verdict>{Verdict::custody_only, "custody-only", "Custody only"},
    Word<Verdict>{Verdict::while_waiting, "while-waiting", "Only while waiting"},
    Word<Verdict>{Verdict::ask, "ask", "Ask a specialist"},
};

constexpr std::array session_kinds{
    Word<SessionKind>{SessionKind::group, "group", "Group"},
    Word<SessionKind>{SessionKind::one_to_one, "one-to-one", "One-to-one"},
    Word<SessionKind>{SessionKind::exercise, "exercise", "Exercise"},
    Word<SessionKind>{SessionKind::review, "review", "Review"},
};

constexpr std::array severities{
    Word<GroupFinding::Severity>{GroupFinding::Severity::note, "note", "Note"},
    Word<GroupFinding::Severity>{GroupFinding::Severity::concern, "concern", "Concern"},
    Word<GroupFinding::Severity>{GroupFinding::Severity::stop, "stop", "Stop"},
};

constexpr std::array field_kinds{
    Word<FormField::Kind>{FormField::Kind::choice, "choice", {}},
    Word<FormField::Kind>{FormField::Kind::number, "number", {}},
    Word<FormField::Kind>{FormField::Kind::yes_no, "yes-no", {}},
};

constexpr std::array field_places{
    Word<FormField::Where>{FormField::Where::consultation, "consultation", {}},
    Word<FormField::Where>{FormField::Where::in_case, "case", {}},
    Word<FormField::Where>{FormField::Where::both, "both", {}},
};

template <class Table>
auto value_of(const ObjectReader& object, const char* key, const Table& table)
{
    std::vector<std::string_view> words;
    for (const auto& entry : table)
        words.push_back(entry.word);
    const auto word = object.word(key, words);
    return std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.word == word; })
        ->value;
}

template <class Table, class Value>
const auto& entry_of(const Table& table, Value value)
{
    return *std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.value == value; });
}

/// Articles are named as links name them: slug, or slug#heading.
std::vector<std::string> read_guidance(const ObjectReader& object)
{
    auto names = object.texts("guidance", 20);
    if (!std::all_of(names.begin(), names.end(), guidance::is_place))
        object.fail("guidance", "names no article");
    return names;
}

/// A module's own details are shown as they are, so they are small and plain.
std::size_t checked_size(const ObjectReader& top, const Json& value, int depth)
{
    if (depth > 4)
        top.fail("details", "is nested deeper than four");
    std::size_t size = 1;
    if (value.is_string()) {
        const auto text = value.get<std::string>();
        if (text.size() > ObjectReader::longest_text || plain_words(text) != trimmed(text))
            top.fail("details", "holds text that is too long or not plain");
    }
    if (value.is_object())
        for (const auto& [key, member] : value.items()) {
            if (key.size() > 100 || plain_words(key) != key)
                top.fail("details", "has a key that is too long or not plain");
            size += checked_size(top, member, depth + 1);
        }
    if (value.is_array())
        for (const auto& item : value)
            size += checked_size(top, item, depth + 1);
    if (size > 200)
        top.fail("details", "has more than 200 values");
    return size;
}

Option read_option(const ObjectReader& object)
{
    Option option{object.slug("option"),
                  object.text("name"),
                  value_of(object, "verdict", verdicts),
                  {},
                  read_guidance(object)};
    for (const auto& reason : object.objects("reasons", 1, 50))
        option.reasons.push_back({reason.text("step"), reason.text("text")});
    return option;
}

Session read_session(const ObjectReader& object)
{
    Session session;
    session.session = object.slug("session");
    session.title = object.text("title");
    session.part = object.text_or_none("part");
    session.kind = value_of(object, "kind", session_kinds);
    session.minutes = object.whole("minutes", 1, 1000);
    session.week = object.whole("week", 1, 200);
    session.materials = object.texts("materials", 50);
    session.guidance = read_guidance(object);
    if (const auto brief = object.object("brief")) {
        session.brief = Brief{brief->text("aim"), brief->texts("steps", 10), brief->texts("challenge", 10),
                              brief->texts("red_flags", 20), brief->text_or_none("stop_and_call")};
        if (session.brief->steps.empty())
            brief->fail("steps", "is missing");
    }
    return session;
}

FormField read_field(const ObjectReader& object)
{
    FormField field;
    field.key = object.slug("key");
    field.label = object.text("label");
    field.help = object.text_or_none("help");
    field.kind = value_of(object, "kind", field_kinds);
    if (object.has("where"))
        field.where = value_of(object, "where", field_places);
    for (const auto& choice : object.objects_or_none("choices", 30))
        field.choices.push_back({choice.slug("value"), choice.text("label")});
    if ((field.kind == FormField::Kind::choice) != (field.choices.size() >= 2))
        object.fail("choices", "does not go with the kind of the field");
    for (const auto& choice : field.choices)
        if (choice.value == "yes" || choice.value == "no" ||
            (choice.value[0] >= '0' && choice.value[0] <= '9'))
            object.fail("choices", "has a value that reads as a number or as yes or no");
    field.least = object.number("least");
    field.most = object.number("most");
    if (field.least && field.most && *field.least > *field.most)
        object.fail("least", "is above most");
    return field;
}

} // namespace

std::string_view word_of(Verdict verdict)
{
    return entry_of(verdicts, verdict).word;
}

std::string_view words_for(Verdict verdict)
{
    return entry_of(verdicts, verdict).for_people;
}

std::string_view word_of(SessionKind kind)
{
    return entry_of(session_kinds, kind).word;
}

std::string_view word_of(GroupFinding::Severity severity)
{
    return entry_of(severities, severity).word;
}

Assessment read_assessment(const Json& answer)
{
    const ObjectReader top{answer, {}};
    top.version_is_one();
    Assessment assessment;
    std::set<std::string> names;
    for (const auto& object : top.objects("options", 0, 50)) {
        assessment.options.push_back(read_option(object));
        if (!names.insert(assessment.options.back().option).second)
            object.fail("option", "stands there a second time");
    }
    for (const auto& blank : top.objects("blanks", 0, 100))
        assessment.blanks.push_back(
            {blank.text("key"), blank.text("text"), blank.yes_no("could_change").value_or(false)});
    assessment.best_case = top.text_or_none("best_case");
    assessment.worst_case = top.text_or_none("worst_case");
    if (top.object("details")) {
        assessment.details = answer["details"];
        checked_size(top, assessment.details, 0);
    }
    return assessment;
}

Plan read_plan(const Json& answer)
{
    const ObjectReader top{answer, {}};
    top.version_is_one();
    Plan plan;
    plan.title = top.text("title");
    plan.is_complete = top.yes_no("is_complete").value_or(true);
    plan.notes = top.texts("notes", 50);
    std::set<std::string> names;
    for (const auto& object : top.objects("sessions", 0, 200)) {
        plan.sessions.push_back(read_session(object));
        if (!names.insert(plan.sessions.back().session).second)
            object.fail("session", "stands there a second time");
    }
    return plan;
}

RoutingNeed read_routing(const Json& answer)
{
    const ObjectReader top{answer, {}};
    top.version_is_one();
    RoutingNeed need;
    for (const auto& object : top.objects("specialisms", 0, 10))
        need.specialisms.push_back({object.slug("specialism"), object.text("why")});
    if (const auto floor = top.object("floor")) {
        need.level = floor->whole("level", 1, 3).value_or(0);
        need.band = floor->whole("band", 3, 6).value_or(0);
        if (floor->has("qualification"))
            need.qualification = floor->slug("qualification");
    }
    return need;
}

std::vector<FormField> read_form(const Json& answer)
{
    const ObjectReader top{answer, {}};
    top.version_is_one();
    std::vector<FormField> fields;
    std::set<std::string> keys;
    for (const auto& object : top.objects("fields", 0, 30)) {
        fields.push_back(read_field(object));
        if (!keys.insert(fields.back().key).second)
            object.fail("key", "stands there a second time");
    }
    return fields;
}

GroupFindings read_group(const Json& answer)
{
    const ObjectReader top{answer, {}};
    top.version_is_one();
    GroupFindings group;
    group.label = top.text_or_none("label");
    for (const auto& object : top.objects("findings", 0, 200))
        group.findings.push_back({value_of(object, "severity", severities), object.text("step"),
                                  object.text("text"), object.texts("members", 30)});
    for (const auto& object : top.objects_or_none("without", 30))
        group.without.push_back({object.text("member"), object.text("text")});
    return group;
}

} // namespace guidepost::programme
