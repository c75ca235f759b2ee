// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/ownership.h"

#include <fmt/format.h>

namespace guidepost::guidance {
namespace {

std::string_view word_of(Keeper keeper)
{
    switch (keeper) {
    case Keeper::program:
        return "program";
    case Keeper::module:
        return "module";
    case Keeper::people:
        return "import";
    case Keeper::unknown:
        break;
    }
    return "pack";
}

/// Where people brought it in from; "" when that is not known.
std::string folder_of(const Source& source)
{
    const auto prefix = fmt::format("import:{}:", source.id.value());
    return source.root.starts_with(prefix) ? source.root.substr(prefix.size()) : source.root;
}

} // namespace

Source source_of(const Manifest& manifest, Keeper keeper, const std::string& place,
                 const std::filesystem::path& folder)
{
    Source source{SourceId{manifest.id}, keeper, manifest.title, {}, manifest.version, {}};
    source.root = fmt::format("{}:{}", word_of(keeper), manifest.id);
    if (keeper == Keeper::people)
        source.root += ":" + folder.string();
    else
        source.approved_by = manifest.approved_by;
    if (!place.empty())
        source.root += "@" + place;
    return source;
}

std::optional<std::string> why_not_its_own(Library library, const Source& wanted,
                                           const std::optional<Source>& before)
{
    if (!before)
        return std::nullopt;
    const auto& id = wanted.id.value();
    if (wanted.keeper == Keeper::people) {
        if (before->keeper != Keeper::people)
            return fmt::format(
                "The id {} belongs to {}, and what it holds changes only with that. Give these "
                "texts another id.",
                id, keeper_words(*before));
        if (before->root != wanted.root && !library.is_taken_out(wanted.id))
            return fmt::format("The id {} belongs to {}. Give these texts another id, or take the others out "
                               "first: guidepostctl article remove --source {}",
                               id, keeper_words(*before), id);
        if (is_older_version(wanted.version, before->version) && before->root == wanted.root)
            return fmt::format("{} {} is here, which is newer than {}. Bring in a newer version, or take "
                               "that one out first: guidepostctl article remove --source {}",
                               id, before->version, wanted.version, id);
        return std::nullopt;
    }
    if (before->keeper == Keeper::people && !library.is_taken_out(wanted.id))
        return fmt::format("The id {} belongs to {}. Take these out first: guidepostctl article remove "
                           "--source {}",
                           id, keeper_words(*before), id);
    if (before->keeper != Keeper::people && before->keeper != Keeper::unknown &&
        before->keeper != wanted.keeper)
        return fmt::format("The id {} belongs to {}.", id, keeper_words(*before));
    // What a variable of the environment points to never takes the place of what is where it belongs.
    if (before->keeper == wanted.keeper && before->root != wanted.root &&
        wanted.root.find('@') != std::string::npos)
        return fmt::format("The guidance of {} came to this desk from another place and changes only from "
                           "there.",
                           keeper_words(*before));
    return std::nullopt;
}

std::string keeper_words(const Source& source)
{
    switch (source.keeper) {
    case Keeper::program:
        return "the program";
    case Keeper::module:
        return fmt::format("the module {}", source.id.value());
    case Keeper::people:
        return folder_of(source).empty()
                   ? "texts that somebody brought in"
                   : fmt::format("texts that somebody brought in ({})", folder_of(source));
    case Keeper::unknown:
        break;
    }
    return "a pack that is here";
}

} // namespace guidepost::guidance
