// SPDX-License-Identifier: GPL-2.0-or-later
// Which room may look into which. The arrows are data: a new room is a line of the table.
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>
#include <string>
#include <vector>

using namespace guidepost;
namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

namespace {

/// A room and the rooms it may include, itself apart. A file belongs to the longest name it starts with.
struct Room {
    std::string name;
    Paths may_use;
};

const Paths below_the_shell{"core",
                            "ui/desktop/links",
                            "ui/desktop/people",
                            "ui/desktop/platform",
                            "ui/desktop/widgets",
                            "ui/desktop/words"};

Paths joined(Paths some, const Paths& others)
{
    some.insert(some.end(), others.begin(), others.end());
    return some;
}

/// What a page of the window may use beside what stands below the shell.
Paths with(const Paths& rooms)
{
    return joined(rooms, below_the_shell);
}

/// What a part of consultations may use beside the subjects below them.
Paths with_subjects(const Paths& rooms)
{
    return joined(rooms, {"core/guidance", "core/people", "core/privacy", "core/programme", "core/store",
                          "core/text", "core/values"});
}

const std::vector<Room>& rooms()
{
    static const std::vector<Room> table{
        {"core/text", {}},
        {"core/values", {"core/text"}},
        {"core/store", {"core/text", "core/values"}},
        {"core/privacy", {"core/text", "core/values"}},
        {"core/journal", {"core/privacy", "core/store", "core/text", "core/values"}},
        {"core/guidance", {"core/store", "core/text", "core/values"}},
        {"core/people", {"core/store", "core/text", "core/values"}},
        {"core/programme/packs",
         {"core/guidance", "core/store", "core/text", "core/values",
          "plugins/api"}}, // the version of the API
        {"core/programme/exchange",
         {"core/guidance", "core/programme/packs", "core/text", "core/values", "plugins/api"}},
        {"core/programme/plans",
         {"core/guidance", "core/programme/exchange", "core/programme/packs", "core/text", "core/values"}},
        {"core/programme/rules",
         {"core/guidance", "core/programme/exchange", "core/programme/packs", "core/programme/plans",
          "core/text", "core/values"}},
        {"core/programme/host",
         {"core/programme/exchange", "core/programme/packs", "core/text", "core/values", "plugins/api"}},
        {"core/programme", {"core/guidance", "core/store", "core/text", "core/values", "plugins/api"}},
        {"core/consultation/danger", with_subjects({})},
        {"core/consultation/request", with_subjects({"core/consultation/danger"})},
        {"core/consultation/routing", with_subjects({"core/consultation/request"})},
        {"core/consultation/thread", with_subjects({"core/consultation/request", "core/consultation/routing",
                                                    "core/consultation/rules.h"})},
        {"core/consultation", with_subjects({})},
        {"core/oversight",
         {"core/guidance", "core/people", "core/programme", "core/consultation", "core/store", "core/text",
          "core/values"}},
        {"core/search", {"core/guidance", "core/store", "core/text", "core/values"}},
        {"core/pages",
         {"core/consultation", "core/guidance", "core/people", "core/programme", "core/search", "core/store",
          "core/text", "core/values"}},
        {"core/desk",
         {"core/consultation", "core/guidance", "core/journal", "core/people", "core/privacy",
          "core/programme", "core/search", "core/store", "core/text", "core/values"}},
        {"core/usecases", {"core"}},
        {"ui", {"core"}},
        {"ui/terminal", {"core"}},
        {"ui/desktop/words", {"core", "ui/text.h"}},
        {"ui/desktop/links", {"core"}},
        {"ui/desktop/platform", {"core", "ui/desktop/words"}},
        {"ui/desktop/widgets", {"core", "ui/desktop/links", "ui/desktop/platform", "ui/desktop/words"}},
        {"ui/desktop/people",
         {"core", "ui/desktop/links", "ui/desktop/platform", "ui/desktop/widgets", "ui/desktop/words"}},
        {"ui/desktop/shell", below_the_shell},
        {"ui/desktop/cases", with({"ui/desktop/shell"})},
        {"ui/desktop/search", with({"ui/desktop/cases", "ui/desktop/shell"})},
        {"ui/desktop/consultations", with({"ui/desktop/cases", "ui/desktop/shell"})},
        {"ui/desktop/programmes", with({"ui/desktop/cases", "ui/desktop/shell"})},
        {"ui/desktop/modules", with({"ui/desktop/shell"})},
        {"ui/desktop/drafts", with({"ui/desktop/consultations", "ui/desktop/shell"})}, // begun from answers
        {"ui/desktop/frame", {"core", "ui/desktop"}},
        {"ui/desktop", {"core", "ui/text.h"}},
        {"plugins/api", {}},
        {"plugins/host", {"plugins/api"}},
        {"tests", {"core", "ui", "plugins", "tests"}},
    };
    return table;
}

/// A header of somebody else's and the only places that may see it.
struct Engine {
    std::string header; ///< the header itself or, with '/' at the end, everything below
    Paths places;
};

const std::vector<Engine>& engines()
{
    static const std::vector<Engine> table{
        {"wx/", {"ui/desktop", "ui/text.h", "ui/text.cpp", "tests/desktop"}},
        {"gtk/", {"ui/desktop", "tests/desktop"}},
        {"webkit2/", {"ui/desktop", "tests/desktop"}},
        {"CLI/", {"ui/terminal"}},
        {"xapian.h", {"core/search", "tests/core/search", "tests/bench"}},
        {"sqlite3.h", {"core/store", "tests/core/store", "tests/bench"}},
        {"SQLiteCpp/", {"core/store", "tests/core/store"}},
        {"libpq-fe.h", {"core/store", "tests/core/store"}},
        {"cmark.h", {"core/guidance", "tests/core/guidance"}},
        {"kainjow/", {"core/pages", "tests/core/pages"}},
        {"mustache.hpp", {"core/pages", "tests/core/pages"}},
        {"yaml-cpp/", {"core/guidance", "core/text", "tests/core/guidance", "tests/core/text"}},
        {"seccomp.h", {"plugins/host"}},
        {"archive.h", {"core/programme", "tests/core/programme"}},
        {"archive_entry.h", {"core/programme", "tests/core/programme"}},
        {"linux/landlock.h", {"plugins/host"}},
        {"dlfcn.h", {"plugins/host", "ui/desktop", "tests"}},
    };
    return table;
}

bool is_under(std::string_view path, std::string_view folder)
{
    return path == folder ||
           (path.starts_with(folder) && (folder.ends_with('/') || path[folder.size()] == '/'));
}

bool is_under_any(std::string_view path, const Paths& folders)
{
    return std::any_of(folders.begin(), folders.end(), [&](const auto& f) { return is_under(path, f); });
}

/// A module, plugins/<name>, is a room of its own without a line in the table.
Room room_of(const std::string& path)
{
    const Room* best = nullptr;
    for (const auto& room : rooms())
        if (is_under(path, room.name) && (!best || room.name.size() > best->name.size()))
            best = &room;
    if (!best && path.starts_with("plugins/"))
        return {path.substr(0, path.find('/', 8)), {"plugins/api"}};
    return best ? *best : Room{};
}

/// What is wrong with the includes of `text`, were it the file `path` of the source tree.
Paths complaints(const std::string& path, const std::string& text)
{
    static const std::regex include{R"(^\s*#\s*(?:include|import|include_next)\s*[<"]([^">]+)[">])"};
    static constexpr std::array<std::string_view, 4> ours{"core/", "ui/", "plugins/", "tests/"};
    Paths found;
    const auto room = room_of(path);
    if (room.name.empty())
        found.push_back(fmt::format("{}: belongs to no room", path));
    std::size_t number = 0;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        const auto line = text.substr(start, end - start);
        start = end + 1;
        ++number;
        std::smatch match;
        if (!std::regex_search(line, match, include))
            continue;
        std::string header = match[1];
        const auto complain = [&](const std::string& what) {
            found.push_back(fmt::format("{}:{}: {} {}", path, number, header, what));
        };
        for (const auto& engine : engines())
            if ((engine.header.ends_with('/') ? header.starts_with(engine.header)
                                              : header == engine.header) &&
                !is_under_any(path, engine.places))
                complain("is only for " + join(engine.places, ", "));
        if (header.find("..") != std::string::npos)
            complain("climbs out of its folder: write the path from the top");
        if (std::none_of(ours.begin(), ours.end(), [&](auto top) { return header.starts_with(top); }))
            continue;
        if (!is_under(header, room.name) && !is_under_any(header, room.may_use))
            complain(fmt::format("turns an arrow: {} may not use it", room.name));
    }
    return found;
}

bool is_source(const fs::path& file)
{
    static constexpr std::array<std::string_view, 5> endings{".h", ".hpp", ".cpp", ".c", ".inc"};
    return std::find(endings.begin(), endings.end(), file.extension().string()) != endings.end();
}

} // namespace

TEST_CASE("every include of the source tree follows the arrows", "[house]")
{
    const auto top = test::source_file("");
    Paths found;
    std::size_t files = 0;
    for (const char* folder : {"core", "ui", "plugins", "tests"}) {
        if (!fs::exists(top / folder))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator{top / folder}) {
            if (!entry.is_regular_file() || !is_source(entry.path()))
                continue;
            ++files;
            const auto path = fs::relative(entry.path(), top).generic_string();
            for (auto& complaint : complaints(path, read_file(entry.path(), 10'000'000)))
                found.push_back(std::move(complaint));
        }
    }
    INFO(join(found, "\n"));
    CHECK(found.empty());
    CHECK(files > 50); // that the tree was looked at at all
}

TEST_CASE("an include that turns an arrow is found", "[house]")
{
    const auto is_refused = [](const std::string& path, const std::string& text) {
        return complaints(path, text).size() == 1;
    };
    CHECK(is_refused("core/guidance/a.cpp", "#include \"ui/desktop/frame.h\"\n"));
    CHECK(is_refused("core/values/a.h", "#include \"core/store/store.h\"\n"));
    CHECK(is_refused("core/store/a.cpp", "#include \"core/guidance/article.h\"\n"));
    CHECK(is_refused("core/search/a.cpp", "#include \"core/desk/desk.h\"\n"));
    CHECK(is_refused("core/guidance/a.cpp", "#include \"core/search/query.h\"\n"));
    CHECK(is_refused("core/pages/a.cpp", "#include \"core/desk/desk.h\"\n"));
    CHECK(is_refused("core/guidance/a.cpp", "#include \"plugins/api/guidepost_module.h\"\n"));
    CHECK(is_refused("core/programme/a.cpp", "#include \"plugins/host/host.h\"\n"));
    CHECK(is_refused("plugins/host/a.cpp", "#include \"core/values/text.h\"\n"));
    CHECK(is_refused("plugins/toolkits/a.cpp", "#include \"core/values/text.h\"\n"));
    CHECK(is_refused("plugins/toolkits/a.cpp", "#include \"plugins/building-choices/a.h\"\n"));
    CHECK(is_refused("ui/terminal/a.cpp", "#include \"ui/desktop/frame.h\"\n"));
    CHECK(is_refused("core/desk/a.cpp", "#include \"tests/support/temp_dir.h\"\n"));
    CHECK(is_refused("core/guidance/a.cpp", "#include \"../search/query.h\"\n"));
    CHECK(is_refused("core/new-room/a.cpp", ""));

    SECTION("however it is written")
    {
        CHECK(is_refused("core/values/a.h", "  #  include <core/store/store.h>"));
        CHECK(is_refused("core/values/a.h", "// first\n#include\t\"core/store/store.h\" // why\r\n"));
        CHECK(complaints("core/values/a.h", "\n\n#include \"core/store/store.h\"") ==
              Paths{"core/values/a.h:3: core/store/store.h turns an arrow: core/values may not use it"});
    }
    SECTION("and one that follows them is not")
    {
        const auto is_taken = [](const std::string& path, const std::string& text) {
            return complaints(path, text).empty();
        };
        CHECK(is_taken("ui/terminal/a.cpp", "#include \"core/desk/desk.h\"\n#include \"ui/terminal/b.h\"\n"));
        CHECK(is_taken("core/programme/a.cpp", "#include \"plugins/api/guidepost_module.h\"\n"));
        CHECK(is_taken("plugins/toolkits/a.cpp",
                       "#include \"plugins/api/guidepost_module.hpp\"\n#include \"plugins/toolkits/b.h\"\n"));
        CHECK(is_taken("core/search/a.cpp", "#include \"core/guidance/library.h\"\n#include <vector>\n"));
        CHECK(is_taken("core/values/a.cpp", "// #include \"core/store/store.h\"\n"));
    }
}

TEST_CASE("an engine's header outside its room is found", "[house]")
{
    const auto is_refused = [](const std::string& path, const std::string& header) {
        return complaints(path, "#include <" + header + ">\n").size() == 1;
    };
    CHECK(is_refused("core/guidance/a.cpp", "xapian.h"));
    CHECK(is_refused("core/guidance/a.cpp", "sqlite3.h"));
    CHECK(is_refused("core/search/a.cpp", "SQLiteCpp/Database.h"));
    CHECK(is_refused("core/search/a.cpp", "libpq-fe.h"));
    CHECK(is_refused("core/pages/a.cpp", "cmark.h"));
    CHECK(is_refused("ui/desktop/a.cpp", "kainjow/mustache.hpp"));
    CHECK(is_refused("core/pages/a.cpp", "wx/string.h"));
    CHECK(is_refused("ui/terminal/a.cpp", "wx/string.h"));
    CHECK(is_refused("ui/other.cpp", "wx/string.h"));
    CHECK(is_refused("core/search/a.cpp", "yaml-cpp/yaml.h"));
    CHECK(is_refused("tests/terminal/a.cpp", "xapian.h"));

    CHECK_FALSE(is_refused("core/search/a.cpp", "xapian.h"));
    CHECK_FALSE(is_refused("core/store/a.cpp", "SQLiteCpp/Database.h"));
    CHECK_FALSE(is_refused("core/guidance/a.cpp", "cmark.h"));
    CHECK_FALSE(is_refused("core/pages/a.cpp", "kainjow/mustache.hpp"));
    CHECK_FALSE(is_refused("core/text/a.cpp", "yaml-cpp/yaml.h"));
    CHECK_FALSE(is_refused("ui/desktop/search/a.cpp", "wx/string.h"));
}
