// SPDX-License-Identifier: GPL-2.0-or-later
// The programme modules of this desk: which there are, how each stands and why, and what they answer. Core
// and ui know modules by what is in here, never by name.
#pragma once

#include "core/programme/exchange/answers.h"
#include "core/programme/host/module_link.h"
#include "core/programme/packs/manifest.h"
#include "core/programme/packs/pack.h"
#include "core/values/case_profile.h"
#include "core/values/clock.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::programme {

enum class ModuleState {
    ready,         ///< can be used
    disabled,      ///< somebody switched it off; its guidance is hidden
    stopped,       ///< it failed; said with the reason, and whether it will be tried again
    refused,       ///< it may not be used: damaged, unsigned, made for another version
    not_yet_valid, ///< its first day is to come
    retired,       ///< its last day has passed: can be read, is not asked any more
};

/// "ready", "not-yet-valid".
std::string_view word_of(ModuleState state);

/// How one module stands, at the moment of asking.
struct ModuleView {
    std::string id = {};          ///< of a folder that cannot be read: its name
    ModuleManifest manifest = {}; ///< empty for a folder that cannot be read
    std::filesystem::path folder = {};
    Trust trust = Trust::built_in;
    std::string signer = {}; ///< of a signed pack: the name of the key
    ModuleState state = ModuleState::ready;
    std::string reason = {}; ///< a sentence; "" for ready
    int failures = 0;
    Enforced enforced = {}; ///< known once its code ran
    std::vector<std::string> capabilities = {};

    bool has_code() const { return !manifest.code_file.empty(); }
    /// Nothing can be read of one that is damaged or was switched off; all the same of one that was retired.
    bool is_readable() const { return state != ModuleState::refused && state != ModuleState::disabled; }
    /// Whether it can be asked for this. What it offers is known only once it ran: until then it may.
    bool may_have(std::string_view capability) const;
};

/// A person of a group to be, by a name made on the desk.
struct GroupMember {
    std::string member = {};
    CaseProfile profile = {};
    std::vector<std::string> not_with = {};
};

/// Every function may be called from any thread. Those that ask a module wait for it, two seconds at
/// most: call them off the main thread. They throw Error{not_found} when
/// there is no such module or it lacks the capability, Error{refused} with the reason when it may not be
/// asked, and what ModuleLink::call throws.
class Catalogue {
public:
    struct Places {
        std::filesystem::path host = {};                  ///< the program guidepost-module-host
        std::vector<std::filesystem::path> built_in = {}; ///< folders of modules that came with the program
        std::filesystem::path settings = {};              ///< of this desk: what is disabled. May be missing
        std::filesystem::path shelf = {};                 ///< where packs are installed; empty: nowhere
        std::filesystem::path keys = {};                  ///< public keys that are trusted
    };

    explicit Catalogue(Places places, Clock clock = system_now);

    /// Looks again at what there is. A module that is still there as it was keeps its state.
    void refresh();

    /// By name: of each module the version that is used, and what is refused. Never waits for a module.
    std::vector<ModuleView> modules();
    /// `id`, or `id@version` for that version and no other, be it the one that is used or one kept beside it:
    /// a group that is running keeps its version, also after its last day. So everywhere below.
    std::optional<ModuleView> find(const std::string& id);

    /// Installs a pack, so that it is used from the next refresh on, which this does. Without a signature
    /// only when `may_be_unsigned`, and never in the place of a module that is trusted. Throws what
    /// read_pack_files, verify_pack and put_on_shelf throw, and Error{refused}.
    ModuleView install(const std::filesystem::path& pack, bool may_be_unsigned);

    /// Looks at a pack as install does, and leaves it. Throws likewise.
    VerifiedPack verify(const std::filesystem::path& pack) const;

    /// Takes an installed module away. Throws Error{not_found}: one that came with the program can be
    /// disabled, not removed.
    void remove(const std::string& id);

    /// Starts the module's code, if it has any, to see whether it can be used here and what is enforced.
    void start(const std::string& id);

    /// The same from the beginning: reads the module again, with its checksums and signature where it has
    /// them, and starts its code afresh. Throws as start does.
    void check(const std::string& id);

    /// Forgets what a module did wrong and starts it. Throws as start does.
    void try_again(const std::string& id);

    Assessment assess(const std::string& id, const CaseProfile& profile);
    Plan plan(const std::string& id, const std::string& option, const CaseProfile& profile);
    RoutingNeed route(const std::string& id, const CaseProfile& profile, const std::string& question);
    std::vector<FormField> form(const std::string& id);
    GroupFindings compose(const std::string& id, const std::vector<GroupMember>& members);

    /// Kept over restarts. Enabling also forgets what a module did wrong. Throws Error{not_found},
    /// Error{storage}.
    void enable(const std::string& id);
    void disable(const std::string& id);

private:
    struct Entry;

    std::shared_ptr<Entry> built_in_entry(const std::filesystem::path& folder) const;
    std::shared_ptr<Entry> shelved_entry(const std::filesystem::path& folder, const std::string& id,
                                         const std::string& version, const TrustedKeys& keys) const;
    void make_link(Entry& entry, std::function<std::string()> code) const;
    std::shared_ptr<Entry> look_up(const std::string& id); ///< none: there is no such module
    std::shared_ptr<Entry> entry(const std::string& id);
    ModuleView view_of(const Entry& entry);
    std::shared_ptr<Entry> usable(const std::string& id);
    void ask(const std::string& id, const std::string& capability, const nlohmann::json& in,
             const std::function<void(const nlohmann::json&)>& accept);
    void set_disabled(const std::string& id, bool is_disabled);

    const Places places_;
    const Clock clock_;
    std::mutex guard_; ///< entries_ and disabled_; never held while a module is asked
    /// Shared: a module may be dropped while a thread waits for its answer.
    std::map<std::string, std::shared_ptr<Entry>> entries_;
    std::vector<std::string> disabled_;
};

} // namespace guidepost::programme
