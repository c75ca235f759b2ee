// SPDX-License-Identifier: GPL-2.0-or-later
// One window for each profile. A second start hands over what it was asked to show and ends.
//
// A socket and a lock file lie in $XDG_RUNTIME_DIR/guidepost (0700), named for the profile. The lock
// is the kernel's, so a killed program leaves nothing that stops the next one. One message is one
// line: a guidepost:// link, or "" to only show the window. The receiver answers "ok\n".
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace guidepost::desktop::platform {

class SingleInstance {
public:
    /// Throws Error{storage} when the folder or the lock cannot be made.
    explicit SingleInstance(const std::filesystem::path& profile);
    ~SingleInstance();

    /// Another program has this profile open.
    bool is_second() const;

    /// [second] True once the first one has taken the message.
    bool hand_over(const std::string& message) const;

    /// [first] Listens on a thread of its own until the object goes; `on_message` is called there.
    void listen(std::function<void(std::string)> on_message);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace guidepost::desktop::platform
