// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/catalogue.h"

#include "core/guidance/pack.h"
#include "core/programme/exchange/case_json.h"
#include "core/programme/packs/shelf.h"
#include "core/programme/packs/yaml_file.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "plugins/api/guidepost_module.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guidepost::programme {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uintmax_t largest_library = 64 * 1024 * 1024;
constexpr std::uintmax_t largest_list = 64 * 1024;

constexpr std::array state_words{
    std::pair{ModuleState::ready, "ready"},
    std::pair{ModuleState::disabled, "disabled"},
    std::pair{ModuleState::stopped, "stopped"},
    std::pair{ModuleState::refused, "refused"},
    std::pair{ModuleState::not_yet_valid, "not-yet-valid"},
    std::pair{ModuleState::retired, "retired"},
};

fs::path list_of_disabled(const fs::path& settings)
{
    return settings / "disabled";
}

std::vector<std::string> read_disabled(const fs::path& settings)
{
    if (settings.empty() || !fs::exists(list_of_disabled(settings)))
        return {};
    return split(read_file(list_of_disabled(settings), largest_list), '\n');
}

std::vector<fs::path> folders_in(const fs::path& place)
{
    std::vector<fs::path> found;
    std::error_code error; // a place that is not there has no modules
    for (const auto& entry : fs::directory_iterator{place, error})
        if (entry.is_directory(error))
            found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

std::string_view word_of(ModuleState state)
{
    return std::find_if(state_words.begin(), state_words.end(),
                        [&](const auto& w) { return w.first == state; })
        ->second;
}

/// A module folder as it was when looked at.
struct Catalogue::Entry {
    std::string id = {};
    fs::path folder = {};
    Trust trust = Trust::built_in;
    std::string signer = {};
    ModuleManifest manifest = {};
    std::string content_hash = {};         ///< of what it was read from: tells whether it changed
    std::string problem = {};              ///< why it is refused; "" when it is not
    std::unique_ptr<ModuleLink> link = {}; ///< none without code
};

namespace {

/// By which one of several is known: what cannot be read has the name of its folder.
std::string version_of(const ModuleManifest& manifest, const fs::path& folder)
{
    return manifest.version.empty() ? folder.filename().string() : manifest.version;
}

} // namespace

Catalogue::Catalogue(Places places, Clock clock) : places_{std::move(places)}, clock_{std::move(clock)}
{
    refresh();
}

void Catalogue::make_link(Entry& entry, std::function<std::string()> code) const
{
    if (entry.problem.empty() && entry.manifest.api != module_api)
        entry.problem = fmt::format("{} was made for version {} of the module interface; this is version {}.",
                                    entry.manifest.name, entry.manifest.api, module_api);
    if (entry.problem.empty() && !entry.manifest.code_file.empty())
        entry.link = std::make_unique<ModuleLink>(ModuleLink::Start{.program = places_.host,
                                                                    .folder = entry.folder,
                                                                    .code = std::move(code),
                                                                    .id = entry.id,
                                                                    .name = entry.manifest.name,
                                                                    .version = entry.manifest.version,
                                                                    .trust = entry.trust});
}

std::shared_ptr<Catalogue::Entry> Catalogue::built_in_entry(const fs::path& folder) const
{
    auto found = std::make_shared<Entry>();
    found->id = folder.filename().string();
    found->folder = folder;
    try {
        const auto text = read_file(folder / "module.yaml", largest_yaml);
        found->content_hash = sha256(text);
        found->manifest = parse_module_manifest(text);
        if (found->manifest.id != found->id)
            found->problem =
                fmt::format("The folder is named {} and the module in it {}.", found->id, found->manifest.id);
    } catch (const Error& e) {
        found->problem = fmt::format("The module in {} cannot be read: {}", found->id, e.what());
    }
    make_link(*found,
              [file = folder / found->manifest.code_file] { return read_file(file, largest_library); });
    return found;
}

std::shared_ptr<Catalogue::Entry> Catalogue::shelved_entry(const fs::path& folder, const std::string& id,
                                                           const std::string& version,
                                                           const TrustedKeys& keys) const
{
    auto found = std::make_shared<Entry>();
    found->id = id;
    found->folder = folder;
    found->trust = Trust::unsigned_;
    std::string library_hash;
    try {
        const auto pack = verify_pack(read_pack_files(folder), keys);
        found->content_hash = sha256(pack.checksums + pack.signature);
        found->manifest = pack.manifest;
        found->signer = pack.signer;
        found->trust = pack.signer.empty() ? Trust::unsigned_ : Trust::signed_;
        if (pack.manifest.id != id || pack.manifest.version != version)
            found->problem = fmt::format("{} {} lies where {} {} should.", pack.manifest.id,
                                         pack.manifest.version, id, version);
        else if (!pack.manifest.code_file.empty())
            library_hash = sha256(pack.files.at(pack.manifest.code_file));
    } catch (const Error& e) {
        found->problem =
            fmt::format("The installed module {} {} cannot be used: {} Remove it and install it again.", id,
                        version, e.what());
    }
    // Read again when the host starts: what was verified now is what is loaded then, or nothing is.
    make_link(*found, [file = folder / found->manifest.code_file, library_hash] {
        auto bytes = read_file(file, largest_library);
        if (sha256(bytes) != library_hash)
            throw Error{Errc::refused, "its library was changed since it was verified."};
        return bytes;
    });
    return found;
}

void Catalogue::refresh()
{
    std::map<std::string, std::vector<std::shared_ptr<Entry>>> versions;
    for (const auto& place : places_.built_in)
        for (const auto& folder : folders_in(place)) {
            auto found = built_in_entry(folder);
            auto& of_module = versions[found->id];
            if (of_module.empty())
                of_module.push_back(std::move(found));
        }
    if (!places_.shelf.empty()) {
        const auto keys = read_trusted_keys(places_.keys);
        for (const auto& shelved : list_shelf(places_.shelf)) {
            auto& of_module = versions[shelved.id];
            auto found = shelved_entry(shelved.folder, shelved.id, shelved.version, keys);
            if (found->problem.empty() && found->trust == Trust::unsigned_ && !of_module.empty() &&
                of_module.front()->trust == Trust::built_in) {
                found->problem = fmt::format("{} {} is not signed and cannot take the place of a module that "
                                             "came with the program.",
                                             found->manifest.name, found->manifest.version);
                found->link.reset();
            }
            of_module.push_back(std::move(found));
        }
    }

    // The one that is used: whole before refused, begun before to come, then the newest.
    const auto today = date_of(clock_());
    const auto is_better = [&](const std::shared_ptr<Entry>& a, const std::shared_ptr<Entry>& b) {
        const auto rank = [&](const Entry& entry) {
            return 2 * entry.problem.empty() +
                   (!entry.manifest.valid_from || *entry.manifest.valid_from <= today);
        };
        if (rank(*a) != rank(*b))
            return rank(*a) > rank(*b);
        return guidance::is_older_version(b->manifest.version, a->manifest.version);
    };
    std::map<std::string, std::shared_ptr<Entry>> entries;
    for (auto& [id, of_module] : versions) {
        std::stable_sort(of_module.begin(), of_module.end(), is_better);
        for (std::size_t i = 1; i < of_module.size(); ++i)
            entries.emplace(id + "@" + version_of(of_module[i]->manifest, of_module[i]->folder),
                            of_module[i]);
        entries.emplace(id, of_module.front());
    }
    auto disabled = read_disabled(places_.settings);

    const std::lock_guard lock{guard_};
    for (auto& [key, found] : entries)
        for (const auto& [key_before, before] : entries_)
            if (before->folder == found->folder && before->content_hash == found->content_hash &&
                before->problem == found->problem && before->trust == found->trust)
                found = before; // with its warm host and what it did wrong
    entries_ = std::move(entries);
    disabled_ = std::move(disabled);
}

VerifiedPack Catalogue::verify(const fs::path& pack) const
{
    auto verified = verify_pack(read_pack_files(pack), read_trusted_keys(places_.keys));
    if (verified.manifest.api != module_api)
        throw Error{Errc::refused,
                    fmt::format("{} was made for version {} of the module interface; this is version {}.",
                                verified.manifest.name, verified.manifest.api, module_api)};
    return verified;
}

ModuleView Catalogue::install(const fs::path& pack, bool may_be_unsigned)
{
    if (places_.shelf.empty())
        throw Error{Errc::storage, "This desk has no place to install modules in."};
    const auto verified = verify(pack);
    const auto& manifest = verified.manifest;
    if (verified.signer.empty() && !may_be_unsigned)
        throw Error{Errc::refused,
                    fmt::format("Nobody signed {}. Ask for a signed pack; if you know where it "
                                "comes from, install it with --unsigned.",
                                manifest.name)};
    if (const auto there = find(manifest.id); there && there->manifest.id == manifest.id) {
        if (verified.signer.empty() && there->trust != Trust::unsigned_)
            throw Error{Errc::refused,
                        fmt::format("{} is not signed and cannot take the place of {} {}, which "
                                    "is trusted.",
                                    manifest.name, there->manifest.name, there->manifest.version)};
        if (!guidance::is_older_version(there->manifest.version, manifest.version))
            throw Error{Errc::conflict, fmt::format("{} {} is here already; {} is no newer.", manifest.name,
                                                    there->manifest.version, manifest.version)};
    }
    const auto shelved = put_on_shelf(places_.shelf, verified);
    refresh();
    // It may be valid only from a day to come, beside the version that is used until then.
    for (const auto& key : {shelved.id, shelved.id + "@" + shelved.version})
        if (auto view = find(key); view && view->folder == shelved.folder)
            return *view;
    throw Error{Errc::storage, fmt::format("{} was installed and cannot be found again.", manifest.name)};
}

void Catalogue::remove(const std::string& id)
{
    take_from_shelf(places_.shelf, id);
    refresh();
}

ModuleView Catalogue::view_of(const Entry& entry)
{
    ModuleView view{.id = entry.id,
                    .manifest = entry.manifest,
                    .folder = entry.folder,
                    .trust = entry.trust,
                    .signer = entry.signer,
                    .state = ModuleState::ready,
                    .reason = entry.problem};
    ModuleLink::Status status;
    if (entry.link) {
        status = entry.link->status();
        view.failures = status.failures;
        view.enforced = status.enforced;
        view.capabilities = status.capabilities;
    }
    const auto today = date_of(clock_());
    const auto& manifest = entry.manifest;
    const bool is_disabled = [&] {
        const std::lock_guard lock{guard_};
        return std::find(disabled_.begin(), disabled_.end(), entry.id) != disabled_.end();
    }();
    using State = ModuleLink::State;
    if (!entry.problem.empty()) {
        view.state = ModuleState::refused;
    } else if (is_disabled) {
        view.state = ModuleState::disabled;
        view.reason = fmt::format("{} was disabled on this desk.", manifest.name);
    } else if (manifest.valid_from && today < *manifest.valid_from) {
        view.state = ModuleState::not_yet_valid;
        view.reason =
            fmt::format("{} is valid from {}.", manifest.name, format_date_long(*manifest.valid_from));
    } else if (manifest.valid_until && *manifest.valid_until < today) {
        view.state = ModuleState::retired;
        view.reason = fmt::format("{} was retired after {}. It can be read, and is not used for new cases.",
                                  manifest.name, format_date_long(*manifest.valid_until));
    } else if (status.state == State::refused) {
        view.state = ModuleState::refused;
        view.reason = status.reason;
    } else if (status.state == State::stopped || status.state == State::off) {
        view.state = ModuleState::stopped;
        view.reason = status.reason;
    }
    return view;
}

bool ModuleView::may_have(std::string_view capability) const
{
    // One that was retired may still be asked by its version, for a group that runs on.
    const bool may_be_asked =
        state == ModuleState::ready || state == ModuleState::stopped || state == ModuleState::retired;
    return has_code() && may_be_asked &&
           (capabilities.empty() ||
            std::find(capabilities.begin(), capabilities.end(), capability) != capabilities.end());
}

std::vector<ModuleView> Catalogue::modules()
{
    std::vector<std::shared_ptr<Entry>> entries;
    {
        const std::lock_guard lock{guard_};
        for (const auto& [key, found] : entries_)
            if (key.find('@') == std::string::npos || !found->problem.empty())
                entries.push_back(found);
    }
    std::vector<ModuleView> views;
    for (const auto& found : entries)
        views.push_back(view_of(*found));
    const auto name = [](const ModuleView& view) {
        return lower_ascii(view.manifest.name.empty() ? view.id : view.manifest.name);
    };
    std::stable_sort(views.begin(), views.end(),
                     [&](const auto& a, const auto& b) { return name(a) < name(b); });
    return views;
}

std::optional<ModuleView> Catalogue::find(const std::string& id)
{
    const auto found = look_up(id);
    return found ? std::optional{view_of(*found)} : std::nullopt;
}

std::shared_ptr<Catalogue::Entry> Catalogue::entry(const std::string& id)
{
    auto found = look_up(id);
    if (!found)
        throw Error{Errc::not_found, fmt::format("There is no module {}.", id)};
    return found;
}

std::shared_ptr<Catalogue::Entry> Catalogue::look_up(const std::string& id)
{
    const std::lock_guard lock{guard_};
    if (const auto at = entries_.find(id); at != entries_.end())
        return at->second;
    const auto sign = id.find('@');
    if (sign == std::string::npos)
        return nullptr;
    const auto used = entries_.find(id.substr(0, sign));
    const bool is_that = used != entries_.end() &&
                         version_of(used->second->manifest, used->second->folder) == id.substr(sign + 1);
    return is_that ? used->second : nullptr;
}

std::shared_ptr<Catalogue::Entry> Catalogue::usable(const std::string& id)
{
    auto asked = entry(id);
    const auto view = view_of(*asked);
    // What a group was started with serves it to its end.
    const bool is_running_on = view.state == ModuleState::retired && id.find('@') != std::string::npos;
    // What stopped once is tried again; ModuleLink says when it was too often.
    if (view.state != ModuleState::ready && view.state != ModuleState::stopped && !is_running_on)
        throw Error{Errc::refused, view.reason};
    return asked;
}

void Catalogue::start(const std::string& id)
{
    if (const auto asked = usable(id); asked->link)
        asked->link->start();
}

void Catalogue::check(const std::string& id)
{
    refresh();
    const auto asked = usable(id);
    if (!asked->link)
        return;
    asked->link->stop();
    asked->link->start();
}

void Catalogue::try_again(const std::string& id)
{
    if (const auto asked = entry(id); asked->link)
        asked->link->reset();
    start(id);
}

void Catalogue::ask(const std::string& id, const std::string& capability, const Json& in,
                    const std::function<void(const Json&)>& accept)
{
    const auto asked = usable(id);
    if (!asked->link)
        throw Error{Errc::not_found, fmt::format("{} has nothing to say to that.", asked->manifest.name)};
    asked->link->call(capability, in, accept);
}

namespace {

/// The name of a module in "name@version".
std::string_view name_in(std::string_view id)
{
    return id.substr(0, id.find('@'));
}

} // namespace

Assessment Catalogue::assess(const std::string& id, const CaseProfile& profile)
{
    Assessment assessment;
    ask(id, GUIDEPOST_SUITABILITY, case_json(profile, name_in(id)),
        [&](const Json& answer) { assessment = read_assessment(answer); });
    return assessment;
}

Plan Catalogue::plan(const std::string& id, const std::string& option, const CaseProfile& profile)
{
    Plan plan;
    ask(id, GUIDEPOST_PLAN, {{"version", 1}, {"option", option}, {"case", case_json(profile, name_in(id))}},
        [&](const Json& answer) { plan = read_plan(answer); });
    return plan;
}

RoutingNeed Catalogue::route(const std::string& id, const CaseProfile& profile, const std::string& question)
{
    RoutingNeed need;
    ask(id, GUIDEPOST_ROUTING,
        {{"version", 1}, {"case", case_json(profile, name_in(id))}, {"question", question}},
        [&](const Json& answer) { need = read_routing(answer); });
    return need;
}

std::vector<FormField> Catalogue::form(const std::string& id)
{
    std::vector<FormField> fields;
    ask(id, GUIDEPOST_FORM, Json::object(), [&](const Json& answer) { fields = read_form(answer); });
    return fields;
}

GroupFindings Catalogue::compose(const std::string& id, const std::vector<GroupMember>& members)
{
    auto list = Json::array();
    for (const auto& member : members)
        list.push_back({{"member", member.member},
                        {"case", case_json(member.profile, name_in(id))},
                        {"not_with", member.not_with}});
    GroupFindings findings;
    ask(id, GUIDEPOST_GROUP, {{"version", 1}, {"members", std::move(list)}},
        [&](const Json& answer) { findings = read_group(answer); });
    return findings;
}

void Catalogue::enable(const std::string& id)
{
    const auto found = entry(id);
    set_disabled(id, false);
    if (found->link)
        found->link->reset();
}

void Catalogue::disable(const std::string& id)
{
    const auto found = entry(id);
    set_disabled(id, true);
    if (found->link)
        found->link->stop();
}

void Catalogue::set_disabled(const std::string& id, bool is_disabled)
{
    if (places_.settings.empty())
        throw Error{Errc::storage, "This desk has no place to keep which modules are disabled."};
    make_private_folder(places_.settings);
    // What another program wrote meanwhile stays.
    auto disabled = read_disabled(places_.settings);
    std::erase(disabled, id);
    if (is_disabled)
        disabled.push_back(id);
    std::string text;
    for (const auto& one : disabled)
        text += one + "\n";
    write_private_file(list_of_disabled(places_.settings), text);
    const std::lock_guard lock{guard_};
    disabled_ = std::move(disabled);
}

} // namespace guidepost::programme
