// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/request/request.h"

#include "core/text/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guidepost::consultation {
namespace {

constexpr std::array priorities{
    std::pair{Priority::routine, std::string_view{"routine"}},
    std::pair{Priority::soon, std::string_view{"soon"}},
    std::pair{Priority::urgent, std::string_view{"urgent"}},
};
constexpr std::array responsibilities{
    std::pair{Responsibility::advice, std::string_view{"advice"}},
    std::pair{Responsibility::joint, std::string_view{"joint"}},
    std::pair{Responsibility::take_over, std::string_view{"take-over"}},
};

template <class Table, class Value>
std::string_view word_in(const Table& table, Value value)
{
    for (const auto& [entry, word] : table)
        if (entry == value)
            return word;
    return "";
}

template <class Value, class Table>
std::optional<Value> value_in(const Table& table, std::string_view wanted)
{
    for (const auto& [entry, word] : table)
        if (word == wanted)
            return entry;
    return std::nullopt;
}

/// Which specialism an offence type belongs to, the one that decides first.
constexpr std::array fields{
    std::pair{std::string_view{"sexual"}, std::string_view{"sexual-offending"}},
    std::pair{std::string_view{"online"}, std::string_view{"sexual-offending"}},
    std::pair{std::string_view{"domestic-abuse"}, std::string_view{"domestic-abuse"}},
    std::pair{std::string_view{"stalking"}, std::string_view{"domestic-abuse"}},
    std::pair{std::string_view{"terrorism"}, std::string_view{"extremism-and-hate"}},
    std::pair{std::string_view{"violence"}, std::string_view{"general-offending"}},
    std::pair{std::string_view{"general"}, std::string_view{"general-offending"}},
};

/// Where the first sentence ends, its mark included.
std::size_t sentence_end(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((text[at] == '?' || text[at] == '!' || text[at] == '.') &&
            (at + 1 == text.size() || text[at + 1] == ' '))
            return at + 1;
    return text.size();
}

} // namespace

std::string_view word_of(Priority priority)
{
    return word_in(priorities, priority);
}

std::string_view word_of(Responsibility responsibility)
{
    return word_in(responsibilities, responsibility);
}

std::optional<Priority> parse_priority(std::string_view word)
{
    return value_in<Priority>(priorities, word);
}

std::optional<Responsibility> parse_responsibility(std::string_view word)
{
    return value_in<Responsibility>(responsibilities, word);
}

std::vector<Missing> missing_from(const Request& request)
{
    std::vector<Missing> missing;
    const auto want_text = [&](const char* field, const std::string& text, const char* what) {
        if (trimmed(text).empty())
            missing.push_back({field, what});
        else if (text.size() > longest_text)
            missing.push_back({field, "This text is too long: a specialist needs a page, not the file."});
    };
    if (!request.is_danger)
        missing.push_back({"danger", "Say whether anybody is in immediate danger now: yes or no."});
    want_text("question", request.question, "Say what you want to know, as one question.");
    want_text("decision", request.decision, "Say what you have to decide.");
    if (!request.needed_by)
        missing.push_back({"needed_by", "Say by which day you need the answer."});
    want_text("tried", request.tried, "Say what you have tried, or that you have tried nothing yet.");
    if (!request.priority)
        missing.push_back({"priority", "Choose how soon it matters: routine, soon or urgent."});
    if (!request.responsibility)
        missing.push_back(
            {"responsibility", "Choose what you ask for: advice, joint work, or that somebody takes over."});
    if (specialism_of(request).empty())
        missing.push_back({"specialism", "Name the field, or say in the case what the offence is."});
    if (request.called && (trimmed(request.called->whom).empty() || trimmed(request.called->when).empty()))
        missing.push_back({"called", "Say whom you called, by role, and when."});
    return missing;
}

std::string title_of(const Request& request)
{
    auto text = trimmed(request.question);
    text = trimmed(text.substr(0, text.find('\n')));
    return shortened(text.substr(0, sentence_end(text)), 80);
}

std::string specialism_of(const Request& request)
{
    if (!request.specialism.empty())
        return request.specialism;
    for (const auto& [offence, specialism] : fields)
        if (std::find(request.profile.offence.begin(), request.profile.offence.end(), offence) !=
            request.profile.offence.end())
            return std::string{specialism};
    return "";
}

} // namespace guidepost::consultation
