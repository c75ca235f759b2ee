// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/pages/page_example.h"

namespace guidepost::test {

pages::ArticlePage example_page_with_body(std::string_view body)
{
    pages::ArticlePage page;
    page.article.id = ArticleId{"working-with-denial"};
    page.article.revision = RevisionId{"01937b3e-6d2a-7c1e-9f00-5a0dd9c0ffee"};
    page.article.state = guidance::ArticleState::published;
    page.article.title = "Working with denial";
    page.article.text = "---\n"
                        "id: working-with-denial\n"
                        "title: Working with denial\n"
                        "summary: Denial is common. It is no reason to stop work.\n"
                        "kind: topic\n"
                        "owner: sexual-offending\n"
                        "effective: 2026-11-21\n"
                        "review_by: 2027-05-21\n"
                        "sources: [\"HMIP thematic 2019\", \"PRT website\"]\n"
                        "language: en\n"
                        "topics: [innocence]\n"
                        "evidence: practice\n"
                        "---\n" +
                        std::string{body};
    page.source_title = "General guidance";
    page.approved_by = "Guidepost editors";
    page.today = *parse_date("2026-12-01");
    return page;
}

pages::ArticlePage example_page()
{
    return example_page_with_body("## Do now\n\nRead the [sentencing remarks](kb:reading-remarks#first).\n\n"
                                  "## Why\n\nBecause *act* and label differ.\n\n### A detail\n\nMore.\n");
}

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::size_t count_of(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

std::string_view body_of(std::string_view html)
{
    const auto from = html.find("<body>");
    return html.substr(from, html.rfind("</body>") - from);
}

} // namespace guidepost::test
