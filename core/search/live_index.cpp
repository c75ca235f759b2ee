// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/live_index.h"

#include <chrono>
#include <thread>

namespace guidepost::search {
namespace {

constexpr int most_waits_for_seal = 20;

bool await_seal(const std::filesystem::path& generation, int tries)
{
    using namespace std::chrono_literals;
    while (!is_sealed(generation)) {
        if (--tries == 0)
            return false;
        std::this_thread::sleep_for(5ms);
    }
    return true;
}

} // namespace

LiveIndex::Moved LiveIndex::open(guidance::Library& library)
{
    store_feed_ = library.feed_position();
    const auto live = folder_.current();
    if (!live) {
        database_.reset();
        throw Unwell{};
    }
    const bool is_new = !database_ || *live != generation_;
    // A writer between its commit and its seal: what is open goes on, what is not waits for it.
    if (!await_seal(*live, is_new ? most_waits_for_seal : 1)) {
        if (is_new)
            throw Unwell{};
        return Moved::not_at_all;
    }
    if (is_new) {
        database_ = Xapian::Database{database_of(*live).string()};
        generation_ = *live;
    }
    if (!is_new && !database_->reopen())
        return Moved::not_at_all;
    const auto stamp = read_stamp(*database_);
    // Fewer documents than the store published by then, or more than it ever did, is damage.
    if (stamp.form != index_form || stamp.feed < 0 || stamp.feed > library.feed_position() ||
        database_->get_doccount() < library.size_at(stamp.feed)) {
        database_.reset(); // or the next question would be asked of it
        throw Unwell{};
    }
    const auto moved = stamp.feed == feed_ ? Moved::within_the_feed : Moved::to_another_feed;
    feed_ = stamp.feed;
    return moved;
}

} // namespace guidepost::search
