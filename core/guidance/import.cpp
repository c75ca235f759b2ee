// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/import.h"

#include "core/guidance/dead_links.h"
#include "core/guidance/document_texts.h"
#include "core/guidance/folder_files.h"
#include "core/guidance/judge.h"
#include "core/guidance/ownership.h"
#include "core/guidance/pack.h"
#include "core/guidance/same_folder.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <unordered_map>
#include <unordered_set>

namespace guidepost::guidance {
namespace {

namespace fs = std::filesystem;

/// Files stored by one transaction: large enough that the disk's own pace does not count, small
/// enough that stopping and progress feel immediate.
constexpr std::size_t files_at_once = 256;

/// One file, read and judged, ready to be stored.
struct Prepared {
    std::string path = {};
    ArticleId id = {};
    std::string title = {};
    std::string text = {};
    std::string hash = {};
    std::vector<Problem> problems = {};
    std::vector<Link> links = {};
    std::vector<Name> names = {};
    bool is_known = false;     ///< the library holds this path already
    bool is_unchanged = false; ///< and these bytes
};

class Importer {
public:
    Importer(store::Connection& connection, const fs::path& folder, const ImportOptions& options)
        : connection_{connection}, options_{options}
    {
        std::error_code error;
        folder_ = fs::canonical(folder, error);
        if (error || !fs::is_directory(folder_))
            throw Error{Errc::not_found, fmt::format("{} is no folder that can be read.", folder.string())};
        if (first_invalid_utf8(folder_.native()))
            throw Error{Errc::format, fmt::format("{} has a name that is not UTF-8. Rename the folder.",
                                                  shown_path(folder_.string()))};
        feed_seen_ = Library{connection_}.feed_position();
        const auto manifest = read_manifest(folder_);
        is_pack_ = manifest.has_value();
        found_ = find_markdown_files(folder_);
        source_ = manifest ? source_of(*manifest, options_.keeper, options_.place, folder_) : folder_source();
        takes_over_ = compare_source();
        report_.source = source_.id;
        report_.is_pack = is_pack_;
    }

    ImportReport run_one(const std::string& path)
    {
        const auto within = fs::path{path}.lexically_normal();
        std::error_code error;
        if (within.is_absolute() || within.empty() || *within.begin() == ".." ||
            fs::weakly_canonical(folder_ / within, error) != folder_ / within || error)
            throw Error{Errc::refused, fmt::format("{} is no file of this folder.", path)};
        if (auto known = Library{connection_}.find_by_path(source_.id, within.generic_string()))
            by_path_.emplace(known->path, std::move(*known));
        std::vector<Prepared> one{prepare(within.generic_string())};
        store_all(one);
        return std::move(report_);
    }

    ImportReport run()
    {
        for (auto& listed : Library{connection_}.list_source(source_.id))
            by_path_.emplace(listed.path, std::move(listed));
        if (is_pack_)
            count_documents(found_);
        else
            documents_ = DocumentTexts{folder_, found_};
        report_.skipped = std::move(found_.skipped);
        report_.folders_passed = std::move(found_.passed_over);
        report_.other_kinds = std::move(found_.other_kinds);
        note_vanished(found_.paths);

        // The next files are read and parsed while these are stored.
        const auto& paths = found_.paths;
        auto next = prepare_later(paths, 0);
        for (std::size_t from = 0; from < paths.size(); from += files_at_once) {
            auto prepared = next.get();
            next = prepare_later(paths, from + files_at_once);
            store_all(prepared);
            if (options_.on_progress)
                options_.on_progress({std::min(from + files_at_once, paths.size()), paths.size()});
            if (options_.stop.stop_requested()) {
                report_.stopped = from + files_at_once < paths.size();
                break;
            }
        }
        if (!report_.stopped && !options_.dry_run)
            settle_source();
        if (!is_pack_)
            report_.dead_links = add_dead_links(folder_, found_.paths, texts_, report_.warnings);
        return std::move(report_);
    }

private:
    bool is_peoples() const { return source_.keeper == Keeper::people; }
    ArticleState state_here() const
    {
        return is_peoples() ? ArticleState::imported : ArticleState::published;
    }

    /// A folder that is no pack: the one it was before, or a new name that no source has.
    Source folder_source()
    {
        const auto known = Library{connection_}.sources();
        const auto root = folder_.string();
        const auto title = folder_.filename().string();
        const auto same_root =
            std::find_if(known.begin(), known.end(), [&](const Source& s) { return s.root == root; });
        const auto as = [&](const Source& known_source) {
            return Source{known_source.id, Keeper::people, title, root, {}, {}};
        };
        if (same_root != known.end())
            return as(*same_root);
        if (const auto moved = source_with_texts_of(Library{connection_}, folder_, found_.paths)) {
            report_.came_from = moved->root;
            return as(*moved);
        }
        auto id = slug(title);
        if (id.empty())
            id = "folder";
        const auto taken = [&](const std::string& candidate) {
            return std::any_of(known.begin(), known.end(),
                               [&](const Source& s) { return s.id.value() == candidate; });
        };
        const auto name = id;
        for (int n = 2; taken(id); ++n)
            id = fmt::format("{}-{}", name, n);
        return {SourceId{id}, Keeper::people, title, root, {}, {}};
    }

    /// Throws unless the id may be had. Finds what is new of the source, and says whether it changes hands.
    bool compare_source()
    {
        Library library{connection_};
        const auto before = library.find_source(source_.id);
        if (const auto why = why_not_its_own(library, source_, before); why && report_.came_from.empty())
            throw Error{Errc::refused, *why};
        const bool changes_hands = before && before->root != source_.root;
        source_is_new_ =
            !before || changes_hands || before->version != source_.version || before->title != source_.title;
        return changes_hands;
    }

    /// The place ("source/path") that an id belongs to, in the store or in this import.
    std::string owner_of(const ArticleId& id)
    {
        const auto found = owner_of_id_.find(id.value());
        return found != owner_of_id_.end() ? found->second : Library{connection_}.place_of(id);
    }

    void note_vanished(const std::vector<std::string>& paths)
    {
        const std::unordered_set<std::string_view> here{paths.begin(), paths.end()};
        for (const auto& [path, listed] : by_path_)
            if (!here.contains(path) && listed.state != ArticleState::withdrawn) {
                report_.vanished.push_back(path);
                gone_.emplace(listed.source_hash, path);
            }
        std::sort(report_.vanished.begin(), report_.vanished.end());
    }

    /// Reads a stretch of files on two threads. Touches nothing but constant members.
    std::future<std::vector<Prepared>> prepare_later(const std::vector<std::string>& paths,
                                                     std::size_t from) const
    {
        return std::async(std::launch::async, [this, &paths, from] {
            const auto to = std::min(from + files_at_once, paths.size());
            std::vector<Prepared> prepared(from < to ? to - from : 0);
            const auto half = [&](std::size_t first) {
                for (auto i = first; i < prepared.size(); i += 2)
                    prepared[i] = prepare(paths[from + i]);
            };
            auto odd = std::async(std::launch::async, half, 1);
            half(0);
            odd.get();
            return prepared;
        });
    }

    Prepared prepare(const std::string& path) const
    {
        Prepared file;
        file.path = path;
        const auto largest = is_pack_ ? largest_guidance : largest_import;
        try {
            auto document = documents_.read(path);
            file.text = document ? std::move(*document) : read_text(folder_, path, largest);
        } catch (const Error& e) {
            file.problems.push_back({Severity::error, 0, {}, e.what()});
            return file;
        }
        file.hash = sha256(file.text);
        const auto known = by_path_.find(path);
        file.is_known = known != by_path_.end();
        file.is_unchanged = file.is_known && is_as_here(known->second, file.hash);
        if (file.is_unchanged) {
            file.id = known->second.id;
            return file;
        }
        auto judged = judge_text(file.text, folder_.filename().string() + "/" + path,
                                 is_pack_ ? Standard::pack : Standard::folder);
        file.problems = std::move(judged.problems);
        file.title = std::move(judged.title);
        file.links = std::move(judged.links);
        file.names = std::move(judged.names);
        if (is_pack_) {
            file.id = ArticleId{std::move(judged.id)};
            // The old article would lose its file and stay up, with nobody to mend it.
            if (file.is_known && file.id && known->second.id != file.id && !takes_over_ &&
                known->second.state != ArticleState::withdrawn)
                file.problems.push_back(
                    {Severity::error, 1, "id",
                     fmt::format("was \"{}\" in this file before; give the new article a file of its own",
                                 known->second.id.value())});
        } else if (file.is_known) {
            file.id = known->second.id;
        }
        return file;
    }

    void store_all(std::vector<Prepared>& files)
    {
        if (!is_pack_)
            follow_moves(files);
        std::optional<store::Transaction> transaction;
        std::optional<LibraryWriter> writer;
        const bool has_news = std::any_of(files.begin(), files.end(), [](const Prepared& file) {
            return !file.is_unchanged && !has_error(file.problems);
        });
        if (has_news && !options_.dry_run) {
            transaction.emplace(connection_);
            compare_again(files);
            writer.emplace(connection_, options_.who, options_.clock);
        }
        for (auto& file : files) {
            if (file.is_unchanged) {
                ++report_.unchanged;
                brought_.insert(file.id.value());
                continue;
            }
            if (!has_error(file.problems))
                settle_id(file);
            if (has_error(file.problems)) {
                report_.skipped.push_back({file.path, std::move(file.problems)});
                continue;
            }
            ++(file.is_known ? report_.changed : report_.added);
            if (!is_pack_)
                note_text(file);
            if (!file.problems.empty())
                report_.warnings.push_back({file.path, std::move(file.problems)});
            if (options_.dry_run)
                continue;
            // One that changes hands does so last, with what it leaves behind: see settle_source.
            if (source_is_new_ && !takes_over_) {
                writer->put_source(source_);
                source_is_new_ = false;
            }
            brought_.insert(file.id.value());
            writer->publish(file.id, state_here(), source_.id, file.path, file.title, file.text);
        }
        if (transaction) {
            writer->finish();
            feed_seen_ = Library{connection_}.feed_position();
            transaction->commit();
        }
    }

    /// A file that is new here, with the bytes of one that is gone, is that one.
    void follow_moves(std::vector<Prepared>& files)
    {
        for (auto& file : files) {
            const auto gone = file.is_known || has_error(file.problems) ? gone_.end() : gone_.find(file.hash);
            if (gone == gone_.end())
                continue;
            file.id = by_path_.at(gone->second).id;
            file.is_known = true;
            report_.moved.emplace_back(gone->second, file.path);
            std::erase(report_.vanished, gone->second);
            gone_.erase(gone);
        }
    }

    /// For what can be said only when all files are known: links, and the same text twice.
    void note_text(Prepared& file)
    {
        const auto [first, is_new] = path_of_text_.try_emplace(file.hash, file.path);
        if (!is_new)
            file.problems.push_back(
                {Severity::warning, 0, {}, fmt::format("has the same text as \"{}\"", first->second)});
        texts_.emplace(file.path, LinkedText{std::move(file.links), std::move(file.names)});
    }

    /// Now that nobody else can write: another program (a window beside the terminal) may have stored
    /// the same files since ours were compared, or taken the source's name for another folder.
    void compare_again(std::vector<Prepared>& files)
    {
        Library library{connection_};
        others_wrote_ = others_wrote_ || library.feed_position() != feed_seen_;
        if (!others_wrote_)
            return;
        compare_source();
        for (auto& file : files) {
            const auto known = library.find_by_path(source_.id, file.path);
            if (!known || has_error(file.problems) || (is_pack_ && known->id != file.id))
                continue;
            file.is_known = true;
            file.id = known->id;
            file.is_unchanged = is_as_here(*known, file.hash);
        }
    }

    /// What people took out comes back when it is brought in again; what was withdrawn of the others stays
    /// so.
    bool is_as_here(const Listed& known, const std::string& hash) const
    {
        return known.source_hash == hash &&
               (known.state == state_here() || (known.state == ArticleState::withdrawn && !is_peoples()));
    }

    /// `owner` is "source/path" of another source, which has let go of the file, or is people's where the
    /// program brings guidance: what nobody reviewed keeps no id from it.
    bool gives_way(const std::string& owner) const
    {
        const auto slash = owner.find('/');
        if (is_peoples() || slash == std::string::npos)
            return false;
        const SourceId source{owner.substr(0, slash)};
        if (options_.has_left && options_.has_left(source, owner.substr(slash + 1)))
            return true;
        const auto other = Library{connection_}.find_source(source);
        return source_.keeper == Keeper::program && other && other->keeper == Keeper::people;
    }

    /// A source that changes hands leaves nothing behind that its new keeper does not bring. All of it at
    /// once: ended half way, the next import finds it unchanged and begins again.
    void settle_source()
    {
        if (!takes_over_)
            return;
        store::Transaction transaction{connection_};
        LibraryWriter writer{connection_, options_.who, options_.clock};
        writer.put_source(source_);
        for (const auto& listed : Library{connection_}.list_source(source_.id)) {
            if (is_peoples() || listed.state == ArticleState::withdrawn ||
                brought_.contains(listed.id.value()))
                continue;
            const auto article = Library{connection_}.find(listed.id);
            writer.publish(listed.id, ArticleState::withdrawn, source_.id, listed.path, listed.title,
                           article->text);
        }
        writer.finish();
        transaction.commit();
    }

    /// An id that is unique over all sources; for a pack, the one it names.
    void settle_id(Prepared& file)
    {
        const auto place = source_.id.value() + "/" + file.path;
        if (!file.id) {
            const auto base =
                fmt::format("{}-{}", source_.id.value(), slug(file.path.substr(0, file.path.rfind('.'))));
            auto id = base.substr(0, 180);
            if (id.size() != base.size() || id.back() == '-' || !owner_of(ArticleId{id}).empty())
                id = fmt::format("{}-{}", id.substr(0, id.find_last_not_of('-') + 1),
                                 sha256(file.path).substr(0, 10));
            file.id = ArticleId{id};
        }
        const auto owner = owner_of(file.id);
        const auto own_prefix = source_.id.value() + "/";
        // Within a pack a file may be renamed: the old place is then gone.
        const auto old_path = owner.starts_with(own_prefix) ? owner.substr(own_prefix.size()) : "";
        std::error_code error;
        const bool is_renamed = owner != place && !old_path.empty() && !fs::exists(folder_ / old_path, error);
        if (is_renamed) {
            file.is_known = true;
            std::erase(report_.vanished, old_path);
        }
        if (owner.empty() || owner == place || is_renamed || gives_way(owner))
            owner_of_id_[file.id.value()] = place;
        else
            file.problems.push_back({Severity::error, 1, "id",
                                     fmt::format("\"{}\" already belongs to {}", file.id.value(), owner)});
    }

    store::Connection& connection_;
    const ImportOptions& options_;
    fs::path folder_;
    Source source_;
    bool is_pack_ = false;
    bool source_is_new_ = false;
    bool takes_over_ = false;    ///< the source was somebody else's, or came from elsewhere; never changes
    std::int64_t feed_seen_ = 0; ///< when the files were compared with the store, or we wrote last
    bool others_wrote_ = false;  ///< since then: what is known of every file may be out of date
    FolderFiles found_;
    DocumentTexts documents_;
    std::unordered_map<std::string, Listed> by_path_;
    std::unordered_multimap<std::string, std::string> gone_;    ///< hash -> path of what left the folder
    std::unordered_map<std::string, std::string> path_of_text_; ///< by hash
    LinkedTexts texts_;
    std::unordered_map<std::string, std::string> owner_of_id_; ///< given in this import
    std::unordered_set<std::string> brought_;                  ///< the articles that this import has
    ImportReport report_;
};

} // namespace

ImportReport import_folder(store::Connection& connection, const fs::path& folder,
                           const ImportOptions& options)
{
    return Importer{connection, folder, options}.run();
}

ImportReport import_file(store::Connection& connection, const fs::path& folder, const std::string& path,
                         const ImportOptions& options)
{
    return Importer{connection, folder, options}.run_one(path);
}

} // namespace guidepost::guidance
