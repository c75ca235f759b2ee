// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/guard.h"

#include "core/text/error.h"
#include "core/text/files.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::privacy {
namespace {

constexpr std::uintmax_t largest_table = 1024 * 1024;
constexpr std::uintmax_t largest_dictionary = 16 * 1024 * 1024;

} // namespace

GuardWords read_guard_words(const std::filesystem::path& content, const std::filesystem::path& dictionary)
{
    GuardWords words;
    const auto roles = read_file(content / "role-words.tsv", largest_table);
    try {
        words.roles = RoleWords{roles};
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("role-words.tsv: {}", e.what())};
    }
    for (const char* table : {"known-words.txt", "known-places.txt", "known-medicines.txt", "vocabulary.tsv"})
        words.known.add_text(read_file(content / table, largest_table));
    words.known.add_given_names(read_file(content / "given-names.txt", largest_table));
    words.known.add_surnames(read_file(content / "surnames.txt", largest_table));
    std::error_code ignored;
    if (std::filesystem::is_regular_file(dictionary, ignored))
        words.known.add_dictionary(read_file(dictionary, largest_dictionary));
    return words;
}

GuardFindings guard(std::string_view text, const GuardWords& words, Date today)
{
    GuardFindings found{find_identifiers(text, today, &words.known), {}};
    // What stands in an identifier is no name: "kyle@example.org" takes no letter from the people of the
    // text.
    std::string without{text};
    for (const auto& one : found.identifiers)
        std::fill(without.begin() + static_cast<std::ptrdiff_t>(one.start),
                  without.begin() + static_cast<std::ptrdiff_t>(one.end), '0');
    found.names = find_likely_names(without, words.roles, words.known);
    auto identifier = found.identifiers.begin();
    std::erase_if(found.names, [&](const LikelyName& name) {
        while (identifier != found.identifiers.end() && identifier->end <= name.from)
            ++identifier;
        return identifier != found.identifiers.end() && identifier->start < name.end;
    });
    return found;
}

bool may_be_kept(std::string_view text, const GuardWords& words, Date today)
{
    return guard(text, words, today).is_clean();
}

} // namespace guidepost::privacy
