// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/indexer.h"

#include "core/search/article_document.h"
#include "core/search/index_folder.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <future>

namespace guidepost::search {
namespace {

namespace fs = std::filesystem;
using guidance::Article;
using guidance::ArticleState;
using guidance::Library;

/// From here on, building anew (two threads, no search structure to keep up) beats adding in place.
bool is_worth_rebuilding(std::size_t behind, std::size_t have)
{
    return behind > 200 && behind > have / 10;
}

/// Text held back before it is written: two builders of this much stay below the memory that one
/// Xapian writer takes with its own default of 10,000 documents.
constexpr std::size_t bytes_before_flush = 12 * 1024 * 1024;

struct Stopped {};

/// Builds a part of the index, the publications in (after, up_to], into a folder of its own.
void build_shard(const fs::path& folder, const OpenStore& open_store, std::int64_t after, std::int64_t up_to,
                 std::atomic<std::size_t>& done, const std::stop_token& stop)
{
    // A shard that does not get finished is thrown away, so it need not survive a power cut.
    Xapian::WritableDatabase shard{folder.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC |
                                                        Xapian::DB_DANGEROUS};
    DocumentMaker maker;
    maker.note_spelling_in(shard);
    const auto connection = open_store();
    std::size_t held = 0;
    Library{*connection}.each_since(after, up_to, [&](const Article& article) {
        if (stop.stop_requested())
            throw Stopped{};
        if (article.state != ArticleState::withdrawn)
            shard.add_document(maker.make(article));
        held += article.text.size();
        if (held > bytes_before_flush) {
            shard.commit();
            held = 0;
        }
        done.fetch_add(1, std::memory_order_relaxed);
    });
    write_stamp(shard, up_to);
    shard.commit();
}

/// Calls back from this thread while the builders work.
void report_until(std::array<std::future<void>, 2>& builders, const std::atomic<std::size_t>& done,
                  std::size_t total, const OnProgress& on_progress)
{
    using namespace std::chrono_literals;
    for (auto& builder : builders)
        while (builder.wait_for(100ms) != std::future_status::ready)
            if (on_progress)
                on_progress({done.load(std::memory_order_relaxed), total});
}

/// Builds everything into `generation`. Two shards on two threads, joined by compacting: about half
/// the time of one writer, and the joined index is the smaller for it.
void build(const fs::path& generation, const OpenStore& open_store, const OnProgress& on_progress,
           const std::stop_token& stop)
{
    const auto connection = open_store();
    Library library{*connection};
    const auto newest = library.feed_position();
    const auto total = library.count_since(0);
    const auto middle = library.middle_of_feed();
    std::atomic<std::size_t> done = 0;

    const std::array parts{generation / "part-1", generation / "part-2"};
    std::array builders{
        std::async(std::launch::async, [&] { build_shard(parts[0], open_store, 0, middle, done, stop); }),
        std::async(std::launch::async,
                   [&] { build_shard(parts[1], open_store, middle, newest, done, stop); })};
    report_until(builders, done, total, on_progress);
    for (auto& builder : builders)
        builder.wait();
    for (auto& builder : builders)
        builder.get();

    Xapian::Database joined;
    for (const auto& part : parts)
        joined.add_database(Xapian::Database{part.string()});
    joined.compact(database_of(generation).string());
    for (const auto& part : parts)
        fs::remove_all(part);
    // Compacting keeps the metadata of one part: say again how far this index reaches.
    Xapian::WritableDatabase index{database_of(generation).string(), Xapian::DB_OPEN};
    write_stamp(index, newest);
    index.commit();
    seal(generation);
    if (on_progress)
        on_progress({total, total});
}

Caught rebuild_locked(const IndexFolder& folder, const OpenStore& open_store, const OnProgress& on_progress,
                      const std::stop_token& stop)
{
    const auto generation = folder.prepare_next();
    try {
        guarded([&] { build(generation, open_store, on_progress, stop); });
    } catch (const Stopped&) {
        fs::remove_all(generation);
        return Caught::stopped;
    }
    folder.make_current(generation);
    return Caught::up;
}

/// Adds what is new in place. One commit: readers see all of it or none.
Caught add_new(const fs::path& generation, Library& library, std::int64_t from, const OnProgress& on_progress,
               const std::stop_token& stop)
{
    Xapian::WritableDatabase index{database_of(generation).string(), Xapian::DB_OPEN};
    DocumentMaker maker;
    maker.note_spelling_in(index);
    const auto newest = library.feed_position();
    const auto total = library.count_since(from);
    std::size_t done = 0;
    try {
        library.each_since(from, newest, [&](const Article& article) {
            if (stop.stop_requested())
                throw Stopped{};
            if (article.state == ArticleState::withdrawn)
                index.delete_document(id_term(article.id));
            else
                index.replace_document(id_term(article.id), maker.make(article));
            if (on_progress && ++done % 50 == 0)
                on_progress({done, total});
        });
    } catch (const Stopped&) {
        return Caught::stopped; // not committed, so nothing happened
    }
    write_stamp(index, newest);
    index.commit();
    seal(generation);
    return Caught::up;
}

} // namespace

IndexStatus index_status(const fs::path& folder, Library& library)
{
    IndexStatus status;
    const auto generation = IndexFolder{folder}.current();
    if (!generation) {
        status.behind = library.count_since(0);
        status.problem = "there is no index yet";
        return status;
    }
    status.exists = true;
    try {
        if (!is_sealed(*generation))
            throw Error{Errc::search, "its files are damaged"};
        guarded([&] {
            const Xapian::Database index{database_of(*generation).string()};
            const auto stamp = read_stamp(index);
            status.is_current_form = stamp.form == index_form;
            status.feed = stamp.feed;
            status.articles = index.get_doccount();
        });
    } catch (const Error& e) {
        status.problem = e.what();
    }
    if (status.problem.empty() && !status.is_current_form)
        status.problem = "it was made by another version";
    status.behind = library.count_since(status.feed);
    for (const auto& entry : fs::recursive_directory_iterator{*generation})
        if (entry.is_regular_file())
            status.bytes += entry.file_size();
    return status;
}

Caught catch_up(const fs::path& folder, const OpenStore& open_store, const OnProgress& on_progress,
                const std::stop_token& stop)
{
    const IndexFolder index_folder{folder};
    const auto connection = open_store();
    Library library{*connection};
    std::int64_t from = -1;
    std::size_t have = 0;
    // Asked again under the lock: another program may have caught up meanwhile.
    const auto look = [&]() -> std::optional<fs::path> {
        const auto generation = index_folder.current();
        if (!generation || !is_sealed(*generation))
            return std::nullopt;
        try {
            const Xapian::Database index{database_of(*generation).string()};
            const auto stamp = read_stamp(index);
            have = index.get_doccount();
            from = stamp.feed;
            // An index that is ahead belongs to a store that was put back from a backup.
            if (stamp.form == index_form && from >= 0 && from <= library.feed_position())
                return generation;
        } catch (const Xapian::Error&) {
            // Unusable: the caller rebuilds.
        }
        return std::nullopt;
    };
    if (look() && from == library.feed_position())
        return Caught::up;
    const IndexLock lock{folder};
    if (!lock.held())
        return Caught::busy;
    const auto generation = look();
    if (!generation || is_worth_rebuilding(library.count_since(from), have))
        return rebuild_locked(index_folder, open_store, on_progress, stop);
    try {
        return add_new(*generation, library, from, on_progress, stop);
    } catch (const Xapian::Error&) {
        return rebuild_locked(index_folder, open_store, on_progress, stop);
    }
}

Caught rebuild(const fs::path& folder, const OpenStore& open_store, const OnProgress& on_progress,
               const std::stop_token& stop)
{
    const IndexLock lock{folder};
    if (!lock.held())
        return Caught::busy;
    return rebuild_locked(IndexFolder{folder}, open_store, on_progress, stop);
}

} // namespace guidepost::search
