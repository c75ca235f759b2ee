// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/training_import.h"

#include "core/people/commands.h"
#include "core/people/csv.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace guidepost::people {
namespace {

constexpr std::array columns{"login", "training", "step", "date", "expires", "signed_off_by", "evidence"};
constexpr std::size_t needed_columns = 4;

/// Where each column stands; the size of a row for one that is not there.
using Places = std::map<std::string, std::size_t>;

Places places_of(const CsvRow& head)
{
    Places places;
    for (std::size_t i = 0; i < head.cells.size(); ++i) {
        const auto name = lower_ascii(std::string{trimmed(head.cells[i])});
        if (std::find(columns.begin(), columns.end(), name) == columns.end())
            throw Error{Errc::format,
                        fmt::format("line {}: there is no column {}. Columns are {}.", head.line,
                                    shortened(name, 40),
                                    join(std::vector<std::string>{columns.begin(), columns.end()}, ", "))};
        if (!places.emplace(name, i).second)
            throw Error{Errc::format,
                        fmt::format("line {}: the column {} stands there twice.", head.line, name)};
    }
    for (std::size_t i = 0; i < needed_columns; ++i)
        if (!places.contains(columns.at(i)))
            throw Error{Errc::format,
                        fmt::format("line {}: the column {} is missing.", head.line, columns.at(i))};
    return places;
}

struct BadCell {
    std::string key = {};
    std::string what = {};
};

Competence competence_in(const CsvRow& row, const Places& places)
{
    const auto cell = [&](const char* name) {
        const auto at = places.find(name);
        return at == places.end() || at->second >= row.cells.size()
                   ? std::string{}
                   : std::string{trimmed(row.cells[at->second])};
    };
    const auto date = [&](const char* name) {
        const auto text = cell(name);
        const auto day = parse_date(text);
        if (!day && !text.empty())
            throw BadCell{name, "takes a date, as in 2026-11-30"};
        return day;
    };
    Competence one{.of = Login{cell("login")}, .training = cell("training"), .evidence = cell("evidence")};
    const auto step = parse_step(lower_ascii(cell("step")));
    if (!step)
        throw BadCell{"step", "takes trained, observe, co-deliver, deliver-observed or deliver"};
    one.rung = *step;
    const auto done = date("date");
    if (!done)
        throw BadCell{"date", "is missing"};
    one.date = *done;
    one.expires = date("expires");
    one.signed_off_by = Login{cell("signed_off_by")};
    if (!one.of)
        throw BadCell{"login", "is missing"};
    return one;
}

/// Lower steps first: whoever wrote the file need not know the ladder.
std::vector<TrainingRow> up_the_ladder(std::vector<TrainingRow> rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const TrainingRow& a, const TrainingRow& b) {
        const auto& one = a.competence;
        const auto& other = b.competence;
        return std::tie(one.of, one.training, one.rung) < std::tie(other.of, other.training, other.rung);
    });
    return rows;
}

} // namespace

TrainingTable read_training_csv(std::string_view text)
{
    const auto csv = read_spreadsheet(text);
    for (const auto& row : csv.rows)
        if (first_invalid_utf8(join(row.cells, "")))
            throw Error{
                Errc::format,
                fmt::format("line {}: a table of training is UTF-8 text, and this is not.", row.line)};
    TrainingTable table;
    if (csv.rows.empty())
        throw Error{Errc::format, "This table is empty: its first line names the columns."};
    const auto places = places_of(csv.rows.front());
    for (std::size_t i = 1; i < csv.rows.size(); ++i) {
        const auto& row = csv.rows[i];
        try {
            if (row.cells.size() > csv.rows.front().cells.size())
                throw BadCell{"", "has more cells than there are columns"};
            table.rows.push_back({row.line, competence_in(row, places)});
        } catch (const BadCell& cell) {
            table.problems.push_back({.line = row.line, .key = cell.key, .what = cell.what});
        }
    }
    if (csv.line_of_open_quote > 0)
        table.problems.push_back({.line = csv.line_of_open_quote,
                                  .key = {},
                                  .what = "a quote begins here and never ends: the rest is left out"});
    return table;
}

TrainingTable read_training_csv_file(const std::filesystem::path& file)
{
    return read_training_csv(read_file(file, largest_staff_file));
}

TrainingReport import_training(store::Connection& connection, const TrainingTable& table, const Staff& by,
                               Date today, ImportMode mode, Clock clock)
{
    TrainingReport report{.problems = table.problems};
    store::Transaction transaction{connection};
    Register people{connection};
    RegisterWriter writer{connection, by.login, std::move(clock)};
    const auto actor = people.find(by.login).value_or(by);
    std::map<std::tuple<Login, std::string, std::optional<Rung>>, std::size_t> seen;
    for (auto& [line, competence] : up_the_ladder(table.rows)) {
        const auto left_out = [&, at = line](std::string what, Errc errc = Errc::format) {
            report.problems.push_back({.line = at, .what = std::move(what), .errc = errc});
        };
        if (!competence.signed_off_by)
            competence.signed_off_by = actor.login;
        const auto [before, is_new] =
            seen.emplace(std::tuple{competence.of, competence.training, competence.rung}, line);
        if (!is_new) {
            left_out(fmt::format("says again what line {} says", before->second));
            continue;
        }
        const auto held = competences_of(connection, competence.of);
        if (std::find(held.begin(), held.end(), competence) != held.end()) {
            ++report.unchanged;
            continue;
        }
        if (competence.date > today) {
            left_out("lies ahead: what has not been done yet is not entered");
            continue;
        }
        if (const auto no = check(PutCompetence{competence}, actor, people)) {
            left_out(no->what(), no->code());
            continue;
        }
        const bool stands = std::any_of(held.begin(), held.end(), [&, &one = competence](const auto& other) {
            return other.training == one.training && other.rung == one.rung;
        });
        try {
            put_competence(connection, writer, competence);
            ++(stands ? report.changed : report.added);
        } catch (const Error& error) {
            if (error.code() == Errc::storage)
                throw;
            left_out(error.what(), error.code());
        }
    }
    std::stable_sort(report.problems.begin(), report.problems.end(),
                     [](const FileProblem& one, const FileProblem& other) { return one.line < other.line; });
    writer.finish();
    if (mode == ImportMode::write)
        transaction.commit();
    return report;
}

} // namespace guidepost::people
