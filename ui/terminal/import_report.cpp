// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/import_report.h"

#include "core/text/text.h"
#include "core/text/wrap.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace guidepost::terminal {
namespace {

using guidance::FileProblems;
using guidance::Problem;
using Json = nlohmann::ordered_json;

constexpr std::size_t few = 20;

/// What kind of problem it is, without what differs from file to file: names and numbers.
std::string group_of(const std::string& path, const Problem& problem)
{
    std::string_view message = problem.message;
    if (const auto at = message.find(path); at != std::string_view::npos)
        message.remove_prefix(at + path.size());
    std::string text;
    bool in_quotes = false;
    bool is_in_word = false; // "UTF-8" is no number
    for (const char c : trimmed(message)) {
        if (c < '0' || c > '9')
            is_in_word = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c == '-' && is_in_word);
        if (c == '"') {
            in_quotes = !in_quotes;
            if (in_quotes)
                text += "\"...\"";
        } else if (!in_quotes && c >= '0' && c <= '9' && !is_in_word) {
            if (!text.ends_with('N'))
                text += 'N';
        } else if (!in_quotes) {
            text += c;
        }
    }
    return problem.key.empty() ? text : problem.key + ": " + text;
}

struct Group {
    std::string reason = {};
    std::vector<std::string> lines = {};
};

std::vector<Group> grouped(const std::vector<FileProblems>& files)
{
    std::vector<Group> groups;
    std::map<std::string, std::size_t> index;
    for (const auto& file : files)
        for (const auto& problem : file.problems) {
            const auto [at, is_new] = index.emplace(group_of(file.path, problem), groups.size());
            if (is_new)
                groups.push_back({at->first});
            groups[at->second].lines.push_back(format_problem(file.path, problem));
        }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return a.lines.size() > b.lines.size(); });
    return groups;
}

class Report {
public:
    Report(Detail detail, const Output& out) : detail_{detail}, out_{out} {}

    void line(const std::string& words) { text_ += wrapped(clean(words), out_.width()) + "\n"; }

    void files(const std::string& headline, const std::vector<FileProblems>& files)
    {
        if (files.empty())
            return;
        text_ += "\n" + out_.bold(headline) + "\n";
        for (const auto& group : grouped(files)) {
            if (group.lines.size() > 1)
                item(fmt::format("{} times: {}", group.lines.size(), group.reason), "  ");
            list(group.lines, group.lines.size() > 1 ? "    " : "  ");
        }
    }

    void names(const std::string& headline, const std::vector<std::string>& names)
    {
        if (names.empty())
            return;
        text_ += "\n" + out_.bold(headline) + "\n";
        list(names, "  ");
    }

    std::string take() { return std::move(text_); }

private:
    void item(const std::string& words, const std::string& indent)
    {
        text_ += wrapped(clean(words), out_.width(), indent, indent + "  ") + "\n";
    }

    void list(const std::vector<std::string>& lines, const std::string& indent)
    {
        const auto shown = detail_ == Detail::all ? lines.size() : std::min(lines.size(), few);
        for (std::size_t i = 0; i < shown; ++i)
            item(lines[i], indent);
        if (shown < lines.size())
            item(fmt::format("and {} more (--all shows them)", lines.size() - shown), indent);
    }

    Detail detail_;
    const Output& out_;
    std::string text_;
};

Json files_json(const std::vector<FileProblems>& files)
{
    auto list = Json::array();
    for (const auto& file : files) {
        auto problems = Json::array();
        for (const auto& problem : file.problems)
            problems.push_back(
                {{"severity", problem.severity == guidance::Severity::error ? "error" : "warning"},
                 {"line", problem.line},
                 {"key", problem.key},
                 {"message", problem.message}});
        list.push_back({{"path", file.path}, {"problems", std::move(problems)}});
    }
    return list;
}

} // namespace

std::string import_text(const guidance::ImportReport& report, bool is_dry_run, Detail detail,
                        const Output& out)
{
    Report text{detail, out};
    text.line(fmt::format("{} {} {}: {} added, {} changed, {} unchanged, {} skipped.",
                          is_dry_run       ? "Looked at, nothing written:"
                          : report.stopped ? "Stopped part of the way through"
                                           : "Imported",
                          report.is_pack ? "pack" : "folder", report.source.value(), report.added,
                          report.changed, report.unchanged, report.skipped.size()));
    if (report.added + report.changed > 0)
        text.line(
            report.is_pack
                ? "Whatever its pack.yaml says of approval, its texts are marked \"not reviewed\", rank "
                  "below "
                  "guidance and never count as guidance."
                : "Its texts are marked \"not reviewed\", stand below guidance that fits as well and never "
                  "count as guidance.");
    for (const auto& note : guidance::import_notes(report))
        text.line(note);
    text.files(fmt::format("Skipped ({}):", report.skipped.size()), report.skipped);
    text.files(fmt::format("Imported, with something to mend ({}):", report.warnings.size()),
               report.warnings);
    text.names(fmt::format("No longer in the folder, kept in the library ({}):", report.vanished.size()),
               report.vanished);
    return text.take();
}

nlohmann::ordered_json import_json(const guidance::ImportReport& report, bool is_dry_run)
{
    auto moved = Json::array();
    for (const auto& [from, to] : report.moved)
        moved.push_back({{"from", from}, {"to", to}});
    return {{"version", 1},
            {"source", report.source.value()},
            {"is_pack", report.is_pack},
            {"dry_run", is_dry_run},
            {"added", report.added},
            {"changed", report.changed},
            {"unchanged", report.unchanged},
            {"skipped", files_json(report.skipped)},
            {"warnings", files_json(report.warnings)},
            {"vanished", report.vanished},
            {"came_from", report.came_from},
            {"moved", std::move(moved)},
            {"dead_links", report.dead_links},
            {"folders_passed", report.folders_passed},
            {"other_kinds", report.other_kinds},
            {"stopped", report.stopped}};
}

} // namespace guidepost::terminal
