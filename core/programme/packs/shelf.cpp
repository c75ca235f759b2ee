// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/packs/shelf.h"

#include "core/guidance/pack.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::programme {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> folders_of(const fs::path& place)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{place, error})
        // What is being written or was left half written starts with a point.
        if (entry.is_directory(error) && !entry.is_symlink(error) &&
            !entry.path().filename().string().starts_with('.'))
            found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

/// A folder that goes away unless it was moved to its place.
class Draft {
public:
    explicit Draft(const fs::path& shelf) : folder_{shelf / (".new-" + uuid_v7(system_now()))}
    {
        make_private_folder(folder_);
    }
    ~Draft()
    {
        std::error_code ignored; // what is left behind is passed over
        fs::remove_all(folder_, ignored);
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    void write(const std::string& path, std::string_view bytes) const
    {
        make_private_folder((folder_ / path).parent_path());
        write_private_file(folder_ / path, bytes);
    }
    void move_to(const fs::path& place) const { fs::rename(folder_, place); }

private:
    fs::path folder_;
};

} // namespace

std::vector<Shelved> list_shelf(const fs::path& shelf)
{
    std::vector<Shelved> all;
    for (const auto& module : folders_of(shelf)) {
        const auto first = all.size();
        for (const auto& version : folders_of(module))
            all.push_back({module.filename().string(), version.filename().string(), version});
        std::stable_sort(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                         [](const Shelved& a, const Shelved& b) {
                             return guidance::is_older_version(b.version, a.version);
                         });
    }
    return all;
}

Shelved put_on_shelf(const fs::path& shelf, const VerifiedPack& pack)
{
    const auto& manifest = pack.manifest;
    for (const auto& there : list_shelf(shelf))
        if (there.id == manifest.id && !guidance::is_older_version(there.version, manifest.version))
            throw Error{Errc::conflict,
                        fmt::format("{} {} is installed; {} is no newer. To go back, remove it "
                                    "first: guidepostctl module remove {}",
                                    manifest.name, there.version, manifest.version, manifest.id)};
    try {
        make_private_folder(shelf / manifest.id);
        const Draft draft{shelf};
        for (const auto& [path, bytes] : pack.files)
            draft.write(path, bytes);
        draft.write("checksums", pack.checksums);
        if (!pack.signature.empty())
            draft.write("signature", pack.signature);
        const auto place = shelf / manifest.id / manifest.version;
        draft.move_to(place);
        return {manifest.id, manifest.version, place};
    } catch (const fs::filesystem_error& e) {
        throw Error{Errc::storage,
                    fmt::format("{} could not be installed: {}.", manifest.name, e.code().message())};
    }
}

void take_from_shelf(const fs::path& shelf, const std::string& id)
{
    const auto all = list_shelf(shelf);
    if (!is_slug(id) || std::none_of(all.begin(), all.end(), [&](const auto& one) { return one.id == id; }))
        throw Error{Errc::not_found, fmt::format("No pack of the module {} is installed.", id)};
    std::error_code error;
    // First out of sight, in one step.
    const auto gone = shelf / (".old-" + uuid_v7(system_now()));
    fs::rename(shelf / id, gone, error);
    if (error)
        throw Error{Errc::storage,
                    fmt::format("The module {} could not be removed: {}.", id, error.message())};
    fs::remove_all(gone, error);
}

} // namespace guidepost::programme
