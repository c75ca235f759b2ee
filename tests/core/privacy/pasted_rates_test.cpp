// SPDX-License-Identifier: GPL-2.0-or-later
// How much of what people really paste the guard finds, by kind, and how often it cries wolf over the
// writing of the field. The rates are printed.
#include "core/privacy/guard.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/core/privacy/pasted_lines.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

using namespace guidepost;
using namespace guidepost::privacy;

namespace {

const Date today = *parse_date("2026-11-22");
constexpr std::size_t lines_of_a_half = 400;

const GuardWords& shipped()
{
    static const auto words = read_guard_words(test::source_file("content"));
    return words;
}

/// A mark covers all of it, and little more: a title or a word of relation before it, not the sentence.
bool is_marked(std::size_t first, std::size_t last, std::size_t start, std::size_t end)
{
    constexpr std::size_t slack_before = 16, slack_after = 4;
    return start <= first && end >= last && start + slack_before >= first && end <= last + slack_after;
}

bool is_found(const test::PastedLine& line)
{
    const auto found = guard(line.text, shipped(), today);
    return std::all_of(line.private_parts.begin(), line.private_parts.end(), [&](const auto& part) {
        const auto marks = [&](const auto& one) {
            return is_marked(part.first, part.second, one.start, one.end);
        };
        return test::is_kind_of_name(line.kind)
                   ? std::any_of(found.names.begin(), found.names.end(), marks)
                   : std::any_of(found.identifiers.begin(), found.identifiers.end(), marks);
    });
}

struct Rate {
    std::size_t lines = 0, found = 0;
    double part() const { return static_cast<double>(found) / static_cast<double>(lines); }
};

struct HalfRates {
    Rate identifiers, names;
    std::string missed; ///< of the tuned half alone is it to be read
};

HalfRates rates_of(const char* which, const test::PastedHalf& half, unsigned seed)
{
    std::map<std::string_view, Rate> by_kind;
    HalfRates rates;
    for (const auto& line : test::pasted_lines(half, lines_of_a_half, seed)) {
        const auto is_one_found = is_found(line);
        for (auto* rate :
             {&by_kind[line.kind], test::is_kind_of_name(line.kind) ? &rates.names : &rates.identifiers}) {
            ++rate->lines;
            rate->found += is_one_found ? 1 : 0;
        }
        if (!is_one_found)
            rates.missed += fmt::format("{}: {}\n", line.kind, line.text);
    }
    for (const auto& [kind, rate] : by_kind)
        std::cout << fmt::format("guard, {} half: {} of {} found of kind \"{}\"\n", which, rate.found,
                                 rate.lines, kind);
    std::cout << fmt::format("guard, {} half: identifiers {:.3f}, names {:.3f}\n", which,
                             rates.identifiers.part(), rates.names.part());
    return rates;
}

/// Sentences of prose: headings, lists and tables in their parts, front matter and keys left out.
std::vector<std::string> sentences_of(const std::filesystem::path& file)
{
    const auto text = read_file(file, 1 << 20);
    const auto body = file.extension() == ".md" ? text.find("\n---\n", 4) : std::string::npos;
    std::vector<std::string> sentences;
    for (std::string_view line :
         split(std::string_view{text}.substr(body == std::string::npos ? 0 : body + 5), '\n')) {
        if (line.starts_with("#") && file.extension() != ".md")
            continue;
        for (std::size_t at = 0; at < line.size();) {
            const auto end = std::min(line.find(". ", at), line.size());
            if (const auto sentence = trimmed(line.substr(at, end - at)); !sentence.empty())
                sentences.emplace_back(sentence);
            at = end + 2;
        }
    }
    return sentences;
}

} // namespace

TEST_CASE("what people paste is found, in sentences the guard was tuned on", "[privacy]")
{
    const auto rates = rates_of("tuned", test::tuned_half(), 20261201);
    INFO(rates.missed);
    CHECK(rates.identifiers.part() >= 0.98);
    CHECK(rates.names.part() >= 0.92);
}

TEST_CASE("what people paste is found, in sentences kept out of tuning", "[privacy]")
{
    const auto rates = rates_of("kept-out", test::kept_half(), 20261202);
    CHECK(rates.identifiers.part() >= 0.98);
    CHECK(rates.names.part() >= 0.92);
}

TEST_CASE("at most 1 in 100 sentences of practice writing raises an alarm", "[privacy]")
{
    const auto alarms_in = [](const char* what, const std::vector<std::filesystem::path>& files) {
        std::size_t count = 0, with_alarm = 0;
        std::string alarms;
        for (const auto& file : files)
            for (const auto& sentence : sentences_of(file)) {
                ++count;
                const auto found = guard(sentence, shipped(), today);
                with_alarm += found.is_clean() ? 0 : 1;
                for (const auto& one : found.identifiers)
                    alarms += fmt::format("{} [{}] <- {}\n", word_of(one.what),
                                          sentence.substr(one.start, one.end - one.start), sentence);
                for (const auto& one : found.names)
                    alarms += fmt::format("{} [{}] <- {}\n", word_of(one.clue),
                                          sentence.substr(one.start, one.end - one.start), sentence);
            }
        std::cout << fmt::format("guard: {} of {} sentences of {} raise an alarm\n", with_alarm, count, what);
        INFO(alarms);
        CHECK(count >= 100);
        CHECK(with_alarm * 100 <= count);
    };
    const auto files_of = [](const char* folder) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator{test::source_file(folder)})
            files.push_back(entry.path());
        return files;
    };
    alarms_in("guidance", files_of("content/guidance"));
    alarms_in("practice consultations", {test::source_file("content/practice/threads.yaml")});
    alarms_in("ordinary questions", {test::source_file("tests/data/ordinary-questions.txt")});
}
