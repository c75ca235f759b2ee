// SPDX-License-Identifier: GPL-2.0-or-later
// Where the links of a folder of texts lead: "second.md#the-steps", "[[second]]", "#risk--needs". They were
// written for GitHub, a wiki or a site; here they lead to the article that the file became.
#pragma once

#include "core/guidance/library.h"
#include "core/guidance/markdown.h"
#include "core/guidance/problem.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost::guidance {

/// Where a link leads within its folder.
struct LedTo {
    std::string path = {};    ///< of a file; "" when it leads nowhere
    std::string anchor = {};  ///< of the article; "" for its beginning
    std::string why_not = {}; ///< "leads to plan.md, which is not here"; may stand beside a path
};

class FolderLinks {
public:
    /// `names_of` is asked for the names of a file when a link has one. `folder` is the name of the folder
    /// that was brought in: links from its root may begin with it.
    using NamesOf = std::function<std::vector<Name>(const std::string& path)>;
    FolderLinks(const std::vector<std::string>& paths, std::string folder, NamesOf names_of);

    /// Nothing for a target that is not for us: https, mailto, kb.
    std::optional<LedTo> follow(const std::string& from, std::string_view target) const;

private:
    std::string find_path(const std::string& from, const std::string& target) const;
    std::string find_exactly(std::string path) const;
    std::string find_page(const std::string& from, std::string_view name) const;
    void find_name(LedTo& led, std::string_view name, bool is_wiki) const;

    std::unordered_map<std::string, std::string> by_path_;      ///< in small letters -> as it is
    std::unordered_multimap<std::string, std::string> by_name_; ///< the last part without ending
    std::string folder_;
    NamesOf names_of_;
};

/// Of an imported article, for its page: what is written -> "kb:id#anchor" or "#anchor". Asks the library
/// for the texts that links with a name lead to.
LinkTargets link_targets(Library& library, const Article& article);

} // namespace guidepost::guidance
