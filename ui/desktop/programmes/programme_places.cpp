// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/programmes/programme_places.h"

#include <array>

// Marks a text for the translators; it is translated where it is shown.
#define N_(text) text

namespace guidepost::desktop {
namespace {

constexpr std::array tabs{
    ProgrammeTabRow{ProgrammeTab::suitability, N_("Suitability"), "suitability"},
    ProgrammeTabRow{ProgrammeTab::sessions, N_("Sessions and toolkits"), "sessions"},
    ProgrammeTabRow{ProgrammeTab::paths, N_("Paths"), "paths"},
    ProgrammeTabRow{ProgrammeTab::delivery, N_("Who may deliver"), "delivery"},
    ProgrammeTabRow{ProgrammeTab::guidance, N_("Guidance"), "guidance"},
    ProgrammeTabRow{ProgrammeTab::transition, N_("What replaced what"), "transition"},
};

} // namespace

std::span<const ProgrammeTabRow> programme_tabs()
{
    return tabs;
}

void ProgrammeHistory::visit(const ProgrammePlace& place)
{
    if (!places_.empty() && places_[at_] == place)
        return;
    if (!places_.empty())
        places_.erase(places_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, places_.end());
    places_.push_back(place);
    if (places_.size() > longest)
        places_.erase(places_.begin());
    at_ = places_.size() - 1;
}

std::optional<ProgrammePlace> ProgrammeHistory::back()
{
    if (!can_go_back())
        return {};
    return places_[--at_];
}

std::optional<ProgrammePlace> ProgrammeHistory::forward()
{
    if (!can_go_forward())
        return {};
    return places_[++at_];
}

} // namespace guidepost::desktop
