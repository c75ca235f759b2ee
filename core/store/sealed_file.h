// SPDX-License-Identifier: GPL-2.0-or-later
// A file that only a passphrase opens.
//
//   "guidepost-sealed-1\n"
//   operations, memory  two 64-bit numbers, least byte first: the cost of Argon2id
//   salt                16 bytes
//   header              24 bytes of libsodium's secretstream (XChaCha20-Poly1305)
//   pieces              64 KiB of content each, 17 bytes longer sealed; the last one is marked as such
//
// A file that was cut, turned round or changed in any byte does not open. The first lines are sealed
// with every piece too, so that the cost cannot be lowered behind somebody's back.
#pragma once

#include <filesystem>
#include <string>

namespace guidepost::store {

/// Quick is for tests only.
enum class KeyCost { strong, quick };

/// Writes beside `sealed` first and puts it in place in one step, readable by its owner alone, on disk
/// when it returns. Throws Error{storage}.
void seal_file(const std::filesystem::path& content, const std::filesystem::path& sealed,
               const std::string& passphrase, KeyCost cost = KeyCost::strong);

/// Writes the content to `content`, readable by its owner alone. Throws Error{refused} when the
/// passphrase is another or the file was changed (nobody can tell which), Error{format} when it is no
/// sealed file, Error{not_found} when there is none. Nothing is left at `content` then.
void open_sealed_file(const std::filesystem::path& sealed, const std::filesystem::path& content,
                      const std::string& passphrase);

} // namespace guidepost::store
