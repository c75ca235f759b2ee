// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guidepost::host {

/// Messages to and from the desk, as plugins/api/host_protocol.h describes them.
class Channel {
public:
    /// Takes stdin and stdout over and leaves nothing in their place: a module that prints does not
    /// disturb. Closes every other file but those the protocol names.
    Channel();

    /// Waits for the next message. None at the end of input, and when what comes is no message.
    std::optional<std::string> receive() const;

    /// False when the desk has gone.
    bool send(std::string_view message) const;

private:
    int in_ = -1;
    int out_ = -1;
};

} // namespace guidepost::host
