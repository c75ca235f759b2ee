// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: names that a word before them announces: a title, a relation, "called".
#pragma once

#include "core/privacy/name_extent.h"
#include "core/privacy/name_reader.h"

#include <optional>
#include <string_view>
#include <vector>

namespace guidepost::privacy {

class NameClues {
public:
    NameClues(std::string_view plain, const NameTokens& tokens, const NameWords& words)
        : plain_{plain}, tokens_{tokens}, words_{words}, extent_{tokens, words}
    {}

    /// The names that the word at `at` announces: several behind "his kids Kyle and Jade".
    std::vector<FoundName> named_at(std::size_t at) const;

private:
    /// How the word before is joined to the name: the closer, the less the name must look like one.
    enum class Link { direct, loose };
    struct Announced {
        std::size_t first = 0;
        Link link = Link::direct;
    };

    std::vector<FoundName> titled(std::size_t at, const RoleWords::Entry& entry) const;
    std::vector<FoundName> announced_by(std::size_t at, const RoleWords::Entry& entry) const;
    std::optional<Announced> behind(std::size_t at, bool is_naming) const;
    std::size_t end_of_announced(Announced place, bool is_relation) const;
    bool is_announced_name(std::size_t at, Link link) const;
    std::size_t end_of_initials(std::size_t at) const;
    bool has_colon_before(std::size_t at) const;
    bool is_clue_here(std::size_t at) const;
    std::size_t relation_before(std::size_t at) const;

    const NameToken* token(std::size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }

    std::string_view plain_;
    const NameTokens& tokens_;
    const NameWords& words_;
    NameExtent extent_;
};

} // namespace guidepost::privacy
