// SPDX-License-Identifier: GPL-2.0-or-later
// What a module says of itself, in its module.yaml. docs/write-a-module.md describes every key.
#pragma once

#include "core/values/clock.h"
#include "core/values/rung.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

/// What somebody must have before delivering.
struct Requirement {
    std::string session = "all"; ///< of the module's own names; "all": every session
    Rung rung = Rung::deliver;
    std::string training = {}; ///< as the register of training calls it
    std::string basis = {};    ///< "source", "proposal"; may be empty
    std::string note = {};
};

/// A short form the module brings into the vocabulary: docs/vocabulary.md.
struct ShortForm {
    std::string short_form = {};
    std::string expansion = {};
    std::string relation = {}; ///< same | ambiguous | old-new
};

struct ModuleManifest {
    std::string id = {}; ///< a slug; also the name of its folder and of its guidance
    std::string name = {};
    std::string version = {}; ///< numbers with points between them
    int api = 0;
    std::string kind = "programme"; ///< programme | toolkits
    std::string status = "open";    ///< open | closing | closed
    bool is_read_only = false;      ///< kept to be read: nothing in it is begun
    std::string banner = {};        ///< stands above everything of the module; "" for none
    std::string summary = {};
    std::string approved_by = {};
    std::optional<Date> approved_on = {};
    std::optional<Date> valid_from = {};  ///< none: from ever
    std::optional<Date> valid_until = {}; ///< the last day; none: not known
    std::vector<std::string> specialisms = {};
    std::string code_file = {}; ///< `library`: a file name in the folder; "": no code, all of it is data
    std::vector<Requirement> requirements = {};
    std::vector<std::string> delivery_notes = {};
    std::vector<ShortForm> vocabulary = {};
    std::vector<std::string> sources = {};
};

inline constexpr int module_api = 1; ///< GUIDEPOST_ABI, as module.yaml says it

/// "1.4.0": one to four numbers; what a comparison of versions can stand on.
bool is_module_version(std::string_view text);

/// Throws Error{format} naming line and key. An `api` of another number is read: the catalogue refuses it,
/// with the module's name at hand.
ModuleManifest parse_module_manifest(std::string_view text);
ModuleManifest read_module_manifest(const std::filesystem::path& folder);

} // namespace guidepost::programme
