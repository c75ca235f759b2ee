// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/competence_register.h"

#include "core/people/staff_json.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::people {
namespace {

using Json = nlohmann::json;
using store::Connection;
using store::Row;

constexpr std::size_t longest_text = 500;

Competence parse(std::string_view body)
{
    return competence_from_json(Json::parse(body, nullptr, false));
}

void write(Connection& connection, const Competence& one)
{
    connection.execute(
        "insert into competence(login, training, step, body) values ($1, $2, $3, $4) "
        "on conflict (login, training, step) do update set body = excluded.body",
        {one.of.value(), one.training, std::string{word_of_step(one.rung)}, to_json(one).dump()});
}

void erase(Connection& connection, const std::string& login, const std::string& training,
           const std::string& step)
{
    connection.execute("delete from competence where login = $1 and training = $2 and step = $3",
                       {login, training, step});
}

void must_be_known(Register& people, const Login& login, const char* who)
{
    if (!people.find(login))
        throw Error{Errc::not_found, fmt::format("{} is nobody in the register.", who)};
}

} // namespace

std::vector<Fault> faults_of(const Competence& competence)
{
    std::vector<Fault> faults;
    const auto unless = [&](bool is_well, const char* field, const char* what) {
        if (!is_well)
            faults.push_back({field, what});
    };
    const auto line = [&](const char* field, const std::string& text) {
        if (auto fault = fault_of_line(text, longest_text); !fault.empty())
            faults.push_back({field, std::move(fault)});
    };
    unless(is_slug(competence.training), "training", "is a name in small letters with hyphens");
    unless(competence.date.ok(), "date", "is no day of the calendar");
    unless(!competence.expires || (competence.expires->ok() && competence.date <= *competence.expires),
           "expires", "is before the day it was done");
    unless(static_cast<bool>(competence.signed_off_by), "signed off by", "is missing");
    unless(competence.signed_off_by != competence.of, "signed off by", "is somebody else");
    line("evidence", competence.evidence);
    if (const auto& exception = competence.exception) {
        unless(!exception->reason.empty(), "reason", "is missing");
        line("reason", exception->reason);
        unless(exception->by && exception->by != competence.of, "exception", "is made by somebody else");
        unless(competence.rung.has_value(), "exception", "is for a rung, not for the training");
        unless(competence.expires &&
                   std::chrono::sys_days{*competence.expires} - std::chrono::sys_days{competence.date} <=
                       longest_exception,
               "exception", "ends, within 92 days");
    }
    return faults;
}

std::vector<Competence> competences_of(Connection& connection, const Login& login)
{
    std::vector<Competence> found;
    connection.query("select body from competence where login = $1", {login.value()},
                     [&](const Row& row) { found.push_back(parse(row.text(0))); });
    std::sort(found.begin(), found.end(), [](const Competence& one, const Competence& other) {
        return std::tie(one.training, one.rung) < std::tie(other.training, other.rung);
    });
    return found;
}

std::vector<Competence> exceptions_on(Connection& connection, Date day)
{
    std::vector<Competence> found;
    connection.query("select body from competence order by login, training, step", {}, [&](const Row& row) {
        auto one = parse(row.text(0));
        if (one.exception && counts_on(one, day))
            found.push_back(std::move(one));
    });
    return found;
}

void put_competence(Connection& connection, RegisterWriter& writer, const Competence& competence)
{
    if (const auto faults = faults_of(competence); !faults.empty())
        throw Error{Errc::format, fmt::format("This cannot be kept: {}.", sentence_of(faults))};
    Register people{connection};
    must_be_known(people, competence.of, "The person");
    must_be_known(people, competence.signed_off_by, "Who signed off");
    const auto held = competences_of(connection, competence.of);
    if (std::find(held.begin(), held.end(), competence) != held.end())
        return;
    if (const auto missing = skipped(held, competence); !missing.empty() && !competence.exception)
        throw Error{Errc::refused, fmt::format("No rung is skipped: before {} comes {}. A lead may make an "
                                               "exception, with a reason and an end.",
                                               word_of_step(competence.rung), join(missing, ", "))};
    writer.append("competence-put", Json{{"competence", to_json(competence)}}.dump());
    write(connection, competence);
}

void remove_competence(Connection& connection, RegisterWriter& writer, const Login& login,
                       const std::string& training, const std::optional<Rung>& rung)
{
    const std::string step{word_of_step(rung)};
    if (!store::one_integer(connection,
                            "select 1 from competence where login = $1 and training = $2 and step = $3",
                            {login.value(), training, step}))
        throw Error{Errc::not_found, "There is no such line in the register of training."};
    writer.append("competence-removed",
                  Json{{"login", login.value()}, {"training", training}, {"step", step}}.dump());
    erase(connection, login.value(), training, step);
}

Json to_json(const Competence& one)
{
    Json exception = nullptr;
    if (one.exception)
        exception = {{"by", one.exception->by.value()}, {"reason", one.exception->reason}};
    return {{"login", one.of.value()},
            {"training", one.training},
            {"step", word_of_step(one.rung)},
            {"date", format_date(one.date)},
            {"expires", one.expires ? Json(format_date(*one.expires)) : Json(nullptr)},
            {"signed_off_by", one.signed_off_by.value()},
            {"evidence", one.evidence},
            {"exception", std::move(exception)}};
}

Competence competence_from_json(const Json& json)
{
    try {
        const auto step = parse_step(json.at("step").get<std::string>());
        if (!step)
            throw Error{Errc::storage,
                        "The register of training names a step that this version does not know."};
        Competence one{.of = Login{json.at("login").get<std::string>()},
                       .training = json.at("training"),
                       .rung = *step,
                       .date = date_from_json(json.at("date")),
                       .signed_off_by = Login{json.at("signed_off_by").get<std::string>()},
                       .evidence = json.value("evidence", "")};
        if (json.contains("expires") && !json["expires"].is_null())
            one.expires = date_from_json(json["expires"]);
        if (json.contains("exception") && !json["exception"].is_null())
            one.exception = Exception{Login{json["exception"].at("by").get<std::string>()},
                                      json["exception"].at("reason").get<std::string>()};
        return one;
    } catch (const Json::exception&) { // its text would quote the record
        throw Error{Errc::storage,
                    "The register of training in this store cannot be read. Check the store with: "
                    "guidepostctl store verify"};
    }
}

void apply_competence_event(Connection& connection, std::string_view kind, const Json& payload)
{
    if (kind == "competence-put")
        write(connection, competence_from_json(payload.at("competence")));
    else if (kind == "competence-removed")
        erase(connection, payload.at("login"), payload.at("training"), payload.at("step"));
}

} // namespace guidepost::people
