// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/rules.h"

#include "core/text/error.h"
#include "core/text/files.h"

#include <fmt/format.h>

namespace guidepost::consultation {
namespace {

constexpr std::uintmax_t largest_table = 2 * 1024 * 1024;

template <class Parse>
auto read(const std::filesystem::path& file, Parse&& parse)
{
    const auto text = read_file(file, largest_table);
    try {
        return parse(text);
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("{}: {}", file.filename().string(), e.what())};
    }
}

} // namespace

RedFlags read_red_flags(const std::filesystem::path& content)
{
    auto rules = read(content / "red-flags.yaml", [](const auto& text) { return RedFlags{text}; });
    return read(content / "danger-weights.tsv", [&](const auto& text) {
        return RedFlags{std::move(rules), DangerWeights{text}};
    });
}

Rules read_rules(const std::filesystem::path& content)
{
    return {WorkingTime{{}, read(content / "bank-holidays.tsv", parse_holidays)},
            read(content / "clocks.yaml", parse_clocks),
            read(content / "region-distances.tsv", [](const auto& text) { return RegionDistances{text}; }),
            read(content / "needs.yaml", parse_needs), read_red_flags(content)};
}

} // namespace guidepost::consultation
