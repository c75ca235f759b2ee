// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/programmes/blank_question.h"

#include "core/text/text.h"
#include "core/values/case_keys.h"
#include "ui/desktop/cases/case_labels.h"

#include <algorithm>

// Marks a text for the translators; it is translated where it is shown.
#define N_(text) text

namespace guidepost::desktop {
namespace {

using programme::Blank;
using programme::ModuleAdvice;

std::string answer_label(const CaseKey& key, const std::string& word, const Translate& translate)
{
    if (key.group() == "oasys") {
        if (word == "0")
            return translate(N_("0 none"));
        if (word == "1")
            return translate(N_("1 some"));
        if (word == "2")
            return translate(N_("2 significant"));
    }
    return translate(case_word_label(key, word).c_str());
}

/// None when it cannot be asked for by one question.
const CaseKey* askable(const Blank& blank, const std::set<std::string>& passed_over)
{
    if (!blank.could_change || passed_over.contains(blank.key))
        return nullptr;
    const auto* const key = find_case_key(blank.key);
    if (!key || key->is_list())
        return nullptr;
    return !key->words.empty() || key->most > key->least ? key : nullptr;
}

std::optional<BlankQuestion> question_of(const ModuleAdvice& advice, const std::set<std::string>& passed_over,
                                         const Translate& translate)
{
    std::optional<BlankQuestion> found;
    for (const auto& blank : advice.assessment.blanks) {
        const auto* const key = askable(blank, passed_over);
        if (!key)
            continue;
        if (found) {
            ++found->further;
            continue;
        }
        found = BlankQuestion{.key = key->name,
                              .text = translate(case_label(*key).c_str()),
                              .module_name = advice.name,
                              .is_number = key->words.empty(),
                              .least = key->least,
                              .most = key->most};
        for (const auto& word : key->words)
            found->answers.push_back({word, answer_label(*key, word, translate)});
    }
    return found;
}

} // namespace

std::optional<BlankQuestion> next_question(const std::vector<ModuleAdvice>& advice, const std::string& module,
                                           const std::set<std::string>& passed_over,
                                           const Translate& translate)
{
    for (const auto& one : advice)
        if (one.module == module)
            if (auto question = question_of(one, passed_over, translate))
                return question;
    for (const bool is_kept_to_be_read : {false, true})
        for (const auto& one : advice)
            if (one.assessment.details.contains("banner") == is_kept_to_be_read)
                if (auto question = question_of(one, passed_over, translate))
                    return question;
    return {};
}

CaseProfile answered(CaseProfile profile, const std::string& key, const std::string& value)
{
    const auto typed = std::string{trimmed(value)};
    set_case_value(profile, key + "=" + typed);
    return profile;
}

} // namespace guidepost::desktop
