// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/guard_marks.h"

#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace guidepost::desktop {
namespace {

bool continues(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Bytes of an ascending list of places, as characters.
class Characters {
public:
    explicit Characters(std::string_view text) : text_{text} {}
    std::size_t at(std::size_t byte)
    {
        for (; byte_ < byte && byte_ < text_.size(); ++byte_)
            if (!continues(text_[byte_]))
                ++characters_;
        // Within a character counts as behind it.
        return characters_;
    }

private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::size_t characters_ = 0;
};

} // namespace

std::vector<GuardMark> guard_marks(std::string_view text, Date today, const GuardWords* words)
{
    struct Place {
        std::size_t start, end;
        GuardMark mark;
    };
    std::vector<Place> places;
    for (const auto& finding : privacy::find_identifiers(text, today, words ? &words->known : nullptr))
        places.push_back(
            {finding.start,
             finding.end,
             {0, 0, std::string{privacy::name_of(finding.what)}, privacy::role_in_place_of(finding), false}});
    if (words)
        for (const auto& name : privacy::find_likely_names(text, words->roles, words->known))
            places.push_back({name.from, name.end, {0, 0, "perhaps a name", name.role, true}});
    std::stable_sort(places.begin(), places.end(), [](const Place& one, const Place& other) {
        return one.start != other.start ? one.start < other.start : !one.mark.is_soft && other.mark.is_soft;
    });
    std::vector<GuardMark> marks;
    Characters characters{text};
    std::size_t free = 0;
    for (auto& place : places) {
        if (place.start < free || place.end <= place.start)
            continue;
        free = place.end;
        place.mark.start = characters.at(place.start);
        place.mark.end = characters.at(place.end);
        marks.push_back(std::move(place.mark));
    }
    return marks;
}

std::size_t byte_of(std::string_view text, std::size_t character)
{
    std::size_t byte = 0;
    for (; character > 0 && byte < text.size(); --character)
        for (++byte; byte < text.size() && continues(text[byte]); ++byte) {
        }
    return byte;
}

std::string without_marks(std::string_view text, const std::vector<GuardMark>& marks, Replace which)
{
    std::string result;
    std::size_t done = 0;
    for (const auto& mark : marks) {
        if (mark.is_soft && which == Replace::identifiers)
            continue;
        const auto start = byte_of(text, mark.start);
        result += text.substr(done, start - done);
        result += mark.replacement;
        done = byte_of(text, mark.end);
    }
    result += text.substr(done);
    return result;
}

std::string guard_sentence(const std::vector<GuardMark>& marks)
{
    std::vector<std::string> order;
    std::map<std::string, int> counts;
    for (const auto& mark : marks)
        if (++counts[mark.what] == 1)
            order.push_back(mark.what);
    std::vector<std::string> parts;
    parts.reserve(order.size());
    for (const auto& what : order)
        parts.push_back(counts[what] == 1 ? what : fmt::format("{} ({} times)", what, counts[what]));
    return join(parts, ", ");
}

} // namespace guidepost::desktop
