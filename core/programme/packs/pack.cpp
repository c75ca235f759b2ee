// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/packs/pack.h"

#include "core/guidance/pack.h"
#include "core/programme/packs/yaml_file.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

namespace guidepost::programme {
namespace {

constexpr std::string_view signed_prefix = "guidepost-module-checksums-1\n";
constexpr std::string_view signature_head = "guidepost-module-signature-1";
constexpr std::size_t hex_of_key = crypto_sign_PUBLICKEYBYTES * 2;
constexpr std::size_t hex_of_signature = crypto_sign_BYTES * 2;

using PublicKey = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;
using Signature = std::array<unsigned char, crypto_sign_BYTES>;

[[noreturn]] void broken(const std::string& why)
{
    throw Error{Errc::format, fmt::format("The module pack is not whole: {}.", why)};
}

[[noreturn]] void refuse(const std::string& why)
{
    throw Error{Errc::refused, why};
}

void start_sodium()
{
    if (sodium_init() < 0)
        throw Error{Errc::failure, "The library that checks signatures cannot be used."};
}

bool is_lower_hex(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

template <class Bytes>
bool from_hex(std::string_view text, Bytes& bytes)
{
    std::size_t length = 0;
    return text.size() == bytes.size() * 2 && is_lower_hex(text) &&
           sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr) ==
               0 &&
           length == bytes.size();
}

std::string to_hex(const unsigned char* bytes, std::size_t size)
{
    std::string text(size * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, size);
    text.pop_back();
    return text;
}

std::string signed_text(std::string_view checksums)
{
    return std::string{signed_prefix} + std::string{checksums};
}

/// What the pack holds beside what its module.yaml names: data by kind, and that one library.
void check_kinds(const VerifiedPack& pack)
{
    static constexpr std::array<std::string_view, 4> data{".yaml", ".md", ".tsv", ".json"};
    for (const auto& [path, bytes] : pack.files) {
        const auto is_data = std::any_of(data.begin(), data.end(),
                                         [&, &name = path](auto ending) { return name.ends_with(ending); });
        if (!is_data && path != pack.manifest.code_file)
            broken(fmt::format("{} is nothing a module has", path));
    }
    if (!pack.manifest.code_file.empty() && !pack.files.contains(pack.manifest.code_file))
        broken(fmt::format("the library {} is missing", pack.manifest.code_file));
}

/// Guidance goes by the name of its module: a pack cannot speak as another source.
void check_guidance(const VerifiedPack& pack)
{
    const auto manifest = pack.files.find("guidance/pack.yaml");
    const bool has_guidance = std::any_of(pack.files.begin(), pack.files.end(), [](const auto& file) {
        return file.first.starts_with("guidance/");
    });
    if (!has_guidance)
        return;
    if (manifest == pack.files.end())
        broken("guidance/pack.yaml is missing");
    const YamlFile yaml{"guidance/pack.yaml", manifest->second};
    if (yaml.text(yaml.top(), "id") != pack.manifest.id)
        broken("its guidance belongs to another module");
    for (const auto& [path, bytes] : pack.files)
        if (path.ends_with("/pack.yaml") && path != "guidance/pack.yaml")
            broken(fmt::format("{} is nothing a module has", path));
}

/// The name of the key that signed.
std::string signer_of(const VerifiedPack& pack, const TrustedKeys& keys)
{
    const auto& text = pack.signature;
    const auto head = std::string{signature_head} + "\n";
    if (text.size() != head.size() + hex_of_key + 1 + hex_of_signature + 1 || !text.starts_with(head) ||
        text[head.size() + hex_of_key] != '\n' || text.back() != '\n')
        broken("the signature does not have its form");
    const auto key_text = text.substr(head.size(), hex_of_key);
    PublicKey key{};
    Signature signature{};
    if (!from_hex(key_text, key) ||
        !from_hex(std::string_view{text}.substr(head.size() + hex_of_key + 1, hex_of_signature), signature))
        broken("the signature does not have its form");
    const auto known = keys.find(key_text);
    if (known == keys.end())
        refuse("The pack is signed with a key that is not trusted here. An administrator can add it.");
    start_sodium();
    const auto message = signed_text(pack.checksums);
    if (crypto_sign_verify_detached(signature.data(), reinterpret_cast<const unsigned char*>(message.data()),
                                    message.size(), key.data()) != 0)
        refuse(fmt::format("The signature is not that of {}: the pack was changed after it was signed.",
                           known->second));
    return known->second;
}

} // namespace

std::string make_checksums(const PackFiles& files)
{
    std::string text;
    for (const auto& [path, bytes] : files)
        if (path != "checksums" && path != "signature")
            text += sha256(bytes) + "  " + path + "\n";
    return text;
}

std::string make_signature(std::string_view checksums, std::string_view secret_key)
{
    start_sodium();
    if (secret_key.size() != crypto_sign_SECRETKEYBYTES)
        throw Error{Errc::usage, "A secret key has 64 bytes."};
    const auto* secret = reinterpret_cast<const unsigned char*>(secret_key.data());
    PublicKey key{};
    crypto_sign_ed25519_sk_to_pk(key.data(), secret);
    Signature signature{};
    const auto message = signed_text(checksums);
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(message.data()),
                         message.size(), secret);
    return fmt::format("{}\n{}\n{}\n", signature_head, to_hex(key.data(), key.size()),
                       to_hex(signature.data(), signature.size()));
}

SigningKey make_signing_key()
{
    start_sodium();
    PublicKey key{};
    SigningKey made{.secret = std::string(crypto_sign_SECRETKEYBYTES, '\0')};
    crypto_sign_keypair(key.data(), reinterpret_cast<unsigned char*>(made.secret.data()));
    made.public_hex = to_hex(key.data(), key.size());
    return made;
}

TrustedKeys read_trusted_keys(const std::filesystem::path& folder)
{
    TrustedKeys keys;
    std::error_code error; // no folder: no keys
    for (const auto& entry : std::filesystem::directory_iterator{folder, error}) {
        if (entry.path().extension() != ".pub")
            continue;
        std::string key;
        try {
            key = trimmed(read_file(entry.path(), 1024));
        } catch (const Error&) {
            continue; // a pack signed with it is refused, and says so
        }
        if (PublicKey bytes{}; from_hex(key, bytes))
            keys.emplace(key, entry.path().stem().string());
    }
    return keys;
}

VerifiedPack verify_pack(PackFiles files, const TrustedKeys& keys)
{
    VerifiedPack pack;
    const auto take = [&](const char* name) {
        auto node = files.extract(name);
        return node ? std::move(node.mapped()) : std::string{};
    };
    const bool is_signed = files.contains("signature");
    const bool has_checksums = files.contains("checksums");
    pack.checksums = take("checksums");
    pack.signature = take("signature");
    pack.files = std::move(files);
    if (!has_checksums)
        broken("it has no checksums");
    // The list is made anew and compared as text: one form, nothing to interpret.
    if (pack.checksums != make_checksums(pack.files))
        broken("its files are not those of its checksums");
    if (is_signed)
        pack.signer = signer_of(pack, keys);
    const auto manifest = pack.files.find("module.yaml");
    if (manifest == pack.files.end())
        broken("it has no module.yaml");
    pack.manifest = parse_module_manifest(manifest->second);
    check_kinds(pack);
    check_guidance(pack);
    return pack;
}

} // namespace guidepost::programme
