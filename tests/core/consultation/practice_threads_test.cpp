// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/practice_threads.h"
#include "core/text/error.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::Office;

TEST_CASE("practice consultations are refused by their line when they cannot be", "[consultation]")
{
    Office office;
    test::TempDir dir;
    const auto put = [&](const std::string& text) {
        dir.write("practice/threads.yaml", text);
        return put_practice_threads(office.db(), dir.path(), test::shipped_rules(), office.everybody(),
                                    office.now);
    };
    const std::string request = "    request: {question: A?, decision: b, tried: c, priority: soon, "
                                "responsibility: advice, specialism: sexual-offending, days: 5}\n";
    for (const auto& text :
         {std::string{"version: 1\n"}, "threads:\n  - at: soon\n    who: officer-14\n" + request,
          "threads:\n  - at: \"1 10:00\"\n    who: trainer-1\n" + request,
          "threads:\n  - at: \"1 10:00\"\n    who: officer-14\n" + request +
              "    steps:\n      - {at: \"1 11:00\", who: offered, does: dance}\n"})
        CHECK_THROWS_AS(put(text), Error);
}
