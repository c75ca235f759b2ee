// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/digest.h"
#include "tests/support/catch.h"

#include <set>

using namespace guidepost;

TEST_CASE("sha256 gives the published sums", "[values]")
{
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256(std::string_view{"a\0b", 3}) != sha256("a"));
}

TEST_CASE("the quick sum notices one changed bit", "[values]")
{
    std::string text(4096, 'x');
    const auto before = checksum(text);
    CHECK(checksum(text) == before);
    text[2048] = 'y';
    CHECK(checksum(text) != before);
}

TEST_CASE("ids made later sort later and none comes twice", "[values]")
{
    std::set<std::string> made;
    std::string last;
    for (std::int64_t moment = 1'700'000'000'000'000; moment < 1'700'000'002'000'000; moment += 1000) {
        const auto id = uuid_v7(moment);
        CHECK(id > last);
        last = id;
    }
    for (int i = 0; i < 2000; ++i)
        CHECK(made.insert(uuid_v7(1'700'000'000'000'000)).second);
}

TEST_CASE("an id says its version, its variant and its time", "[values]")
{
    const auto id = uuid_v7(0x0123456789ABll * 1000);
    REQUIRE(id.size() == 36);
    CHECK(id.substr(0, 13) == "01234567-89ab");
    CHECK(id[14] == '7');
    CHECK(std::string{"89ab"}.find(id[19]) != std::string::npos);
    for (const std::size_t hyphen : {8u, 13u, 18u, 23u})
        CHECK(id[hyphen] == '-');
}
