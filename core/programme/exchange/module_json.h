// SPDX-License-Identifier: GPL-2.0-or-later
// JSON from somebody who may lie. What is taken from it has the form the schemas promise, or is refused
// with a sentence that names the place.
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

/// Discarded (`is_discarded()`) when the text is no JSON, no UTF-8, or nested deeper than 32.
nlohmann::json parse_untrusted(std::string_view text);

/// Without control characters; a line feed becomes a space.
std::string plain_words(std::string_view text);

/// One object of an answer and where it stands in it. Everything throws Error{format}.
class ObjectReader {
public:
    static constexpr std::size_t longest_text = 2000;

    /// `place` is how messages call it: "options[2]".
    ObjectReader(const nlohmann::json& value, std::string place);

    bool has(const char* key) const;

    /// Plain text, not empty, of at most longest_text bytes.
    std::string text(const char* key) const;
    /// "" when left out or empty.
    std::string text_or_none(const char* key) const;
    /// Text that is a slug.
    std::string slug(const char* key) const;
    /// One of the words.
    std::string word(const char* key, const std::vector<std::string_view>& words) const;
    std::optional<int> whole(const char* key, int least, int most) const;
    std::optional<double> number(const char* key) const;
    std::optional<bool> yes_no(const char* key) const;
    /// Texts, each not empty; none when left out.
    std::vector<std::string> texts(const char* key, std::size_t most) const;
    /// The objects of a list. Throws when it is left out, has more than `most` or fewer than `least`.
    std::vector<ObjectReader> objects(const char* key, std::size_t least, std::size_t most) const;
    std::vector<ObjectReader> objects_or_none(const char* key, std::size_t most) const;
    /// The object of a key; none when left out.
    std::optional<ObjectReader> object(const char* key) const;
    /// Throws unless "version" is 1.
    void version_is_one() const;

    [[noreturn]] void fail(std::string_view key, std::string_view what) const;

private:
    const nlohmann::json* find(const char* key) const;
    std::string plain(const nlohmann::json& value, std::string_view key) const;

    const nlohmann::json* value_;
    std::string place_;
};

} // namespace guidepost::programme
