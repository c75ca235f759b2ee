// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/sealed_file.h"

#include "core/text/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>

namespace guidepost::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "guidepost-sealed-1\n";
constexpr std::size_t piece = 64 * 1024;
constexpr std::size_t sealed_piece = piece + crypto_secretstream_xchacha20poly1305_ABYTES;
/// More than this is asked for by nobody but a file that wants to exhaust the computer.
constexpr std::uint64_t most_operations = 16, most_memory = 1ULL << 30;

using Bytes = std::vector<unsigned char>;

class File {
public:
    File(const fs::path& path, int flags) : path_{path}, handle_{open(path.c_str(), flags | O_CLOEXEC, 0600)}
    {
        if (handle_ < 0 && errno == ENOENT)
            throw Error{Errc::not_found, fmt::format("There is no file {}.", path.string())};
        if (handle_ < 0)
            fail("cannot be opened");
    }
    ~File()
    {
        if (handle_ >= 0)
            close(handle_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    /// As many bytes as there are, `size` at most.
    std::size_t read(unsigned char* data, std::size_t size) const
    {
        std::size_t done = 0;
        while (done < size) {
            const auto count = ::read(handle_, data + done, size - done);
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                fail("cannot be read");
            if (count == 0)
                break;
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

    void write(const unsigned char* data, std::size_t size) const
    {
        while (size > 0) {
            const auto count = ::write(handle_, data, size);
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                fail("cannot be written");
            data += count;
            size -= static_cast<std::size_t>(count);
        }
    }

    void to_disk() const
    {
        if (fsync(handle_) != 0)
            fail("cannot be written");
    }

private:
    [[noreturn]] void fail(const char* what) const
    {
        throw Error{Errc::storage, fmt::format("{} {}: {}.", path_.string(), what, std::strerror(errno))};
    }

    fs::path path_;
    int handle_;
};

/// Goes away unless it is kept.
class Unfinished {
public:
    explicit Unfinished(fs::path path) : path_{std::move(path)} {}
    ~Unfinished()
    {
        std::error_code ignored; // left behind at worst
        if (!path_.empty())
            fs::remove(path_, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    void keep() { path_.clear(); }

private:
    fs::path path_;
};

struct Key {
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> bytes{};
    Key() = default;
    ~Key() { sodium_memzero(bytes.data(), bytes.size()); }
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
};

void put_number(Bytes& bytes, std::uint64_t number)
{
    for (int i = 0; i < 8; ++i, number >>= 8)
        bytes.push_back(static_cast<unsigned char>(number & 0xFF));
}

std::uint64_t number_at(const Bytes& bytes, std::size_t at)
{
    std::uint64_t number = 0;
    for (std::size_t i = 8; i-- > 0;)
        number = number << 8 | bytes.at(at + i);
    return number;
}

constexpr std::size_t head_size = magic.size() + 16 + crypto_pwhash_SALTBYTES;

void start_sodium()
{
    if (sodium_init() < 0)
        throw Error{Errc::failure, "The cryptography library could not start on this computer."};
}

void make_key(Key& key, const std::string& passphrase, const Bytes& head)
{
    const auto* salt = head.data() + magic.size() + 16;
    if (crypto_pwhash(key.bytes.data(), key.bytes.size(), passphrase.data(), passphrase.size(), salt,
                      number_at(head, magic.size()), number_at(head, magic.size() + 8),
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw Error{Errc::failure, "There is not enough free memory to work out the key of the passphrase."};
}

} // namespace

void seal_file(const fs::path& content, const fs::path& sealed, const std::string& passphrase, KeyCost cost)
{
    start_sodium();
    Bytes head{magic.begin(), magic.end()};
    put_number(head, cost == KeyCost::strong ? crypto_pwhash_OPSLIMIT_MODERATE : crypto_pwhash_OPSLIMIT_MIN);
    put_number(head, cost == KeyCost::strong ? crypto_pwhash_MEMLIMIT_MODERATE : crypto_pwhash_MEMLIMIT_MIN);
    head.resize(head_size);
    randombytes_buf(head.data() + head_size - crypto_pwhash_SALTBYTES, crypto_pwhash_SALTBYTES);
    Key key;
    make_key(key, passphrase, head);

    crypto_secretstream_xchacha20poly1305_state state;
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> stream_head{};
    crypto_secretstream_xchacha20poly1305_init_push(&state, stream_head.data(), key.bytes.data());

    auto beside = sealed;
    beside += ".part";
    const File in{content, O_RDONLY};
    Unfinished unfinished{beside};
    {
        const File out{beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW};
        out.write(head.data(), head.size());
        out.write(stream_head.data(), stream_head.size());
        Bytes now(piece), next(piece), closed(sealed_piece);
        auto size = in.read(now.data(), piece);
        for (bool is_last = false; !is_last;) {
            const auto following = in.read(next.data(), piece);
            is_last = following == 0;
            unsigned long long closed_size = 0;
            crypto_secretstream_xchacha20poly1305_push(
                &state, closed.data(), &closed_size, now.data(), size, head.data(), head.size(),
                is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
            out.write(closed.data(), closed_size);
            now.swap(next);
            size = following;
        }
        sodium_memzero(now.data(), now.size());
        sodium_memzero(next.data(), next.size());
        out.to_disk();
    }
    std::error_code failed;
    fs::rename(beside, sealed, failed);
    if (failed)
        throw Error{Errc::storage,
                    fmt::format("{} cannot be written: {}.", sealed.string(), failed.message())};
    unfinished.keep();
    File{fs::absolute(sealed).parent_path(), O_RDONLY | O_DIRECTORY}.to_disk();
}

void open_sealed_file(const fs::path& sealed, const fs::path& content, const std::string& passphrase)
{
    start_sodium();
    const auto no_sealed_file = [&] {
        throw Error{Errc::format,
                    fmt::format("{} is no backup of Guidepost, or it was cut off.", sealed.string())};
    };
    const auto changed = [&] {
        throw Error{Errc::refused,
                    fmt::format("{} does not open: the passphrase is another one, or the file was "
                                "changed after it was written.",
                                sealed.string())};
    };
    const File in{sealed, O_RDONLY};
    Bytes head(head_size);
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> stream_head{};
    if (in.read(head.data(), head.size()) != head.size() ||
        std::memcmp(head.data(), magic.data(), magic.size()) != 0 ||
        in.read(stream_head.data(), stream_head.size()) != stream_head.size())
        no_sealed_file();
    const auto operations = number_at(head, magic.size()), memory = number_at(head, magic.size() + 8);
    if (operations < crypto_pwhash_OPSLIMIT_MIN || operations > most_operations ||
        memory < crypto_pwhash_MEMLIMIT_MIN || memory > most_memory)
        no_sealed_file();
    Key key;
    make_key(key, passphrase, head);
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, stream_head.data(), key.bytes.data()) != 0)
        changed();

    const File out{content, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW};
    Unfinished unfinished{content};
    Bytes closed(sealed_piece), opened(piece);
    for (bool is_last = false; !is_last;) {
        const auto size = in.read(closed.data(), closed.size());
        unsigned char tag = 0;
        unsigned long long opened_size = 0;
        if (size < crypto_secretstream_xchacha20poly1305_ABYTES ||
            crypto_secretstream_xchacha20poly1305_pull(&state, opened.data(), &opened_size, &tag,
                                                       closed.data(), size, head.data(), head.size()) != 0)
            changed();
        is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        out.write(opened.data(), opened_size);
    }
    sodium_memzero(opened.data(), opened.size());
    if (unsigned char more = 0; in.read(&more, 1) != 0)
        changed();
    out.to_disk();
    unfinished.keep();
}

} // namespace guidepost::store
