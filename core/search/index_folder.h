// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: generations of the index, the name of the live one, and the lock that
// lets one program index at a time.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace guidepost::search {

/// Runs `action`, turning what Xapian throws into Error{search}: its errors are no std::exception,
/// so they become ours here and nowhere else.
template <class Action>
auto guarded(Action&& action) -> decltype(action());

/// What an index says of itself, kept as Xapian metadata and written in the same commit as its
/// documents.
struct IndexStamp {
    std::string form = {};  ///< must be `index_form` to be used
    std::int64_t feed = -1; ///< publications up to this number are in it
};

/// Changes whenever terms, slots, records or stop words do; an index of another form is rebuilt.
inline constexpr const char* index_form = "guidepost-index-6";

IndexStamp read_stamp(const Xapian::Database& database);
void write_stamp(Xapian::WritableDatabase& database, std::int64_t feed);

/// Where the database lies within a generation.
std::filesystem::path database_of(const std::filesystem::path& generation);

/// Xapian believes its version file, and a flipped bit there can crash it. So a checksum of that
/// file is kept beside the database: written after each commit, asked before each opening. A program
/// killed between the two costs a rebuild.
void seal(const std::filesystem::path& generation);
bool is_sealed(const std::filesystem::path& generation);

class IndexFolder {
public:
    explicit IndexFolder(std::filesystem::path folder) : folder_{std::move(folder)} {}

    const std::filesystem::path& path() const { return folder_; }

    /// Folder of the live generation; nothing when there is no index.
    std::optional<std::filesystem::path> current() const;

    /// Where the next generation is to be written; the folder is made, and free.
    std::filesystem::path prepare_next() const;

    /// Makes `generation` the live one, on disk, in one step, and removes all others.
    void make_current(const std::filesystem::path& generation) const;

    /// Removes every generation but the live one: what a killed rebuild left.
    void remove_leftovers() const;

private:
    std::filesystem::path folder_;
};

/// Held while this program writes the index; the system frees it when the program dies.
class IndexLock {
public:
    /// Check `held()`: false means another program is writing. Throws Error{storage} when the folder
    /// may not be written.
    explicit IndexLock(const std::filesystem::path& folder);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;
    bool held() const { return fd_ >= 0; }

private:
    int fd_ = -1;
};

} // namespace guidepost::search

#include "core/text/error.h"

template <class Action>
auto guidepost::search::guarded(Action&& action) -> decltype(action())
{
    try {
        return action();
    } catch (const Xapian::Error& e) {
        throw Error{Errc::search, "The search index cannot be used (" + std::string{e.get_type()} +
                                      "). It is rebuilt from the store; nothing is lost."};
    }
}
