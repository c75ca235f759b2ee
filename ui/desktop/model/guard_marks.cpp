// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/model/guard_marks.h"

#include "core/values/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace guidepost::desktop {
namespace {

using consultation::PersonalData;

bool continues(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string replacement_of(PersonalData what)
{
    switch (what) {
    case PersonalData::postcode:
        return "[postcode removed]";
    case PersonalData::date_of_birth:
        return "[date of birth removed]";
    case PersonalData::phone:
        return "[phone removed]";
    case PersonalData::email:
        return "[email removed]";
    default:
        return "[number removed]";
    }
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

std::vector<GuardMark> guard_marks(std::string_view text, Date today)
{
    std::vector<GuardMark> marks;
    Characters characters{text};
    for (const auto& finding : consultation::find_identifiers(text, today)) {
        const auto start = characters.at(finding.start);
        marks.push_back({start, characters.at(finding.end), std::string{consultation::name_of(finding.what)},
                         replacement_of(finding.what), false});
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
