// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guidepost {

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// A quick 64-bit sum that notices damage; no defence against an attacker.
std::uint64_t checksum(std::string_view bytes);

/// Sortable by time of making: RFC 9562 version 7, random beyond the millisecond.
std::string uuid_v7(std::int64_t now_microseconds);

/// 32 random bytes, not to be foreseen, as 64 lower-case hexadecimal digits.
std::string random_key();

/// `count` characters of `alphabet`, each as likely as the others and not to be foreseen.
std::string random_letters(std::string_view alphabet, std::size_t count);

} // namespace guidepost
