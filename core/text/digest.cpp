// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/digest.h"

#include "core/text/error.h"

#include <sodium.h>

#include <array>
#include <cstring>

namespace guidepost {
namespace {

void ensure_sodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        throw Error{Errc::failure, "The cryptography library could not start on this computer."};
}

template <std::size_t N>
std::string hex(const std::array<unsigned char, N>& bytes)
{
    std::string text(N * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

} // namespace

std::string sha256(std::string_view bytes)
{
    ensure_sodium();
    std::array<unsigned char, crypto_hash_sha256_BYTES> sum{};
    crypto_hash_sha256(sum.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hex(sum);
}

std::uint64_t checksum(std::string_view bytes)
{
    static constexpr std::array<unsigned char, crypto_shorthash_KEYBYTES> key{'g', 'u', 'i', 'd', 'e',
                                                                              'p', 'o', 's', 't'};
    std::array<unsigned char, crypto_shorthash_BYTES> sum{};
    crypto_shorthash(sum.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     key.data());
    std::uint64_t value = 0;
    std::memcpy(&value, sum.data(), sizeof value);
    return value;
}

std::string uuid_v7(std::int64_t now_microseconds)
{
    ensure_sodium();
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    auto milliseconds = static_cast<std::uint64_t>(now_microseconds / 1000);
    for (std::size_t i = 6; i-- > 0; milliseconds >>= 8)
        bytes[i] = static_cast<unsigned char>(milliseconds & 0xFF);
    bytes[6] = static_cast<unsigned char>(0x70 | (bytes[6] & 0x0F));
    bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3F));
    auto text = hex(bytes);
    for (const std::size_t at : {20u, 16u, 12u, 8u})
        text.insert(at, "-");
    return text;
}

std::string random_key()
{
    ensure_sodium();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return hex(bytes);
}

std::string random_letters(std::string_view alphabet, std::size_t count)
{
    ensure_sodium();
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
    return text;
}

} // namespace guidepost
