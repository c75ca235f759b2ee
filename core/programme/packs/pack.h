// SPDX-License-Identifier: GPL-2.0-or-later
// A module pack: the files of a module with two more, by which they are known to be whole and whose they
// are.
//
//   checksums   one line for every other file but the signature, ordered by path:
//               SHA-256 as 64 hexadecimal digits, two spaces, path. As sha256sum writes and reads it
//   signature   three lines, exactly:
//               guidepost-module-signature-1
//               64 hexadecimal digits: the public key
//               128 hexadecimal digits: Ed25519 over "guidepost-module-checksums-1\n" and the checksums
//
// Signing the list instead of the archive lets a folder be a pack too, and an installed one be verified again
// at every start. A key is trusted when a file NAME.pub with its 64 digits lies in the folder of keys that an
// administrator keeps.
#pragma once

#include "core/programme/packs/manifest.h"
#include "core/programme/packs/pack_files.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace guidepost::programme {

/// Public key (64 hexadecimal digits) to the name its file has.
using TrustedKeys = std::map<std::string, std::string>;

/// A folder that is not there has no keys; a file that holds none is passed over.
TrustedKeys read_trusted_keys(const std::filesystem::path& folder);

/// A pack that was found whole.
struct VerifiedPack {
    ModuleManifest manifest = {};
    std::string signer = {}; ///< the name of the key; "" when nobody signed
    PackFiles files = {};    ///< without checksums and signature
    std::string checksums = {};
    std::string signature = {};
};

/// Throws Error{format} when a file is missing, too many, or not as the checksums say, when the manifest or
/// the guidance does not belong to the module; Error{refused} when the signature is wrong or the key is not
/// trusted. Who may go without a signature, the caller decides.
VerifiedPack verify_pack(PackFiles files, const TrustedKeys& keys);

/// The two files for a pack, for those who publish modules. The secret key is libsodium's, 64 bytes; one of
/// another size throws Error{usage}.
std::string make_checksums(const PackFiles& files);
std::string make_signature(std::string_view checksums, std::string_view secret_key);

struct SigningKey {
    std::string secret = {};     ///< 64 bytes
    std::string public_hex = {}; ///< as a NAME.pub holds it
};
SigningKey make_signing_key();

} // namespace guidepost::programme
