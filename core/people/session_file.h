// SPDX-License-Identifier: GPL-2.0-or-later
// Where a signed-in session is kept between commands: one small file, 0600, for each profile, below
// XDG_RUNTIME_DIR, which the system empties at logout. Where there is none it lies in the profile. Its time
// of change is that of the last command: half an hour without one locks.
#pragma once

#include "core/values/clock.h"

#include <filesystem>
#include <optional>
#include <string>

namespace guidepost::people {

inline constexpr Timestamp idle_lasts = Timestamp{30} * 60 * 1'000'000;

class SessionFile {
public:
    explicit SessionFile(const std::filesystem::path& profile);

    const std::filesystem::path& path() const { return path_; }

    /// The token, and starts the half hour anew. Nothing when nobody is signed in or the half hour is over
    /// (the file is gone then). Throws Error{refused} for a file that is not ours alone: a link, another
    /// account's, readable by others, or not of our form.
    std::optional<std::string> read(Timestamp now) const;

    /// Throws Error{storage}.
    void write(const std::string& token) const;
    void remove() const;

private:
    std::filesystem::path path_;
};

} // namespace guidepost::people
