// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace guidepost {

/// What kind of thing went wrong: decides the exit code and which sentence a person reads.
enum class Errc {
    failure = 1, ///< anything without a better name
    usage,       ///< the request itself makes no sense
    not_found,   ///< named thing does not exist
    refused,     ///< rights or safety say no
    conflict,    ///< someone else changed it first
    storage,     ///< the store cannot be read or written, or is damaged
    search,      ///< the index cannot be read or written, or is damaged
    format,      ///< input does not have the form it should have
    cancelled,   ///< a person stopped it
};

/// An operation that cannot go on. `what()` is a plain sentence: what, why, what to do.
/// It never carries case text.
class Error : public std::runtime_error {
public:
    Error(Errc code, const std::string& what) : std::runtime_error{what}, code_{code} {}
    Errc code() const noexcept { return code_; }

private:
    Errc code_;
};

} // namespace guidepost
