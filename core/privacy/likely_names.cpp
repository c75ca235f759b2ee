// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/likely_names.h"

#include "core/privacy/name_reader.h"
#include "core/privacy/plain_text.h"

namespace guidepost::privacy {

std::vector<LikelyName> find_likely_names(std::string_view text, const RoleWords& roles,
                                          const KnownWords& known)
{
    const PlainText plain{text};
    const NameWords words{roles, known};
    const auto tokens = name_tokens(plain.text());
    const auto found = read_names(plain.text(), tokens, words);
    auto labels = labels_of(found, tokens, words);
    std::vector<LikelyName> names;
    for (std::size_t i = 0; i < found.size(); ++i)
        names.push_back({found[i].clue, plain.start_of(tokens[found[i].first].start),
                         plain.end_of(tokens[found[i].last - 1].end),
                         plain.start_of(tokens[found[i].from].start), std::move(labels[i])});
    return names;
}

} // namespace guidepost::privacy
