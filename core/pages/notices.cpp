// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/notices.h"

#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guidepost::pages {
namespace {

constexpr std::size_t revision_digits = 8;

std::string evidence_words(const std::string& evidence)
{
    if (evidence == "strong")
        return "Strong evidence";
    if (evidence == "some")
        return "Some evidence";
    return evidence == "practice" ? "Practice advice" : "";
}

/// One for each source that was replaced, and one for all that grew old: sources are read together, so most
/// of a page's grow old on one day.
void add_source_warnings(const ArticlePage& page, const std::vector<std::string>& names,
                         std::vector<Warning>& warnings)
{
    std::vector<Warning> old;
    for (const auto& name : names) {
        const auto* source = page.cited.find(name);
        const auto why = source ? guidance::why_look_again(*source, page.cited, page.today) : std::string{};
        if (!why.empty())
            (source->replaced_by.empty() ? old : warnings)
                .push_back({"A source to read again.",
                            fmt::format("{} {}. Check what rests on it before you rely on it.",
                                        guidance::citation(*source), why)});
    }
    if (old.size() > 1)
        old = {
            {"Sources to read again.",
             fmt::format("{} of its sources were last read over a year ago; the list at the end says when. "
                         "Check what rests on them before you rely on it.",
                         old.size())}};
    warnings.insert(warnings.end(), old.begin(), old.end());
}

std::vector<Warning> warnings_of(const ArticlePage& page, const guidance::FrontMatter& meta)
{
    std::vector<Warning> warnings;
    if (page.is_draft)
        warnings.push_back({"Draft.",
                            "It was begun from an answer to a consultation. Nobody has reviewed it, and it "
                            "is no guidance."});
    if (page.article.state == guidance::ArticleState::imported)
        warnings.push_back({"Not reviewed.", not_reviewed_notice});
    if (page.article.state == guidance::ArticleState::withdrawn)
        warnings.push_back({"Withdrawn.",
                            "This guidance no longer applies. It is kept so that earlier decisions "
                            "can be understood."});
    if (page.article.state != guidance::ArticleState::imported && guidance::is_expired(meta, page.today))
        warnings.push_back(
            {"Past its review date.",
             fmt::format("It was due to be reviewed by {}. Check with {} before you rely on it.",
                         format_date_long(*meta.review_by),
                         meta.owner.empty() ? "its owner"
                                            : "its owner, " + words_of(meta.owner, page.vocabulary) + ",")});
    add_source_warnings(page, meta.sources, warnings);
    return warnings;
}

/// A text with a list of its own says there what rests on what; its records are listed all the same.
std::vector<std::string> sources_of(const std::vector<std::string>& written,
                                    const guidance::CitedSources& cited, bool lists_its_own_sources)
{
    auto listed = written;
    if (lists_its_own_sources)
        std::erase_if(listed, [&](const std::string& name) { return !cited.find(name); });
    return guidance::source_lines(listed, cited);
}

} // namespace

const char* const public_sources_notice =
    "Written from public sources for practice; not official policy, not approved by a specialist.";
const char* const not_reviewed_notice = "This text was imported from a folder and nobody has reviewed it. "
                                        "Check it against policy before you rely "
                                        "on it.";

std::string not_vouched_for(const std::string& approved_by)
{
    return "Nobody signed it. It says of itself that it was approved by " + approved_by + ".";
}

std::string words_of(std::string_view slug, const search::Vocabulary& vocabulary)
{
    auto words = vocabulary.written(slug);
    if (words.empty())
        for (const auto& part : split(slug, '-')) {
            const auto written = vocabulary.written(part);
            words += (words.empty() ? "" : " ") + (written.empty() ? part : written);
        }
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

std::string words_of(std::string_view slug, const std::shared_ptr<const search::Vocabulary>& vocabulary)
{
    return vocabulary ? words_of(slug, *vocabulary) : words_of(slug);
}

Notices notices_of(const ArticlePage& page, const guidance::FrontMatter& meta, bool lists_its_own_sources)
{
    const bool is_guidance = page.article.state != guidance::ArticleState::imported && !page.is_draft;
    Notices notices;
    notices.place = words_of(meta.owner, page.vocabulary);
    if (!meta.owner.empty() && !meta.topics.empty())
        notices.place += " \u203A " + words_of(meta.topics.front(), page.vocabulary);
    if (!meta.owner.empty())
        notices.about.push_back("Owner: " + words_of(meta.owner, page.vocabulary));
    if (meta.effective)
        notices.about.push_back("Version of " + format_date_long(*meta.effective));
    if (meta.review_by)
        notices.about.push_back(
            (guidance::is_expired(meta, page.today) ? "Review was due " : "Next review ") +
            format_date_long(*meta.review_by));
    if (const auto evidence = evidence_words(meta.evidence); !evidence.empty())
        notices.about.push_back(evidence);
    if (is_guidance)
        notices.public_sources = public_sources_notice;
    notices.warnings = warnings_of(page, meta);
    notices.summary = std::string{trimmed(meta.summary)};

    notices.sources = sources_of(meta.sources, page.cited, lists_its_own_sources);
    notices.sources_heading = lists_its_own_sources ? "Sources in full" : "Sources";

    // The first digits of a revision are the time: two of one minute would look the same.
    const auto& revision = page.article.revision.value();
    const auto from = revision.size() > revision_digits ? revision.size() - revision_digits : 0;
    notices.footer.push_back(page.article.id.value() +
                             (revision.empty() ? "" : ", revision " + revision.substr(from)));
    if (!page.source_title.empty())
        notices.footer.push_back(
            "From " + page.source_title +
            (page.approved_by.empty() || !page.is_vouched_for ? "" : ", approved by " + page.approved_by));
    if (!page.approved_by.empty() && !page.is_vouched_for)
        notices.footer.push_back(not_vouched_for(page.approved_by));
    return notices;
}

} // namespace guidepost::pages
