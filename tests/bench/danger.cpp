// SPDX-License-Identifier: GPL-2.0-or-later
// What the readers of danger see of sentences and find in them. FILE has lines of "flag TAB sentence", where
// harmless or none is no danger.
//   features CONTENT FILE   "flag TAB rules TAB features TAB ..." a line: the flag that the rules tell first,
//   or
//                           none, and the features of each kind; script/danger-weights learns from them
//   check CONTENT FILE      how many are found and which flag is told first; what went wrong, line by line
#include "core/consultation/danger/danger_features.h"
#include "core/consultation/rules.h"
#include "core/text/core_files.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

namespace {

using namespace guidepost;
using namespace guidepost::consultation;

constexpr std::uintmax_t largest_file = 64 * 1024 * 1024;

struct Sentence {
    std::string flag = {};
    std::string text = {};

    bool is_harmless() const { return flag == "harmless" || flag == "none"; }
};

std::vector<Sentence> sentences_in(const std::filesystem::path& file)
{
    std::vector<Sentence> sentences;
    for (const auto& line : split(read_file(file, largest_file), '\n')) {
        const auto tab = line.find('\t');
        if (!line.starts_with('#') && tab != std::string::npos)
            sentences.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return sentences;
}

std::string first_of(const std::vector<RedFlagFinding>& found)
{
    return found.empty() ? "none" : found.front().flag->id;
}

void print_features(const std::filesystem::path& content, const std::filesystem::path& file)
{
    const RedFlags rules{read_file(content / "red-flags.yaml", largest_file)};
    for (const auto& [flag, text] : sentences_in(file)) {
        fmt::print("{}\t{}", flag, first_of(find_red_flags(text, rules)));
        const auto read = danger_text(text, rules);
        for (const auto& kind : danger_features(read, 0, read.words.size()))
            fmt::print("\t{}", join(kind, " "));
        fmt::print("\n");
    }
}

void check(const std::filesystem::path& content, const std::filesystem::path& file)
{
    const auto flags = read_red_flags(content);
    int dangerous = 0, found = 0, right = 0, harmless = 0, alarms = 0;
    for (const auto& sentence : sentences_in(file)) {
        const auto first = first_of(find_red_flags(sentence.text, flags));
        if (sentence.is_harmless()) {
            ++harmless;
            alarms += first != "none";
        } else {
            ++dangerous;
            found += first != "none";
            right += first == sentence.flag;
        }
        if (sentence.is_harmless() ? first != "none" : first != sentence.flag)
            fmt::print("{}, not {}: {}\n", first, sentence.flag, sentence.text);
    }
    fmt::print("{} of {} dangerous found, {} with the right flag first; {} of {} harmless\n", found,
               dangerous, right, alarms, harmless);
}

} // namespace

int main(int argc, char** argv)
try {
    guidepost::switch_off_core_files();
    const std::vector<std::string> words{argv + 1, argv + argc};
    if (words.size() == 3 && words[0] == "features")
        print_features(words[1], words[2]);
    else if (words.size() == 3 && words[0] == "check")
        check(words[1], words[2]);
    else {
        fmt::print(stderr, "usage: guidepost-danger features CONTENT FILE | check CONTENT FILE\n");
        return 2;
    }
    return 0;
} catch (const std::exception& e) {
    fmt::print(stderr, "guidepost-danger: {}\n", e.what());
    return 1;
}
