// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/links.h"

#include "core/guidance/github_names.h"
#include "core/guidance/wikilinks.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <memory>

namespace guidepost::guidance {
namespace {

namespace fs = std::filesystem;

bool has_scheme(std::string_view target)
{
    const auto colon = target.find(':');
    return colon != std::string_view::npos && colon > 1 &&
           std::isalpha(static_cast<unsigned char>(target[0])) &&
           std::all_of(target.begin(), target.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
               return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '-' || c == '.';
           });
}

int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lowered = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lowered >= 'a' && lowered <= 'f' ? lowered - 'a' + 10 : -1;
}

/// "my%20file" -> "my file"; what is no UTF-8 then stays as it is.
std::string decoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_code = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                             hex_digit(text[i + 2]) >= 0;
        if (is_code) {
            result += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return first_invalid_utf8(result) ? std::string{text} : result;
}

/// The name of a page without its ending, as wikis compare it: "My_page.md" is "my page".
std::string page_name(std::string_view path)
{
    auto name = lower_ascii(path.substr(path.rfind('/') + 1));
    for (const std::string_view ending : {".md", ".markdown", ".mdown", ".mkd"})
        if (name.ends_with(ending)) {
            name.resize(name.size() - ending.size());
            break;
        }
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    return name;
}

std::string parent_of(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string{} : path.substr(0, slash);
}

/// Of links within the text and to names that are there anyway.
bool is_top(std::string_view name)
{
    return name.empty() || name == "top";
}

} // namespace

FolderLinks::FolderLinks(const std::vector<std::string>& paths, std::string folder, NamesOf names_of)
    : folder_{lower_ascii(folder)}, names_of_{std::move(names_of)}
{
    for (const auto& path : paths) {
        by_path_.emplace(lower_ascii(path), path);
        by_name_.emplace(page_name(path), path);
    }
}

std::optional<LedTo> FolderLinks::follow(const std::string& from, std::string_view target) const
{
    const bool is_wiki = target.starts_with(wiki_scheme);
    if (is_wiki)
        target.remove_prefix(wiki_scheme.size());
    else if (has_scheme(target) || target.starts_with("//"))
        return std::nullopt;
    const auto hash = target.find('#');
    const auto written = target.substr(0, hash);
    const auto name = hash == std::string_view::npos ? std::string{} : decoded(target.substr(hash + 1));
    LedTo led;
    if (written.empty())
        led.path = from;
    else
        led.path = is_wiki ? find_page(from, written)
                           : find_path(from, decoded(written.substr(0, written.find('?'))));
    if (led.path.empty())
        led.why_not =
            fmt::format("the link to \"{}\" leads to no text that was brought in; its words are shown",
                        shortened(target, 80));
    else if (!is_top(name))
        find_name(led, name, is_wiki);
    return led;
}

std::string FolderLinks::find_exactly(std::string path) const
{
    while (path.ends_with('/'))
        path.pop_back();
    if (path == ".")
        path.clear();
    path = lower_ascii(path);
    auto without_html = path;
    for (const std::string_view ending : {".html", ".htm"})
        if (without_html.ends_with(ending))
            without_html.resize(without_html.size() - ending.size());
    const auto inside = path.empty() ? std::string{} : path + "/";
    for (const auto& candidate : {path, path + ".md", without_html + ".md", path + ".markdown",
                                  inside + "index.md", inside + "readme.md", inside + "_index.md"})
        if (const auto found = by_path_.find(candidate); found != by_path_.end())
            return found->second;
    return {};
}

/// From the file's folder, as GitHub does; then from the root; then as sites do that make a folder of each
/// page.
std::string FolderLinks::find_path(const std::string& from, const std::string& target) const
{
    const bool is_from_root = target.starts_with('/');
    const auto relative = is_from_root ? target.substr(1) : target;
    std::vector<fs::path> bases;
    if (is_from_root)
        bases = {fs::path{}};
    else
        bases = {fs::path{parent_of(from)}, fs::path{from.substr(0, from.rfind('.'))}};
    for (const auto& base : bases) {
        auto path = (base / relative).lexically_normal().generic_string();
        bool leaves = false;
        while (path.starts_with("../")) {
            path.erase(0, 3);
            leaves = true;
        }
        if (!leaves)
            if (auto found = find_exactly(path); !found.empty())
                return found;
        const auto inside = folder_ + "/";
        if ((leaves || is_from_root) && lower_ascii(path).starts_with(inside))
            if (auto found = find_exactly(path.substr(inside.size())); !found.empty())
                return found;
    }
    return {};
}

/// The page of that name that is nearest: in the same folder, else with the shortest path.
std::string FolderLinks::find_page(const std::string& from, std::string_view name) const
{
    const auto wanted = lower_ascii(trimmed(name));
    const auto [first, last] = by_name_.equal_range(page_name(wanted));
    const auto folder = wanted.find('/') == std::string::npos ? std::string{} : parent_of(wanted);
    const std::string* best = nullptr;
    for (auto at = first; at != last; ++at) {
        const auto& path = at->second;
        const auto parent = lower_ascii(parent_of(path));
        if (!folder.empty() && parent != folder && !parent.ends_with("/" + folder))
            continue;
        if (parent_of(path) == parent_of(from))
            return path;
        if (!best || path.size() < best->size() || (path.size() == best->size() && path < *best))
            best = &path;
    }
    return best ? *best : std::string{};
}

void FolderLinks::find_name(LedTo& led, std::string_view name, bool is_wiki) const
{
    if (is_wiki && name.starts_with('^'))
        return; // a paragraph of its own: the page is near enough
    const auto wanted = is_wiki ? github_name(name.substr(name.rfind('#') + 1)) : std::string{name};
    const auto names = names_of_(led.path);
    auto found =
        std::find_if(names.begin(), names.end(), [&](const Name& one) { return one.name == wanted; });
    if (found == names.end())
        found = std::find_if(names.begin(), names.end(), [&, lowered = lower_ascii(wanted)](const Name& one) {
            return lower_ascii(one.name) == lowered || one.anchor == lowered;
        });
    if (found != names.end())
        led.anchor = found->anchor;
    else
        led.why_not = fmt::format("the link to \"#{}\" names no heading of {}; it leads to the beginning",
                                  shortened(name, 60), led.path);
}

LinkTargets link_targets(Library& library, const Article& article)
{
    LinkTargets targets;
    const auto document = read_document(article.text);
    const auto is_ours = [](const Link& link) {
        return link.target.starts_with(wiki_scheme) ||
               (!has_scheme(link.target) && !link.target.starts_with("//"));
    };
    if (std::none_of(document.body.links.begin(), document.body.links.end(), is_ours))
        return targets;
    std::vector<std::string> paths;
    std::unordered_map<std::string, ArticleId> ids;
    for (const auto& listed : library.list_source(article.source))
        if (listed.state != ArticleState::withdrawn && ids.try_emplace(listed.path, listed.id).second)
            paths.push_back(listed.path);
    std::unordered_map<std::string, std::vector<Name>> known{{article.path, document.body.names}};
    const auto names_of = [&](const std::string& path) {
        const auto [at, is_new] = known.try_emplace(path);
        if (is_new)
            if (const auto other = library.find(ids[path]))
                at->second = read_document(other->text).body.names;
        return at->second;
    };
    std::string folder;
    if (const auto source = library.find_source(article.source))
        folder = fs::path{source->root}.filename().string();
    const FolderLinks links{paths, folder, names_of};
    for (const auto& link : document.body.links) {
        const auto led = links.follow(article.path, link.target);
        if (!led || led->path.empty())
            continue;
        const auto anchor = led->anchor.empty() ? "" : "#" + led->anchor;
        if (led->path == article.path)
            targets[link.target] = anchor.empty() ? "#" : anchor;
        else
            targets[link.target] = "kb:" + ids[led->path].value() + anchor;
    }
    return targets;
}

} // namespace guidepost::guidance
