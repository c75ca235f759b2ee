// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace guidepost {
namespace {

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// U+00C0 to U+00FF without their accents, in order; a blank is dropped.
constexpr std::string_view latin1_base = "aaaaaaaceeeeiiiidnooooo ouuuuyts"
                                         "aaaaaaaceeeeiiiidnooooo ouuuuyty";

} // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t size = text.size();
    std::size_t i = 0;
    while (i < size) {
        const unsigned char lead = bytes[i];
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || i + length > size)
            return i;
        std::uint32_t code = lead & (0xFFu >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            if ((bytes[i + k] & 0xC0) != 0x80)
                return i;
            code = code << 6 | (bytes[i + k] & 0x3Fu);
        }
        static constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
        if (code < smallest.at(length) || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
            return i;
        i += length;
    }
    return std::nullopt;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string lower_ascii(std::string_view text)
{
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), lowered);
    return result;
}

std::vector<DataLine> data_lines(std::string_view text)
{
    std::vector<DataLine> lines;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = trimmed(text.substr(at, end - at));
        at = end + 1;
        ++number;
        if (!line.empty() && line.front() != '#')
            lines.push_back({number, line});
    }
    return lines;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto at = std::min(text.find(separator), text.size());
        if (at > 0)
            parts.emplace_back(text.substr(0, at));
        text.remove_prefix(std::min(at + 1, text.size()));
    }
    return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string result;
    for (const auto& part : parts) {
        if (!result.empty())
            result += separator;
        result += part;
    }
    return result;
}

std::string slug(std::string_view text)
{
    std::string result;
    const auto hyphen = [&] {
        if (!result.empty() && result.back() != '-')
            result += '-';
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = lowered(text[i]);
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            result += c;
        } else if (byte == 0xC3 && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[++i]);
            if (next >= 0x80 && next <= 0xBF && latin1_base[next - 0x80u] != ' ')
                result += latin1_base[next - 0x80u];
        } else if (byte < 0x80 && c != '\'') {
            hyphen(); // an apostrophe joins: "didn't" is one word
        }
    }
    if (!result.empty() && result.back() == '-')
        result.pop_back();
    return result;
}

std::string spaced(std::string slug)
{
    std::replace(slug.begin(), slug.end(), '-', ' ');
    std::replace(slug.begin(), slug.end(), '_', ' ');
    return slug;
}

bool is_slug(std::string_view text)
{
    return !text.empty() && text.size() <= 200 && text.front() != '-' && text.back() != '-' &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string shortened(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return std::string{text};
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    const auto space = text.rfind(' ', bytes);
    if (space != std::string_view::npos && space + 20 > bytes)
        bytes = space;
    return std::string{trimmed(text.substr(0, bytes))} + "\u2026";
}

std::size_t word_count(std::string_view text)
{
    std::size_t words = 0;
    bool counted = false;
    for (const char c : text) {
        if (is_space(c)) {
            counted = false;
        } else if (!counted) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0x80 || (lowered(c) >= 'a' && lowered(c) <= 'z') || (c >= '0' && c <= '9')) {
                ++words;
                counted = true;
            }
        }
    }
    return words;
}

} // namespace guidepost
