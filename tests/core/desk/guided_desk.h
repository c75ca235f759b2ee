// SPDX-License-Identifier: GPL-2.0-or-later
// A desk with guidance of the program and of a module, people of every role, and folders to bring in.
#pragma once

#include "core/desk/imports.h"
#include "core/people/register.h"
#include "tests/core/people/people_example.h"
#include "tests/support/articles.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

namespace guidepost::test {

class GuidedDesk {
public:
    GuidedDesk()
    {
        dir_.write("content/vocabulary.tsv", "AP\tapproved premises\tsame\n");
        write_pack("content/guidance", "guidance", "5", {"recall", "curfews"});
        dir_.write("modules/ladders/module.yaml", "id: ladders\nname: Ladders\nversion: 1.0.0\napi: 1\n");
        write_pack("modules/ladders/guidance", "ladders", "5", {"ladder-advice"});
    }

    const TempDir& dir() const { return dir_; }
    std::filesystem::path path(const std::string& relative) const { return dir_.path() / relative; }
    desk::Places places() const { return {path("profile"), path("content"), path("modules"), {}}; }

    /// A pack whose articles say `word`.
    void write_pack(const std::string& folder, const std::string& id, const std::string& version,
                    const std::vector<std::string>& articles, const std::string& word = "kettles") const
    {
        dir_.write(
            folder + "/pack.yaml",
            fmt::format("id: {}\ntitle: Of {}\nversion: {}\napproved_by: Us\napproved_on: 2026-11-21\n", id,
                        id, version));
        for (const auto& article : articles)
            dir_.write(fmt::format("{}/{}.md", folder, article),
                       AnArticle{.id = article,
                                 .title = "About " + article,
                                 .body = "## Do now\n\nMind the " + word + ".\n"}
                           .text());
    }

    desk::Desk& open()
    {
        desk_.reset();
        return desk_.emplace(places());
    }
    desk::Desk& desk() { return desk_ ? *desk_ : open(); }
    store::Connection& connection() { return desk().connection(); }
    guidance::Library library() { return desk().library(); }

    /// The desk as a start leaves it, with one person of each role.
    void start()
    {
        open().adopt_shipped();
        if (!people::Register{connection()}.is_empty())
            return;
        store::Transaction transaction{connection()};
        people::RegisterWriter writer{connection(), Login{"administrator-1"}};
        using people::Role;
        for (const auto& [login, role] : {std::pair{"officer-1", Role::officer},
                                          {"specialist-1", Role::specialist},
                                          {"trainer-1", Role::trainer},
                                          {"lead-1", Role::lead},
                                          {"administrator-1", Role::administrator}})
            writer.put_staff(person(login, role));
        writer.finish();
        transaction.commit();
    }

    std::optional<people::Staff> who(const std::string& login)
    {
        return people::Register{connection()}.find(Login{login});
    }
    guidance::ImportReport import(const std::string& folder, const std::string& login = "trainer-1")
    {
        return desk::import_folder(desk(), connection(), path(folder), who(login), {});
    }

    std::string state(const std::string& article)
    {
        const auto found = library().find(ArticleId{article});
        return found ? std::string{guidance::state_name(found->state)} : "none";
    }
    std::string source(const std::string& article)
    {
        const auto found = library().find(ArticleId{article});
        return found ? found->source.value() : "none";
    }
    bool says(const std::string& article, const std::string& word)
    {
        const auto found = library().find(ArticleId{article});
        return found && found->text.find(word) != std::string::npos;
    }
    guidance::Keeper keeper(const std::string& source_id)
    {
        return library().find_source(SourceId{source_id}).value().keeper;
    }
    /// "who kind", of the newest events of guidance, the newest first.
    std::vector<std::string> events(std::size_t count)
    {
        std::vector<std::string> found;
        connection().query("select who || ' ' || kind from event where chain = 'guidance' order by seq desc",
                           {}, [&](const store::Row& row) {
                               if (found.size() < count)
                                   found.push_back(row.string(0));
                           });
        return found;
    }
    /// All that is kept of what the program and the module published.
    std::vector<std::string> published()
    {
        std::vector<std::string> rows;
        for (const char* sql :
             {"select a.id || '|' || a.revision || '|' || a.state || '|' || a.source || '|' || a.path || '|' "
              "|| "
              "a.title || '|' || a.feed || '|' || t.body from article a join revision_text t on "
              "t.revision = a.revision where a.source in ('guidance', 'ladders') order by a.id",
              "select p.feed || '|' || p.article || '|' || p.revision || '|' || p.state || '|' || p.at || "
              "'|' || "
              "p.event from publication p join article a on a.id = p.article "
              "where a.source in ('guidance', 'ladders') order by p.feed",
              "select id || '|' || kind || '|' || title || '|' || root || '|' || version || '|' || "
              "approved_by || "
              "'|' || event from source where id in ('guidance', 'ladders') order by id"})
            connection().query(sql, {}, [&](const store::Row& row) { rows.push_back(row.string(0)); });
        return rows;
    }

private:
    TempDir dir_;
    std::optional<desk::Desk> desk_;
};

} // namespace guidepost::test
