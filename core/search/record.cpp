// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/record.h"

#include "core/text/digest.h"
#include "core/text/error.h"

#include <array>
#include <cstring>

namespace guidepost::search {
namespace {

constexpr std::array texts{&Record::id,     &Record::title,     &Record::summary,
                           &Record::source, &Record::state,     &Record::owner,
                           &Record::kind,   &Record::review_by, &Record::path};

void put(std::string& out, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        out += static_cast<char>(number | 0x80);
    out += static_cast<char>(number);
}

void put(std::string& out, const std::string& text)
{
    put(out, text.size());
    out += text;
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_{bytes} {}

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        fail();
    }

    std::string text()
    {
        const auto size = number();
        if (size > rest_.size())
            fail();
        std::string value{rest_.substr(0, size)};
        rest_.remove_prefix(size);
        return value;
    }

    [[noreturn]] static void fail()
    {
        throw Error{Errc::search, "The index is damaged: a stored result is unreadable."};
    }

private:
    std::string_view rest_;
};

} // namespace

std::string write_record(const Record& record)
{
    std::string body;
    for (const auto member : texts)
        put(body, record.*member);
    put(body, record.sections.size());
    for (const auto& section : record.sections) {
        put(body, section.heading);
        put(body, section.anchor);
        put(body, section.first);
        put(body, section.text_from - section.first);
        put(body, section.text);
    }
    const auto sum = checksum(body);
    std::string bytes(sizeof sum, '\0');
    std::memcpy(bytes.data(), &sum, sizeof sum);
    return bytes + body;
}

Record read_record(std::string_view bytes)
{
    std::uint64_t sum = 0;
    if (bytes.size() < sizeof sum)
        Reader::fail();
    std::memcpy(&sum, bytes.data(), sizeof sum);
    bytes.remove_prefix(sizeof sum);
    if (checksum(bytes) != sum)
        Reader::fail();
    Reader reader{bytes};
    Record record;
    for (const auto member : texts)
        record.*member = reader.text();
    const auto count = reader.number();
    if (count > bytes.size())
        Reader::fail();
    record.sections.resize(count);
    for (auto& section : record.sections) {
        section.heading = reader.text();
        section.anchor = reader.text();
        section.first = reader.number();
        section.text_from = section.first + reader.number();
        section.text = reader.text();
    }
    return record;
}

} // namespace guidepost::search
