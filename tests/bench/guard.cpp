// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/guard.h"

#include "core/consultation/rules.h"
#include "core/privacy/guard.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/bench/timings.h"

#include <fmt/format.h>

#include <cstdio>

namespace guidepost::bench {
namespace {

constexpr std::uintmax_t largest_file = 1024 * 1024;
constexpr std::size_t texts = 400;

/// Line after line from `first` on, and from the start again, cut where a key was pressed last.
std::string text_from(const std::vector<std::string>& lines, std::size_t first, std::size_t bytes)
{
    std::string text;
    for (auto at = first; text.size() < bytes; ++at)
        text += lines[at % lines.size()] + "\n";
    text.resize(bytes);
    return text;
}

} // namespace

void time_guard(const std::filesystem::path& content, const std::filesystem::path& lines, std::size_t bytes)
{
    const auto words = privacy::read_guard_words(content);
    const auto flags = consultation::read_red_flags(content);
    const auto all = split(read_file(lines, largest_file), '\n');
    if (all.empty())
        throw Error{Errc::failure, "there are no lines to make a text of"};
    const Date today{std::chrono::year{2026} / 11 / 30};
    Timings timings;
    for (std::size_t i = 0; i < texts; ++i) {
        const auto text = text_from(all, i, bytes);
        const auto start = Clock::now();
        const auto marked = privacy::guard(text, words, today);
        const auto found = consultation::find_red_flags(text, flags);
        timings.add(Clock::now() - start, marked.identifiers.size() + marked.names.size() + found.size(),
                    fmt::format("text {}", i));
    }
    fmt::print(stderr, "{}\n", timings.summary());
}

} // namespace guidepost::bench
