// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/to_guidance.h"

#include "core/text/digest.h"
#include "core/text/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace guidepost::consultation {
namespace {

constexpr auto usual_review = std::chrono::months{6};

/// Quoted as JSON is, which YAML reads.
std::string yaml_text(const std::string& text)
{
    return nlohmann::json(text).dump();
}

std::string list_of(const std::vector<std::string>& words)
{
    return "[" + join(words, ", ") + "]";
}

Date later(Date day, std::chrono::months months)
{
    const auto moved = day + months;
    return moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last;
}

} // namespace

GuidanceDraft draft_of(const Thread& thread, const privacy::GuardWords& words, Date today)
{
    GuidanceDraft draft;
    const auto guarded = [&](const std::string& text) {
        const auto found = privacy::guard(text, words, today);
        draft.taken_out += found.identifiers.size() + found.names.size();
        return privacy::redacted(text, found.identifiers, found.names);
    };
    const auto question = guarded(thread.request.question);
    std::string answers, read;
    for (const auto& entry : thread.entries) {
        if (entry.kind != Entry::Kind::answer || entry.is_redacted)
            continue;
        answers += std::string{trimmed(guarded(entry.text))} + "\n\n";
        for (const auto& place : entry.cites)
            read += fmt::format("- kb:{}\n", place);
    }
    Request named;
    named.question = question;
    draft.title = title_of(named);
    if (draft.title.empty())
        draft.title = "An answer to a consultation";
    auto name = slug(draft.title);
    if (name.empty())
        name = "answer-to-a-consultation";
    std::vector<std::string> rosh;
    if (const auto highest = highest_rosh(thread.request.profile); !highest.empty())
        rosh.push_back(highest);
    draft.text = fmt::format(
        "---\nid: {}\ntitle: {}\nsummary: {}\nkind: scenario\nowner: {}\neffective: {}\nreview_by: {}\n"
        "sources: [\"An answer to a consultation, sha256:{}\"]\nlanguage: en\noffence: {}\nrosh: {}\n"
        "evidence: practice\n---\n"
        "<!-- A draft made from an answer. Before review: take out every name and every detail that only "
        "one\n"
        "case has, and say what holds for the next one too. -->\n\n"
        "## Do now\n\n{}## When this comes up\n\n{}\n",
        name, yaml_text(draft.title), yaml_text("To be written: the answer in a sentence or two."),
        thread.need.specialism, format_date(today), format_date(later(today, usual_review)),
        sha256(thread.ref.value() + thread.head_hash), list_of(thread.request.profile.offence), list_of(rosh),
        answers, trimmed(question));
    if (!read.empty())
        draft.text += "\n## Why\n\nThe answer rested on:\n\n" + read;
    return draft;
}

} // namespace guidepost::consultation
