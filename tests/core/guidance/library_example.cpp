// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/guidance/library_example.h"

#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

namespace guidepost::test {

LibraryExample::LibraryExample() : connection_{store::open_store(profile_.path())}
{
    std::filesystem::create_directory(path());
}

void LibraryExample::write(std::string_view relative, std::string_view content) const
{
    folder_.write("notes/" + std::string{relative}, content);
}

void LibraryExample::write_manifest(std::string_view version) const
{
    write("pack.yaml", fmt::format("id: notes\ntitle: Notes\nversion: {}\napproved_by: Editors\n"
                                   "approved_on: 2026-11-21\n",
                                   version));
}

guidance::ImportReport LibraryExample::import()
{
    return import(path());
}

guidance::ImportReport LibraryExample::import(const std::filesystem::path& folder)
{
    guidance::ImportOptions options;
    options.who = "tester";
    options.keeper = guidance::Keeper::program;
    return guidance::import_folder(*connection_, folder, options);
}

std::string LibraryExample::text_at(const std::string& path)
{
    for (const auto& listed : library().list())
        if (listed.path == path)
            return library().find(listed.id)->text;
    return "(none)";
}

std::vector<std::string> LibraryExample::ids()
{
    std::vector<std::string> found;
    for (const auto& listed : library().list())
        found.push_back(listed.id.value());
    std::sort(found.begin(), found.end());
    return found;
}

void LibraryExample::verify()
{
    const auto copy = store::copy_to_memory(store::embedded_store_file(profile_.path()));
    const auto result = store::verify(*copy, {guidance::verify});
    for (const auto& damage : result.damages)
        UNSCOPED_INFO(damage.chain << " " << damage.event << ": " << damage.what);
    REQUIRE(result.damages.empty());
    REQUIRE(store::one_integer(*connection_, "select count(*) from revision") == library().feed_position());
}

std::string guidance_text(std::string_view id, std::string_view body)
{
    return fmt::format(
        "---\nid: {0}\ntitle: About {0}\nsummary: What to do.\nkind: topic\nowner: risk\n"
        "effective: 2026-11-21\nreview_by: 2027-11-21\nsources: [\"HMIP 2019\"]\nlanguage: en\n---\n{1}",
        id, body);
}

std::string said(const std::vector<guidance::FileProblems>& problems)
{
    std::string text;
    for (const auto& file : problems)
        for (const auto& problem : file.problems)
            text += format_problem(file.path, problem) + '\n';
    return text;
}

} // namespace guidepost::test
