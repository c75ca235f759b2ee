// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/import.h"
#include "core/text/error.h"
#include "core/text/files.h"

#include <fmt/format.h>

namespace guidepost::guidance {
namespace {

namespace fs = std::filesystem;

/// A path that came from the store is still only data: it may not lead out of the folder, and neither may a
/// link that stands in its way. The folder itself may be one: somebody named it.
fs::path below(const fs::path& folder, const SourceId& source, const std::string& path)
{
    const auto relative = fs::path{path}.lexically_normal();
    if (relative.is_absolute() || relative.empty() || *relative.begin() == "..")
        throw Error{Errc::refused,
                    fmt::format("The path {} leads out of the folder and is not written.", path)};
    const auto within = source.value() / relative;
    auto place = folder;
    for (const auto& part : within.parent_path()) {
        place /= part;
        if (fs::is_symlink(fs::symlink_status(place)))
            throw Error{Errc::refused,
                        fmt::format("{} is a link, and links are not followed; take it away or "
                                    "choose an empty folder.",
                                    place.string())};
    }
    return folder / within;
}

} // namespace

ExportReport export_articles(store::Connection& connection, const fs::path& folder, const SourceId& source,
                             const OnProgress& on_progress, const std::stop_token& stop)
{
    Library library{connection};
    if (source && !library.find_source(source))
        throw Error{Errc::not_found, fmt::format("There is no source named {}.", source.value())};
    const auto all = source ? library.list_source(source) : library.list();
    ExportReport report;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (stop.stop_requested())
            throw Error{Errc::cancelled, fmt::format("Stopped after {} of {} files.", i, all.size())};
        const auto article = library.find(all[i].id);
        const auto file = below(folder, all[i].source, all[i].path);
        if (fs::exists(fs::symlink_status(file))) {
            if (fs::is_symlink(file) || read_file(file, largest_import) != article->text)
                throw Error{Errc::refused,
                            fmt::format("{} exists and differs; move it away or choose an empty folder.",
                                        file.string())};
            ++report.unchanged;
        } else {
            fs::create_directories(file.parent_path());
            write_private_file(file, article->text);
            ++report.written;
        }
        if (on_progress && (i % 64 == 63 || i + 1 == all.size()))
            on_progress({i + 1, all.size()});
    }
    return report;
}

} // namespace guidepost::guidance
