// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/rung.h"

#include <array>

namespace guidepost {
namespace {

constexpr std::array rungs{Rung::observe, Rung::co_deliver, Rung::deliver_observed, Rung::deliver};

} // namespace

std::span<const Rung> all_rungs()
{
    return rungs;
}

std::string_view word_of(Rung rung)
{
    switch (rung) {
    case Rung::observe:
        return "observe";
    case Rung::co_deliver:
        return "co-deliver";
    case Rung::deliver_observed:
        return "deliver-observed";
    case Rung::deliver:
        return "deliver";
    }
    return {};
}

std::optional<Rung> parse_rung(std::string_view word)
{
    for (const auto rung : rungs)
        if (word_of(rung) == word)
            return rung;
    return std::nullopt;
}

} // namespace guidepost
