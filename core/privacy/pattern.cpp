// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/pattern.h"

#include "core/text/error.h"

#include <fmt/format.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>

namespace guidepost::privacy {
namespace {

/// \d as the digits of ASCII. Plain text has no others, and PCRE2 leaps to them.
std::string with_ascii_digits(std::string_view expression)
{
    std::string result;
    bool is_in_class = false;
    for (std::size_t at = 0; at < expression.size(); ++at) {
        if (expression[at] == '\\' && at + 1 < expression.size()) {
            const char escaped = expression[++at];
            result += escaped != 'd' ? std::string{'\\', escaped} : is_in_class ? "0-9" : "[0-9]";
            continue;
        }
        is_in_class = expression[at] == '[' || (is_in_class && expression[at] != ']');
        result += expression[at];
    }
    return result;
}

} // namespace

Pattern::Pattern(const std::string& written) : code_{nullptr, pcre2_code_free_8}
{
    const auto expression = with_ascii_digits(written);
    int error = 0;
    PCRE2_SIZE at = 0;
    constexpr auto options = PCRE2_CASELESS | PCRE2_UTF | PCRE2_UCP | PCRE2_EXTENDED | PCRE2_NO_UTF_CHECK;
    code_.reset(pcre2_compile_8(reinterpret_cast<PCRE2_SPTR8>(expression.data()), expression.size(), options,
                                &error, &at, nullptr));
    if (!code_)
        throw Error{Errc::failure,
                    fmt::format("an expression does not read at {} (error {}): {}", at, error, expression)};
    // Where a system forbids code made at run time, matching is slower and finds the same.
    pcre2_jit_compile_8(code_.get(), PCRE2_JIT_COMPLETE);
}

Pattern::~Pattern() = default;

void Pattern::for_each(std::string_view plain, const std::function<bool(const Match&)>& take) const
{
    const std::unique_ptr<pcre2_match_data_8, void (*)(pcre2_match_data_8*)> data{
        pcre2_match_data_create_8(most_groups, nullptr), pcre2_match_data_free_8};
    for (std::size_t from = 0; from < plain.size();) {
        const int count = pcre2_match_8(code_.get(), reinterpret_cast<PCRE2_SPTR8>(plain.data()),
                                        plain.size(), from, PCRE2_NO_UTF_CHECK, data.get(), nullptr);
        if (count < 0)
            return;
        const auto* places = pcre2_get_ovector_pointer_8(data.get());
        Match match;
        for (std::size_t i = 0; i < std::min(match.size(), static_cast<std::size_t>(count)); ++i)
            if (places[2 * i] != PCRE2_UNSET)
                match.at(i) = {places[2 * i], places[2 * i + 1]};
        const bool is_taken = take(match) && match[0].end > match[0].start;
        from = is_taken ? match[0].end : match[0].start + 1;
        while (from < plain.size() && (static_cast<unsigned char>(plain[from]) & 0xC0U) == 0x80U)
            ++from;
    }
}

bool Pattern::is_in(std::string_view plain) const
{
    const std::unique_ptr<pcre2_match_data_8, void (*)(pcre2_match_data_8*)> data{
        pcre2_match_data_create_8(1, nullptr), pcre2_match_data_free_8};
    return pcre2_match_8(code_.get(), reinterpret_cast<PCRE2_SPTR8>(plain.data()), plain.size(), 0,
                         PCRE2_NO_UTF_CHECK, data.get(), nullptr) >= 0;
}

} // namespace guidepost::privacy
