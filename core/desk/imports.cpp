// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/imports.h"

#include "core/guidance/checks.h"
#include "core/guidance/hide.h"
#include "core/guidance/pack.h"
#include "core/people/register.h"
#include "core/people/rights.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::desk {
namespace {

constexpr std::size_t problems_told = 3;

/// Who acts, as the register has them now: a right may have gone since a menu was drawn.
people::Staff must_import(store::Connection& connection, const std::optional<people::Staff>& by)
{
    if (auto no = check_import(connection, by))
        throw *no;
    return *people::Register{connection}.find(by->login);
}

std::string told(const guidance::CheckedFolder& checked)
{
    std::vector<std::string> lines;
    const auto add = [&](const std::string& path, const std::vector<guidance::Problem>& problems) {
        for (const auto& problem : problems)
            if (problem.severity == guidance::Severity::error && lines.size() < problems_told)
                lines.push_back(guidance::format_problem(path, problem));
    };
    add("pack.yaml", checked.problems);
    for (const auto& article : checked.articles)
        add(article.path, article.problems);
    return join(lines, "; ");
}

void must_be_whole(const Desk& desk, const std::filesystem::path& folder)
{
    const auto checked =
        guidance::check_folder(folder, {.others = desk.guidance_folders(),
                                        .sources = guidance::read_cited_sources(desk.places().content)});
    const auto errors = checked.errors();
    if (errors > 0)
        throw Error{Errc::refused,
                    fmt::format("This pack has {} error{}, so nothing of it was brought in: {}. To see all: "
                                "guidepostctl article check {}",
                                errors, errors == 1 ? "" : "s", told(checked), folder.string())};
}

} // namespace

std::optional<Error> check_import(store::Connection& connection, const std::optional<people::Staff>& by)
{
    const auto person = by ? people::Register{connection}.find(by->login) : std::nullopt;
    if (!person)
        return Error{Errc::refused,
                     "Texts are brought in and taken out by somebody who is signed in, and nobody is. On a "
                     "new store, enter an administrator, set their password and sign in: guidepostctl staff "
                     "password --help"};
    if (!person->is_active ||
        !people::may(person->roles, people::Action::import_guidance, people::Relation::none))
        return Error{Errc::refused, "Texts are brought in and taken out by specialists, trainers, leads and "
                                    "administrators. Ask one of them."};
    return std::nullopt;
}

guidance::ImportReport import_folder(const Desk& desk, store::Connection& connection,
                                     const std::filesystem::path& folder,
                                     const std::optional<people::Staff>& by, guidance::ImportOptions options)
{
    if (!options.dry_run)
        options.who = must_import(connection, by).login.value();
    options.keeper = guidance::Keeper::people;
    options.place.clear();
    options.has_left = {};
    std::error_code error;
    if (std::filesystem::is_directory(folder, error))
        if (const auto manifest = guidance::read_manifest(folder)) {
            if (desk.is_reserved(SourceId{manifest->id}))
                throw Error{Errc::refused,
                            fmt::format("The id {} belongs to guidance of the program or of a module, which "
                                        "changes only with that. Give these texts another id.",
                                        manifest->id)};
            must_be_whole(desk, folder);
        }
    return guidance::import_folder(connection, folder, options);
}

std::size_t remove_import(store::Connection& connection, const SourceId& source,
                          const std::optional<people::Staff>& by, const std::string& reason,
                          const Clock& clock)
{
    const auto who = must_import(connection, by).login.value();
    const std::string why{trimmed(reason)};
    if (why.empty())
        throw Error{Errc::format, "Say why it is taken out: whoever looks for it later reads that."};
    if (why.size() > longest_import_reason || first_invalid_utf8(why))
        throw Error{Errc::format,
                    fmt::format("A reason is text of at most {} bytes.", longest_import_reason)};
    const auto count = guidance::take_out_source(connection, source, who, why, clock);
    if (count == 0)
        throw Error{Errc::conflict, fmt::format("{} is out already. To bring it back: guidepostctl article "
                                                "restore --source {}",
                                                source.value(), source.value())};
    return count;
}

std::size_t restore_import(store::Connection& connection, const SourceId& source,
                           const std::optional<people::Staff>& by, const Clock& clock)
{
    const auto who = must_import(connection, by).login.value();
    const auto count = guidance::put_back_source(connection, source, who, clock);
    if (count == 0)
        throw Error{Errc::conflict, fmt::format("Nothing of {} was taken out.", source.value())};
    return count;
}

std::vector<Imported> list_imports(store::Connection& connection)
{
    guidance::Library library{connection};
    std::vector<Imported> all;
    for (auto& source : library.sources()) {
        if (source.keeper != guidance::Keeper::people)
            continue;
        const auto listed = library.list_source(source.id);
        const auto up = std::count_if(listed.begin(), listed.end(), [](const guidance::Listed& article) {
            return article.state != guidance::ArticleState::withdrawn;
        });
        if (!listed.empty())
            all.push_back({std::move(source), static_cast<std::size_t>(up), up == 0});
    }
    std::stable_sort(all.begin(), all.end(), [](const Imported& one, const Imported& other) {
        return one.source.title < other.source.title;
    });
    return all;
}

} // namespace guidepost::desk
