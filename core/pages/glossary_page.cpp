// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/render.h"
#include "core/pages/templates.h"
#include "core/text/text.h"

#include <map>

namespace guidepost::pages {
namespace {

struct Form {
    std::string as_written;
    std::vector<search::VocabularyPair> pairs;
};

/// By letter, then by form; what starts with no letter comes first, under "#".
std::map<std::string, std::map<std::string, Form>> by_letter(const search::Vocabulary& vocabulary)
{
    std::map<std::string, std::map<std::string, Form>> letters;
    for (const auto& pair : vocabulary.pairs()) {
        if (pair.is_everyday)
            continue; // they are for finding; a glossary of slang would teach it
        const auto key = lower_ascii(pair.short_form);
        const char first = key.empty() ? '#' : key.front();
        const bool is_letter = first >= 'a' && first <= 'z';
        auto& form = letters[is_letter ? std::string(1, static_cast<char>(first - 'a' + 'A')) : "#"][key];
        if (form.pairs.empty())
            form.as_written = pair.short_form;
        form.pairs.push_back(pair);
    }
    return letters;
}

Data form_data(const Form& form)
{
    Data meanings{Data::type::list};
    bool is_ambiguous = false;
    for (const auto& pair : form.pairs) {
        is_ambiguous = is_ambiguous || pair.relation == search::Relation::ambiguous;
        Data meaning;
        meaning.set("text", pair.expansion);
        meaning.set("note", shown(pair.relation == search::Relation::old_new ? "newer or near name" : ""));
        meanings.push_back(meaning);
    }
    Data data;
    data.set("form", form.as_written);
    data.set("several", is_ambiguous);
    data.set("meanings", meanings);
    return data;
}

} // namespace

std::string glossary_page(const search::Vocabulary& vocabulary, const Look& look)
{
    Data letters{Data::type::list};
    for (const auto& [letter, forms] : by_letter(vocabulary)) {
        Data list{Data::type::list};
        for (const auto& [key, form] : forms)
            list.push_back(form_data(form));
        Data data;
        data.set("letter", letter);
        data.set("anchor", letter == "#" ? "other" : letter);
        data.set("forms", list);
        letters.push_back(data);
    }
    Data data;
    data.set("has_letters", letters.is_non_empty_list());
    data.set("letters", letters);
    return whole_page("Words and short forms", templates::glossary, data, look);
}

} // namespace guidepost::pages
