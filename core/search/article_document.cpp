// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/article_document.h"

#include "core/search/article_words.h"
#include "core/search/askers_words.h"
#include "core/search/record.h"
#include "core/text/text.h"

#include <algorithm>

namespace guidepost::search {
namespace {

// What an author chose to say first counts more than one more mention further down. Above these
// values a title of two common words began to beat an article that answers.
constexpr Xapian::termcount title_weight = 3;
constexpr Xapian::termcount summary_weight = 2;
constexpr Xapian::termcount heading_weight = 2;
constexpr Xapian::termcount tag_weight = 2;
constexpr Xapian::termcount asked_weight = 1;

/// Keeps a phrase from reaching over the end of a section.
constexpr Xapian::termpos gap = 50;

FacetValues facets_of(const guidance::FrontMatter& meta, const guidance::Article& article)
{
    FacetValues values;
    const auto add = [&](Facet facet, const std::vector<std::string>& from) {
        for (const auto& value : from)
            values.emplace_back(facet, value);
        if (from.empty() && open_means_any(facet) && article.state == guidance::ArticleState::published)
            values.emplace_back(facet, any_value);
    };
    add(Facet::programme, meta.programme);
    add(Facet::offence, meta.offence);
    add(Facet::rosh, meta.rosh);
    add(Facet::topic, meta.topics);
    add(Facet::audience, meta.audience);
    if (!meta.kind.empty())
        add(Facet::kind, {meta.kind});
    add(Facet::setting, meta.setting);
    add(Facet::source, {article.source.value()});
    add(Facet::state, {std::string{guidance::state_name(article.state)}});
    return values;
}

std::string narrow_of(const guidance::FrontMatter& meta, const SourceId& source)
{
    std::string letters;
    if (std::find(meta.programme.begin(), meta.programme.end(), source.value()) != meta.programme.end())
        letters += narrow_pack;
    if (meta.kind == "session" || meta.kind == "toolkit")
        letters += narrow_material;
    return letters;
}

} // namespace

std::string id_term(const ArticleId& id)
{
    return id_prefix + id.value();
}

DocumentMaker::DocumentMaker() : generator_{term_generator()}
{}

void DocumentMaker::note_spelling_in(const Xapian::WritableDatabase& database)
{
    dictionary_ = std::make_unique<const DictionaryStopper>(database);
}

Xapian::Document DocumentMaker::make(const guidance::Article& article)
{
    const auto parsed = guidance::read_document(article.text);
    const auto& meta = parsed.meta;
    Xapian::Document document;
    generator_.set_document(document);
    generator_.set_termpos(0);

    generator_.set_stopper(nullptr);
    generator_.index_text(parts_apart(article.title), 1, title_prefix);
    generator_.set_stopper(dictionary_ ? dictionary_.get() : &stopper());
    generator_.increase_termpos(gap);
    // A title taken from a heading is counted as that heading.
    if (!meta.title.empty())
        generator_.index_text(parts_apart(article.title), title_weight);
    generator_.increase_termpos(gap);
    generator_.index_text(parts_apart(meta.summary), summary_weight);
    for (const auto& phrase : meta.asked_as) {
        generator_.increase_termpos(gap);
        generator_.index_text(phrase, asked_weight);
        generator_.index_text_without_positions(phrase, 1, asked_prefix);
    }
    for (const auto* tags : {&meta.topics, &meta.offence, &meta.programme})
        for (const auto& tag : *tags)
            generator_.index_text_without_positions(tag, tag_weight);

    Record record{article.id.value(),
                  article.title,
                  guidance::summary_of(parsed),
                  article.source.value(),
                  std::string{guidance::state_name(article.state)},
                  meta.owner,
                  meta.kind,
                  meta.review_by ? format_date(*meta.review_by) : std::string{},
                  article.path};
    record.sections.reserve(parsed.body.sections.size());
    for (const auto& section : parsed.body.sections) {
        generator_.increase_termpos(gap);
        RecordSection kept{section.heading, section.anchor, generator_.get_termpos() + 1u};
        generator_.index_text(parts_apart(section.heading), heading_weight);
        kept.text_from = generator_.get_termpos() + 1u;
        generator_.index_text(parts_apart(section.text));
        kept.text = section.text;
        record.sections.push_back(std::move(kept));
    }

    const auto facets = facets_of(meta, article);
    for (const auto& [facet, value] : facets)
        document.add_boolean_term(facet_term(facet, value));
    document.add_boolean_term(id_term(article.id));
    document.add_value(slot_facets, join_facets(facets));
    document.add_value(slot_title, title_to_compare(article.title));
    if (!meta.asked_as.empty()) {
        auto ways = meta.asked_as;
        ways.push_back(article.title); // so does whoever knows what it is called
        document.add_value(slot_asked, join_askers_words(ways));
    }
    if (article.state == guidance::ArticleState::published) {
        document.add_value(slot_article_words, join_article_words(parsed));
        document.add_value(slot_narrow, narrow_of(meta, article.source));
    }
    if (meta.review_by)
        document.add_value(slot_review_by, format_date(*meta.review_by));
    document.set_data(write_record(record));
    return document;
}

} // namespace guidepost::search
