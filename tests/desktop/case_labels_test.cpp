// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/cases/case_labels.h"

#include <set>

using namespace guidepost;
using namespace guidepost::desktop;

TEST_CASE("the form has every key of a case once, and a label for each", "[desktop]")
{
    std::set<std::string> names;
    for (const auto& section : case_sections()) {
        CHECK(std::string{section.title} != "Other");
        for (const auto* const key : section.keys) {
            CHECK(names.insert(key->name).second);
            CHECK_FALSE(case_label(*key).empty());
            CHECK(case_label(*key).find('_') == std::string::npos);
            for (const auto& word : key->words)
                CHECK_FALSE(case_word_label(*key, word).empty());
        }
    }
    CHECK(names.size() == case_keys().size());
}

TEST_CASE("no two fields of the form have the same label within a section", "[desktop]")
{
    for (const auto& section : case_sections()) {
        std::set<std::string> labels;
        for (const auto* const key : section.keys)
            CHECK(labels.insert(case_label(*key)).second);
    }
}

TEST_CASE("a reference is shown exactly as it is written", "[desktop]")
{
    for (const auto& key : case_keys())
        if (key.name == "reference")
            CHECK(case_word_label(key, "north-7k2") == "north-7k2");
}
