// SPDX-License-Identifier: GPL-2.0-or-later
// One profile, opened: where the store, the index and the shipped content are, and the objects that
// work on them. Every interface (window, terminal, benchmark) starts here.
#pragma once

#include "core/desk/places.h"
#include "core/guidance/import.h"
#include "core/guidance/library.h"
#include "core/guidance/pack.h"
#include "core/people/staff.h"
#include "core/privacy/guard.h"
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
    /// [any thread] As it is now; another one when a module is switched.
    std::shared_ptr<const search::Vocabulary> vocabulary() const { return vocabulary_; }

    /// [any thread] The programme modules of this desk.
    programme::Catalogue& modules() const { return *modules_; }

    /// [any thread] Switches a module on or off: its code, its guidance and its short forms. Throws
    /// Error{refused} unless `by` may, and what the catalogue and the store throw. So below.
    void enable_module(const std::string& id, const people::Staff& by);
    void disable_module(const std::string& id, const people::Staff& by);

    struct InstalledModule {
        programme::ModuleView module = {};
        std::optional<guidance::ImportReport> guidance = {}; ///< none when it has none, or it is not up yet
    };
    /// [any thread] Installs a pack and brings its guidance in; throws what Catalogue::install throws, and
    /// Error{refused} for one whose guidance belongs to another source.
    InstalledModule install_module(const std::filesystem::path& pack, bool may_be_unsigned,
                                   const people::Staff& by);
    /// [any thread] Takes an installed module and its guidance away; what came with the program under that
    /// name is used again.
    void remove_module(const std::string& id, const people::Staff& by);

    /// [any thread] Words by which the privacy guard tells names, read when first asked for. Throws what
    /// privacy::read_guard_words throws.
    std::shared_ptr<const privacy::GuardWords> guard_words() const;

    /// The login of the account that runs the program. Nobody's act is recorded by it but setting up a store.
    const std::string& account() const { return account_; }

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
    /// newer version; that of a disabled module is hidden. What a version that did not say who keeps a source
    /// let people publish is imported from then on. Recorded as the program's own act. Quick when there is
    /// nothing to do: the files are read and compared. Read-only, it does nothing.
    std::vector<guidance::ImportReport> adopt_shipped(const OnProgress& on_progress = {},
                                                      const std::stop_token& stop = {});

    /// [any thread] The folders of guidance that are here: what ships and what modules bring.
    std::vector<std::filesystem::path> guidance_folders() const;
    /// [any thread] Whether an id is the program's or a module's, also of one that is switched off.
    bool is_reserved(const SourceId& source) const;

private:
    /// A pack of the program or a module, and where it is.
    struct Pack {
        std::filesystem::path folder = {};
        guidance::Keeper keeper = guidance::Keeper::program;
        std::string module = {}; ///< of a module's: its id
        std::string place = {};  ///< as in guidance::ImportOptions
        bool is_built_in = true; ///< came with the program
    };
    Pack shipped_pack() const;
    Pack pack_of(const programme::ModuleView& view) const;
    guidance::ImportOptions options_for(const Pack& pack, const std::string& who) const;
    std::optional<std::string> why_not_adopted(store::Connection& connection, const Pack& pack,
                                               const guidance::Manifest& manifest) const;
    std::optional<guidance::ImportReport> adopt(store::Connection& connection, const Pack& pack,
                                                const std::string& who, const OnProgress& on_progress,
                                                const std::stop_token& stop) const;
    /// Where the files of a pack that came with the program are; none for all others.
    std::optional<std::filesystem::path> folder_of(const SourceId& source) const;
    /// Whether officers are meant to find a module's guidance: also that of one that is retired or stopped.
    static bool has_guidance_up(const programme::ModuleView& view);
    void mark_left_over();
    void read_vocabulary();

    Places places_;
    std::filesystem::path index_folder_;
    store::Access access_;
    std::unique_ptr<store::Connection> connection_;
    std::unique_ptr<programme::Catalogue> modules_;
    std::mutex switching_;                                              ///< one module is switched at a time
    std::atomic<std::shared_ptr<const search::Vocabulary>> vocabulary_; ///< replaced while others search
    mutable std::once_flag guard_words_read_;
    mutable std::shared_ptr<const privacy::GuardWords> guard_words_;
    std::string account_;
};

} // namespace guidepost::desk
