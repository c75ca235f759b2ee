// SPDX-License-Identifier: GPL-2.0-or-later
// A question that was not sent because guidance answered it first. Kept as an event of the chain "settled",
// kind "settled-by-guidance", payload {"articles": [id, ...]}: which guidance did it and nothing of the
// question or the case.
#pragma once

#include "core/store/connection.h"
#include "core/values/clock.h"
#include "core/values/id.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::consultation {

inline constexpr std::size_t most_settling = 20; ///< articles named for one question

/// In a transaction of its own. The same event id again does nothing. Throws Error{usage} when no article
/// is named or one is no article's id, Error{conflict} when the id belongs to another event, Error{storage}.
void record_settled(store::Connection& connection, const EventId& event, const Login& who,
                    const std::vector<ArticleId>& articles, Timestamp at);

/// What one piece of guidance settled.
struct SettledBy {
    ArticleId article = {};
    std::size_t questions = 0;
    Timestamp last = 0;

    friend bool operator==(const SettledBy&, const SettledBy&) = default;
};

struct Settled {
    std::size_t questions = 0;      ///< each once, whatever it names
    std::vector<SettledBy> by = {}; ///< most first, then by id
};

/// Of all, or from a moment on. Who asked is not among it.
Settled settled_by_guidance(store::Connection& connection, std::optional<Timestamp> from = {});

} // namespace guidepost::consultation
