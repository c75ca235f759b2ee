// SPDX-License-Identifier: GPL-2.0-or-later
// A copy of an embedded store in one file that only a passphrase opens.
#pragma once

#include "core/store/event_chain.h"
#include "core/store/sealed_file.h"
#include "core/store/verify.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::store {

/// What a store holds, to compare two of them.
struct Contents {
    std::int64_t events = 0;
    std::int64_t payloads = 0; ///< that are not emptied
    std::int64_t texts = 0;    ///< of revisions
    std::vector<ChainHead> heads = {};

    friend bool operator==(const Contents&, const Contents&) = default;
};
Contents contents_of(Connection& connection);

/// Fewer characters are refused: four words of a language are about twenty.
inline constexpr std::size_t shortest_passphrase = 12;

/// While others work on the store. The file is opened again and compared before this returns: what it
/// says is in it, is. Throws Error{refused} for a short passphrase, a file that exists or a store that
/// does not verify, Error{storage}.
Contents back_up(const std::filesystem::path& profile, const std::filesystem::path& file,
                 const std::string& passphrase, KeyCost cost = KeyCost::strong,
                 const std::vector<Verifier>& verifiers = {});

struct Restored {
    Contents contents = {};
    std::optional<std::filesystem::path> kept_aside = {}; ///< the store that was there before
};

enum class Over { only_older, anything };

/// Puts the store of a backup in place of the one in the profile, in one step, while others may have it
/// open; that one is kept aside. Throws Error{refused} when the store there holds what the backup does
/// not (unless `over` says so), when the passphrase is another or the backup does not verify.
Restored restore(const std::filesystem::path& file, const std::filesystem::path& profile,
                 const std::string& passphrase, Over over, Timestamp now,
                 const std::vector<Verifier>& verifiers = {});

} // namespace guidepost::store
