// SPDX-License-Identifier: GPL-2.0-or-later
// One profile, opened: where the store, the index and the shipped content are, and the objects that
// work on them. Every interface (window, terminal, benchmark) starts here.
#pragma once

#include "core/consultation/guard.h"
#include "core/guidance/import.h"
#include "core/guidance/library.h"
#include "core/programme/catalogue.h"
#include "core/search/indexer.h"
#include "core/search/searcher.h"
#include "core/search/vocabulary.h"
#include "core/store/store.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

namespace guidepost::desk {

struct Places {
    std::filesystem::path profile = {};     ///< store and index: $XDG_DATA_HOME/guidepost unless said
    std::filesystem::path content = {};     ///< what ships: guidance/, vocabulary.tsv
    std::filesystem::path modules = {};     ///< programme modules that ship; empty: none do
    std::filesystem::path module_host = {}; ///< the program that runs their code
    std::filesystem::path module_keys = {}; ///< public keys that installed modules may be signed with
};

/// `profile` empty: the usual place. Content is looked for in $GUIDEPOST_CONTENT, beside the
/// program (../share/guidepost/content) and in the source tree the program was built from; modules in
/// $GUIDEPOST_MODULES, where they are installed, and in the build tree; keys in $GUIDEPOST_MODULE_KEYS or
/// /etc/guidepost/module-keys. Throws Error{not_found} when there
/// is no content.
Places find_places(const std::filesystem::path& profile);

/// Opens a profile. Reading guidance, searching and indexing all hang on this. The object belongs to
/// the thread that made it, except for what is marked [any thread].
class Desk {
public:
    explicit Desk(Places places);

    const Places& places() const { return places_; }
    /// [any thread] A profile that may not be written can still be searched and read.
    store::Access access() const { return access_; }
    bool is_read_only() const { return access_ == store::Access::read_only; }

    const std::filesystem::path& index_folder() const { return index_folder_; }
    store::Connection& connection() { return *connection_; }
    guidance::Library library() { return guidance::Library{*connection_}; }
    /// Until a module is switched.
    const search::Vocabulary& vocabulary() const { return *vocabulary_.load(); }

    /// [any thread] The same, to keep.
    std::shared_ptr<const search::Vocabulary> share_vocabulary() const { return vocabulary_; }

    /// [any thread] The programme modules of this desk.
    programme::Catalogue& modules() const { return *modules_; }

    /// [any thread] Switches a module on or off: its code, its guidance and its short forms. Throws what the
    /// catalogue and the store throw.
    void enable_module(const std::string& id);
    void disable_module(const std::string& id);

    struct InstalledModule {
        programme::ModuleView module = {};
        std::optional<guidance::ImportReport> guidance = {}; ///< none when it has none, or it is not up yet
    };
    /// [any thread] Installs a pack and brings its guidance in; throws what Catalogue::install throws.
    InstalledModule install_module(const std::filesystem::path& pack, bool may_be_unsigned);
    /// [any thread] Takes an installed module and its guidance away; what came with the program under that
    /// name is used again.
    void remove_module(const std::string& id);

    /// [any thread] Words by which the privacy guard tells names, read when first asked for. Throws what
    /// consultation::read_guard_words throws.
    std::shared_ptr<const consultation::GuardWords> guard_words() const;

    /// The login of the account that runs the program: attribution, not proof.
    const std::string& who() const { return who_; }

    /// [any thread] A connection of the caller's own.
    std::unique_ptr<store::Connection> open_store() const;

    /// [any thread] Everything a thread needs to search: owns its connection.
    struct ThreadSearcher {
        std::unique_ptr<store::Connection> connection;
        search::Searcher searcher;
    };
    ThreadSearcher make_searcher() const;

    /// [any thread] Read-only, neither writes: catching up says how the index is, rebuilding throws
    /// Error{storage}.
    search::Caught catch_up(const OnProgress& on_progress = {}, const std::stop_token& stop = {}) const;
    search::Caught rebuild(const OnProgress& on_progress = {}, const std::stop_token& stop = {}) const;

    /// Brings the shipped packs and the guidance of the modules into the store, unless the store holds a
    /// newer version; that of a disabled module is hidden. Quick when there is nothing to do: the files are
    /// read and compared. Read-only, it does nothing.
    std::vector<guidance::ImportReport> adopt_shipped(const OnProgress& on_progress = {},
                                                      const std::stop_token& stop = {});

private:
    std::optional<guidance::ImportReport> adopt(store::Connection& connection,
                                                const std::filesystem::path& folder,
                                                const OnProgress& on_progress, const std::stop_token& stop);
    /// Where the files of a pack on this desk are; none for what was imported from elsewhere.
    std::optional<std::filesystem::path> folder_of(const SourceId& source) const;
    void read_vocabulary();

    Places places_;
    std::filesystem::path index_folder_;
    store::Access access_;
    std::unique_ptr<store::Connection> connection_;
    std::unique_ptr<programme::Catalogue> modules_;
    std::mutex switching_;                                              ///< one module is switched at a time
    std::atomic<std::shared_ptr<const search::Vocabulary>> vocabulary_; ///< replaced while others search
    mutable std::once_flag guard_words_read_;
    mutable std::shared_ptr<const consultation::GuardWords> guard_words_;
    std::string who_;
};

} // namespace guidepost::desk
