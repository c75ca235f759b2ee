// SPDX-License-Identifier: GPL-2.0-or-later
// What a desk does with the guidance that ships and that modules bring.
#include "core/desk/desk.h"
#include "core/guidance/hide.h"
#include "core/guidance/ownership.h"
#include "core/people/rights.h"
#include "core/store/event_chain.h"
#include "core/text/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace guidepost::desk {

namespace fs = std::filesystem;

namespace {

/// Throws Error{refused} unless `by` may.
void need(const people::Staff& by, people::Action action, const char* whose)
{
    if (!by.is_active || !people::may(by.roles, action, people::Relation::none))
        throw Error{Errc::refused, whose};
}

constexpr const char* leads_switch = "A lead or an administrator switches modules.";
constexpr const char* administrators_install = "An administrator installs modules and takes them away.";

/// Whether the source of that name is the module's and not, by chance or intent, another's.
bool is_modules_own(store::Connection& connection, const std::string& id)
{
    const auto source = guidance::Library{connection}.find_source(SourceId{id});
    return source &&
           (source->keeper == guidance::Keeper::module || source->keeper == guidance::Keeper::unknown);
}

/// Before anything of it is put on the shelf. Throws Error{refused}.
void refuse_foreign(store::Connection& connection, const programme::VerifiedPack& pack)
{
    const guidance::Manifest manifest{.id = pack.manifest.id, .version = pack.manifest.version};
    guidance::Library library{connection};
    const auto wanted = guidance::source_of(manifest, guidance::Keeper::module, {}, {});
    if (const auto why = guidance::why_not_its_own(library, wanted, library.find_source(wanted.id)))
        throw Error{Errc::refused, fmt::format("{} cannot be installed. {}", pack.manifest.name, *why)};
}

/// As in guidance::ImportOptions.
std::string place_of(const fs::path& folder, bool is_own)
{
    return is_own ? std::string{} : fs::weakly_canonical(folder).string();
}

constexpr const char* began = "store.began";

/// Whether the store's first guidance came from this place.
bool began_from(store::Connection& connection, const std::string& place)
{
    bool did = false;
    connection.query("select p.body from event e join event_payload p on p.event = e.id "
                     "where e.chain = 'guidance' and e.kind = $1",
                     {std::string{began}}, [&](const store::Row& row) {
                         const auto payload = nlohmann::json::parse(row.text(0), nullptr, false);
                         did = did || (payload.is_object() && payload.value("place", "") == place);
                     });
    return did;
}

/// A new store may begin from where the environment points.
void begin_from(store::Connection& connection, const std::string& place)
{
    if (place.empty() || guidance::Library{connection}.feed_position() > 0 || began_from(connection, place))
        return;
    store::Transaction transaction{connection};
    store::append(connection,
                  {"guidance", guidance::by_the_program, began, nlohmann::json{{"place", place}}.dump()},
                  system_now());
    transaction.commit();
}

/// Quick when nothing of it is withdrawn, as on almost every start.
void show_whole(store::Connection& connection, const std::string& id, const std::string& who)
{
    const auto listed = guidance::Library{connection}.list_source(SourceId{id});
    if (std::any_of(listed.begin(), listed.end(), [](const guidance::Listed& article) {
            return article.state == guidance::ArticleState::withdrawn;
        }))
        guidance::show_source(connection, SourceId{id}, who);
}

} // namespace

bool Desk::has_guidance_up(const programme::ModuleView& view)
{
    using programme::ModuleState;
    return view.state == ModuleState::ready || view.state == ModuleState::stopped ||
           view.state == ModuleState::retired;
}

void Desk::enable_module(const std::string& id, const people::Staff& by)
{
    need(by, people::Action::switch_modules, leads_switch);
    const std::lock_guard lock{switching_};
    const auto connection = open_store();
    modules_->enable(id);
    if (is_modules_own(*connection, id))
        guidance::show_source(*connection, SourceId{id}, by.login.value());
    if (const auto view = modules_->find(id); view && has_guidance_up(*view))
        adopt(*connection, pack_of(*view), by.login.value(), {}, {});
    read_vocabulary();
}

void Desk::disable_module(const std::string& id, const people::Staff& by)
{
    need(by, people::Action::switch_modules, leads_switch);
    const std::lock_guard lock{switching_};
    const auto connection = open_store();
    modules_->disable(id);
    if (is_modules_own(*connection, id))
        guidance::hide_source(*connection, SourceId{id}, by.login.value());
    read_vocabulary();
}

Desk::InstalledModule Desk::install_module(const fs::path& pack, bool may_be_unsigned,
                                           const people::Staff& by)
{
    need(by, people::Action::install_modules, administrators_install);
    if (may_be_unsigned)
        need(by, people::Action::install_unsigned, "An administrator says whether a pack may come unsigned.");
    const std::lock_guard lock{switching_};
    const auto connection = open_store();
    refuse_foreign(*connection, modules_->verify(pack));
    InstalledModule installed{.module = modules_->install(pack, may_be_unsigned)};
    const auto& view = installed.module;
    // A version that is only for later must not speak before its day.
    const auto used = modules_->find(view.id);
    if (used && used->folder == view.folder && has_guidance_up(*used)) {
        if (is_modules_own(*connection, view.id))
            guidance::show_source(*connection, SourceId{view.id}, by.login.value());
        installed.guidance = adopt(*connection, pack_of(view), by.login.value(), {}, {});
    }
    read_vocabulary();
    return installed;
}

void Desk::remove_module(const std::string& id, const people::Staff& by)
{
    need(by, people::Action::install_modules, administrators_install);
    const std::lock_guard lock{switching_};
    const auto connection = open_store();
    modules_->remove(id);
    const auto left = modules_->find(id);
    if (!left) {
        if (is_modules_own(*connection, id))
            guidance::hide_source(*connection, SourceId{id}, by.login.value());
    } else if (has_guidance_up(*left)) {
        const auto pack = pack_of(*left);
        const auto manifest = guidance::read_manifest(pack.folder);
        if (manifest && !why_not_adopted(*connection, pack, *manifest)) {
            // Older than what is in the store, so adopt would pass it over.
            guidance::import_folder(*connection, pack.folder, options_for(pack, by.login.value()));
        }
    }
    read_vocabulary();
}

Desk::Pack Desk::shipped_pack() const
{
    return {.folder = places_.content / "guidance",
            .place = place_of(places_.content, places_.content_is_own)};
}

Desk::Pack Desk::pack_of(const programme::ModuleView& view) const
{
    const bool is_built_in = view.trust == programme::Trust::built_in;
    return {.folder = view.folder / "guidance",
            .keeper = guidance::Keeper::module,
            .module = view.id,
            .place = place_of(places_.modules, places_.modules_are_own || !is_built_in),
            .is_built_in = is_built_in};
}

guidance::ImportOptions Desk::options_for(const Pack& pack, const std::string& who) const
{
    guidance::ImportOptions options{.who = who, .keeper = pack.keeper, .place = pack.place};
    // What an administrator installed takes nothing that came with the program.
    if (pack.is_built_in)
        options.has_left = [this](const SourceId& source, const std::string& path) {
            const auto from = folder_of(source);
            std::error_code error;
            return from && fs::is_directory(*from, error) && !fs::exists(*from / path, error);
        };
    return options;
}

std::optional<std::string> Desk::why_not_adopted(store::Connection& connection, const Pack& pack,
                                                 const guidance::Manifest& manifest) const
{
    if (pack.keeper == guidance::Keeper::module && manifest.id != pack.module)
        return fmt::format("The guidance of the module {} calls itself {}; a module brings its own and no "
                           "other.",
                           pack.module, manifest.id);
    guidance::Library library{connection};
    const auto wanted = guidance::source_of(manifest, pack.keeper, pack.place, pack.folder);
    const auto before = library.find_source(wanted.id);
    if (!pack.place.empty() && !began_from(connection, pack.place))
        return fmt::format("This store did not begin with {}, so the guidance there is not taken in.",
                           pack.place);
    return guidance::why_not_its_own(library, wanted, before);
}

std::optional<guidance::ImportReport> Desk::adopt(store::Connection& connection, const Pack& pack,
                                                  const std::string& who, const OnProgress& on_progress,
                                                  const std::stop_token& stop) const
{
    const auto manifest = guidance::read_manifest(pack.folder);
    if (!manifest)
        return std::nullopt;
    if (auto why = why_not_adopted(connection, pack, *manifest))
        return guidance::ImportReport{
            .source = SourceId{manifest->id}, .is_pack = true, .passed_over = std::move(*why)};
    const auto known = guidance::Library{connection}.find_source(SourceId{manifest->id});
    const auto wanted = guidance::source_of(*manifest, pack.keeper, pack.place, pack.folder);
    // The number says nothing where somebody else wrote it, or another place.
    if (known && known->root == wanted.root && guidance::is_older_version(manifest->version, known->version))
        return std::nullopt;
    auto options = options_for(pack, who);
    options.on_progress = on_progress;
    options.stop = stop;
    return guidance::import_folder(connection, pack.folder, options);
}

std::optional<fs::path> Desk::folder_of(const SourceId& source) const
{
    const auto shipped = places_.content / "guidance";
    if (const auto manifest = guidance::read_manifest(shipped); manifest && manifest->id == source.value())
        return shipped;
    const auto module = modules_->find(source.value());
    return module && module->trust == programme::Trust::built_in ? std::optional{module->folder / "guidance"}
                                                                 : std::nullopt;
}

std::vector<fs::path> Desk::guidance_folders() const
{
    std::vector<fs::path> folders{places_.content / "guidance"};
    for (const auto& view : modules_->modules())
        if (std::error_code none; fs::is_directory(view.folder / "guidance", none))
            folders.push_back(view.folder / "guidance");
    return folders;
}

bool Desk::is_reserved(const SourceId& source) const
{
    const auto manifest = guidance::read_manifest(places_.content / "guidance");
    return (manifest && manifest->id == source.value()) || modules_->find(source.value());
}

/// Of a version that let people publish packs.
void Desk::mark_left_over()
{
    for (const auto& source : library().sources())
        if (source.keeper == guidance::Keeper::unknown && !is_reserved(source.id) &&
            !library().is_taken_out(source.id))
            guidance::mark_as_peoples(*connection_, source.id, guidance::by_the_program);
}

std::vector<guidance::ImportReport> Desk::adopt_shipped(const OnProgress& on_progress,
                                                        const std::stop_token& stop)
{
    std::vector<guidance::ImportReport> reports;
    if (is_read_only())
        return reports;
    const auto take = [&](const Pack& pack) {
        if (auto report = adopt(*connection_, pack, guidance::by_the_program, on_progress, stop))
            reports.push_back(std::move(*report));
        return reports.empty() || !reports.back().stopped;
    };
    begin_from(*connection_, place_of(places_.content, places_.content_is_own));
    begin_from(*connection_, place_of(places_.modules, places_.modules_are_own));
    if (!take(shipped_pack()))
        return reports;
    for (const auto& view : modules_->modules()) {
        const bool is_own = is_modules_own(*connection_, view.id);
        if (view.state == programme::ModuleState::disabled && is_own)
            guidance::hide_source(*connection_, SourceId{view.id}, guidance::by_the_program);
        if (!has_guidance_up(view))
            continue;
        // An installation that was ended half way, after a removal, has left it hidden.
        if (is_own)
            show_whole(*connection_, view.id, guidance::by_the_program);
        if (!take(pack_of(view)))
            return reports;
    }
    mark_left_over();
    return reports;
}

} // namespace guidepost::desk
