// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/likely_names.h"

#include "core/privacy/name_reader.h"
#include "core/privacy/plain_text.h"

namespace guidepost::privacy {
namespace {

/// The last point of "J.S." belongs to it; that of a sentence does not.
std::size_t end_of(std::string_view plain, const NameToken& last)
{
    const bool is_one_of_many =
        NameWords::is_initial(last) && last.start >= 2 && plain[last.start - 1] == '.';
    return is_one_of_many && last.end < plain.size() && plain[last.end] == '.' ? last.end + 1 : last.end;
}

} // namespace

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
                         plain.end_of(end_of(plain.text(), tokens[found[i].last - 1])),
                         plain.start_of(tokens[found[i].from].start), std::move(labels[i])});
    return names;
}

} // namespace guidepost::privacy
