// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/output.h"

#include "core/text/error.h"
#include "core/text/text.h"
#include "core/text/wrap.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace guidepost::terminal {
namespace {

constexpr std::size_t usual_width = 80, narrowest = 40, widest = 100;

std::string_view from_environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::size_t columns_of_terminal()
{
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return usual_width;
    return std::clamp<std::size_t>(size.ws_col, narrowest, widest);
}

void replace_all(std::string& text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

std::string valid_utf8(std::string_view text)
{
    std::string result;
    while (const auto bad = first_invalid_utf8(text)) {
        result += text.substr(0, *bad);
        result += "\xEF\xBF\xBD"; // the replacement character
        text.remove_prefix(*bad + 1);
    }
    return result += text;
}

/// JSON lets DEL and the controls from U+0080 on stand as they are; a terminal would obey them.
std::string without_raw_controls(std::string_view json)
{
    std::string result;
    result.reserve(json.size());
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto byte = static_cast<unsigned char>(json[i]);
        const auto next = i + 1 < json.size() ? static_cast<unsigned char>(json[i + 1]) : 0u;
        if (byte == 0x7F) {
            result += "\\u007f";
        } else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {
            result += fmt::format("\\u{:04x}", next);
            ++i;
        } else {
            result += json[i];
        }
    }
    return result;
}

} // namespace

Output::Output()
    : to_terminal_{isatty(STDOUT_FILENO) == 1},
      has_style_{to_terminal_ && from_environment("NO_COLOR").empty() && from_environment("TERM") != "dumb"},
      width_{to_terminal_ ? columns_of_terminal() : usual_width}
{}

void Output::add_raw(std::string_view bytes)
{
    data_ += to_terminal_ ? clean(bytes) : std::string{bytes};
}

void Output::add_json(const nlohmann::ordered_json& json)
{
    data_ += without_raw_controls(
        json.dump(to_terminal_ ? 2 : -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    data_ += '\n';
}

std::string Output::bold(std::string_view text) const
{
    return has_style_ ? fmt::format("\033[1m{}\033[0m", text) : std::string{text};
}

std::string Output::styled(std::string text) const
{
    replace_all(text, bold_on, has_style_ ? "\033[1m" : "");
    replace_all(text, bold_off, has_style_ ? "\033[0m" : "");
    return text;
}

void Output::flush()
{
    for (std::string_view rest = data_; !rest.empty();) {
        const auto written = write(STDOUT_FILENO, rest.data(), rest.size());
        if (written < 0 && errno == EPIPE)
            break;
        if (written < 0 && errno != EINTR)
            throw Error{Errc::failure,
                        fmt::format("The output cannot be written: {}.", std::strerror(errno))};
        if (written > 0)
            rest.remove_prefix(static_cast<std::size_t>(written));
    }
    data_.clear();
}

void Output::message(std::string_view text)
{
    const auto line = clean(text) + "\n";
    for (std::string_view rest = line; !rest.empty();) {
        const auto written = write(STDERR_FILENO, rest.data(), rest.size());
        if (written < 0 && errno != EINTR)
            return; // nobody listens, and there is nowhere left to say so
        if (written > 0)
            rest.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::string clean(std::string_view text)
{
    auto result = printable(valid_utf8(text));
    replace_all(result, bold_on, "");
    replace_all(result, bold_off, "");
    return result;
}

} // namespace guidepost::terminal
