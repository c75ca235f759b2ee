// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/articles.h"

#include <fmt/format.h>

namespace guidepost::test {

std::string AnArticle::text() const
{
    return fmt::format(
        "---\nid: {}\ntitle: \"{}\"\nsummary: \"What to know.\"\nkind: topic\nowner: risk\n"
        "effective: 2026-01-01\nreview_by: {}\nsources: [\"A source, 2026\"]\nlanguage: en\n{}---\n\n{}",
        id, title, review_by, more, body);
}

Bench::Bench()
{
    dir_.write("content/vocabulary.tsv",
               "AP\tapproved premises\tambiguous\nAP\taccredited programme\tambiguous\n"
               "OGRS\tall reoffending predictor\told-new\nARP\tall reoffending predictor\tsame\n"
               "MAPPA\tMulti-Agency Public Protection Arrangements\tsame\n"
               "no show\tmissed appointment\tsame\n"
               "=SO\tsexual offence\tsame\n");
    dir_.write("content/everyday-words.tsv", "leathered\tassault\told-new\n");
    dir_.write("content/guidance/pack.yaml",
               "id: test\ntitle: Test pack\nversion: 1\napproved_by: Testers\napproved_on: 2026-01-01\n");
    desk_.emplace(desk::Places{dir_.path() / "profile", dir_.path() / "content"});
}

void Bench::write(const AnArticle& article) const
{
    dir_.write("content/guidance/" + article.id + ".md", article.text());
}

void Bench::adopt()
{
    desk_->adopt_shipped();
    desk_->catch_up();
}

guidance::ImportReport Bench::import(const std::vector<std::pair<std::string, std::string>>& files)
{
    for (const auto& [path, text] : files)
        dir_.write("folder/" + path, text);
    guidance::ImportOptions options;
    options.who = "tester";
    auto report = guidance::import_folder(desk_->connection(), dir_.path() / "folder", options);
    desk_->catch_up();
    return report;
}

desk::Desk::ThreadSearcher& Bench::own()
{
    if (!own_)
        own_.emplace(desk_->make_searcher());
    return *own_;
}

search::Page Bench::find(std::string_view text)
{
    search::Query query;
    query.text = text;
    return find(query);
}

search::Page Bench::find(const search::Query& query)
{
    return own().searcher.find(query);
}

std::vector<std::string> Bench::ids(std::string_view text)
{
    std::vector<std::string> ids;
    for (const auto& hit : find(text).hits)
        ids.push_back(hit.article.value());
    return ids;
}

} // namespace guidepost::test
