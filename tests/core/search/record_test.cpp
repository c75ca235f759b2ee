// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/record.h"
#include "core/text/error.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::search;

TEST_CASE("a record comes back as it was written", "[search]")
{
    Record record{"an-id", "Title", "Summary", "pack", "published", "risk", "topic", "2026-11-21"};
    record.sections.push_back({"Heading", "heading", 70'000, 70'003, std::string(100'000, 'x')});
    record.sections.push_back({});

    const auto back = read_record(write_record(record));

    REQUIRE(back.id == "an-id");
    REQUIRE(back.review_by == "2026-11-21");
    REQUIRE(back.sections.size() == 2);
    REQUIRE(back.sections[0].first == 70'000);
    REQUIRE(back.sections[0].text_from == 70'003);
    REQUIRE(back.sections[0].text.size() == 100'000);
}

TEST_CASE("any single damaged bit of a record is noticed", "[search]")
{
    Record record{"an-id", "Title", "Summary", "pack", "published", "risk", "topic", ""};
    record.sections.push_back({"Heading", "heading", 7, 9, "Some text."});
    const auto bytes = write_record(record);

    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        REQUIRE_THROWS_AS(read_record(damaged), Error);
    }
    for (std::size_t size = 0; size < bytes.size(); ++size)
        REQUIRE_THROWS_AS(read_record(std::string_view{bytes}.substr(0, size)), Error);
}
