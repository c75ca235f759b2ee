// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace guidepost {

/// Names one record and cannot be mistaken for another kind of id.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string value) : value_{std::move(value)} {}
    const std::string& value() const { return value_; }
    explicit operator bool() const { return !value_.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string value_;
};

using ArticleId = Id<struct ArticleTag>;   ///< a slug: "maintaining-innocence"
using RevisionId = Id<struct RevisionTag>; ///< UUIDv7
using EventId = Id<struct EventTag>;       ///< UUIDv7
using SourceId = Id<struct SourceTag>;     ///< where an article came from: a pack or an imported folder
using Login = Id<struct LoginTag>;         ///< one member of staff: "officer-14"
using ConsultationRef = Id<struct ConsultationTag>; ///< "GP-7K2M9Q"

} // namespace guidepost

template <class Tag>
struct std::hash<guidepost::Id<Tag>> {
    std::size_t operator()(const guidepost::Id<Tag>& id) const noexcept
    {
        return std::hash<std::string>{}(id.value());
    }
};
