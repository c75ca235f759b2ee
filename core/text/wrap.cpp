// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/wrap.h"

#include "core/text/text.h"

#include <algorithm>
#include <cstdint>

namespace guidepost {
namespace {

constexpr std::size_t fewest_columns = 8;

struct Character {
    std::uint32_t code;
    std::size_t size; ///< bytes; 1 for one that is no UTF-8
};

Character character_at(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (size == 1 || at + size > text.size())
        return {lead, 1};
    std::uint32_t code = lead & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0) != 0x80) // or an escape sequence could hide behind a broken character
            return {lead, 1};
        code = code << 6 | (next & 0x3Fu);
    }
    return {code, size};
}

bool is_control(std::uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

bool turns_direction(std::uint32_t code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

bool is_combining(std::uint32_t code)
{
    return (code >= 0x0300 && code <= 0x036F) || code == 0x200B || code == 0x200C || code == 0x200D ||
           (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

/// Bytes of the longest start of `word` that fits; at least one character.
std::size_t fitting_bytes(std::string_view word, std::size_t width)
{
    std::size_t at = 0, used = 0;
    while (at < word.size()) {
        const auto [code, size] = character_at(word, at);
        const std::size_t wide = is_combining(code) ? 0 : 1;
        if (used + wide > width && at > 0)
            break;
        used += wide;
        at += size;
    }
    return at;
}

/// Collects words into lines.
class Lines {
public:
    Lines(std::size_t width, std::string_view first, std::string_view rest)
        : width_{width}, start_{first}, rest_{rest}
    {}

    void add(std::string_view word)
    {
        const bool is_address = word.find("://") != std::string_view::npos;
        auto wide = columns(word);
        if (used_ > 0 && used_ + 1 + wide <= room()) {
            line_ += ' ';
            ++used_;
        } else if (used_ > 0) {
            end();
        }
        while (!is_address && wide > room()) {
            const auto fitting = word.substr(0, fitting_bytes(word, room()));
            wide -= columns(fitting);
            word.remove_prefix(fitting.size());
            line_ += fitting;
            end();
        }
        line_ += word;
        used_ += wide;
    }

    void end()
    {
        if (!text_.empty() || started_)
            text_ += '\n';
        started_ = true;
        auto whole = std::string{start_} + line_;
        whole.resize(whole.find_last_not_of(' ') + 1);
        text_ += whole;
        start_ = rest_;
        line_.clear();
        used_ = 0;
    }

    std::string take() { return std::move(text_); }

private:
    std::size_t room() const
    {
        const auto taken = columns(start_);
        return width_ > taken + fewest_columns ? width_ - taken : fewest_columns;
    }

    std::size_t width_;
    std::string_view start_, rest_;
    std::string text_, line_;
    std::size_t used_ = 0;
    bool started_ = false;
};

} // namespace

std::string printable(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = character_at(text, at);
        if (code == '\t')
            result += ' ';
        else if (code == '\n' || !(is_control(code) || turns_direction(code)))
            result += text.substr(at, size);
        at += size;
    }
    return result;
}

std::size_t columns(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = character_at(text, at);
        count += is_combining(code) ? 0 : 1;
        at += size;
    }
    return count;
}

std::string wrapped(std::string_view text, std::size_t width, std::string_view first, std::string_view rest)
{
    Lines lines{width, first, rest};
    for (;;) {
        const auto line_end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, line_end);
        while (!line.empty()) {
            const auto space = std::min(line.find(' '), line.size());
            if (space > 0)
                lines.add(line.substr(0, space));
            line.remove_prefix(std::min(space + 1, line.size()));
        }
        lines.end();
        if (line_end == text.size())
            return lines.take();
        text.remove_prefix(line_end + 1);
    }
}

} // namespace guidepost
