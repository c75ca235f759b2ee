// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/shared_folder.h"

#include "core/text/error.h"

#include <fmt/format.h>
#include <linux/magic.h>
#include <sys/vfs.h>

#include <array>

namespace guidepost::store {
namespace {

constexpr long cifs_magic = 0xFF534D42, smb2_magic = 0xFE534D42, fuse_magic = 0x65735546;

const char* network_kind(const std::filesystem::path& folder)
{
    struct statfs status {};
    if (statfs(folder.c_str(), &status) != 0)
        return nullptr;
    switch (static_cast<unsigned long>(status.f_type) & 0xFFFFFFFFUL) {
    case NFS_SUPER_MAGIC:
        return "an NFS network folder";
    case SMB_SUPER_MAGIC:
    case cifs_magic:
    case smb2_magic:
        return "a Windows network folder";
    case AFS_SUPER_MAGIC:
        return "an AFS network folder";
    case fuse_magic:
        return "a folder served by another program (FUSE)";
    default:
        return nullptr;
    }
}

bool is_synced(const std::filesystem::path& folder)
{
    static constexpr std::array marks{
        ".dropbox.cache",     ".dropbox",
        ".stfolder",          ".sync_journal.db",
        ".nextcloudsync.log", ".849C9593-D756-4E56-8D6E-42412F2A707B"}; // the last is OneDrive's
    for (auto at = folder;; at = at.parent_path()) {
        for (const auto* mark : marks) {
            std::error_code ignored; // a folder that may not be looked into leaves no mark we can see
            // ~/.dropbox is the program's own settings and says nothing of the home folder.
            if (std::filesystem::exists(at / mark, ignored) &&
                !(std::string_view{mark} == ".dropbox" && std::filesystem::is_directory(at / mark, ignored)))
                return true;
        }
        if (at == at.parent_path())
            return false;
    }
}

} // namespace

void refuse_shared_folder(const std::filesystem::path& folder)
{
    const auto absolute = std::filesystem::weakly_canonical(folder.empty() ? "." : folder);
    const char* why = network_kind(absolute);
    if (!why && is_synced(absolute))
        why = "a folder that another program copies between computers";
    if (why)
        throw Error{Errc::storage,
                    fmt::format("{} is {}: a store kept there would be damaged. Choose a folder on this "
                                "computer's own disk; to share between desks, use a hub.",
                                absolute.string(), why)};
}

} // namespace guidepost::store
