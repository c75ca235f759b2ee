// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "plugins/api/guidepost_module.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::host {

/// The library of a module in this process, and the module it made.
class LoadedModule {
public:
    LoadedModule();
    ~LoadedModule();
    LoadedModule(const LoadedModule&) = delete;
    LoadedModule& operator=(const LoadedModule&) = delete;

    /// Loads the library that is open as `fd`, where the module's own code first runs, and makes the
    /// module. Returns "" or the reason why there is none, a sentence.
    std::string load(int fd);

    /// What the library says of itself; there once its entry was found, also when it was refused.
    std::optional<std::uint32_t> abi() const { return abi_; }
    const std::string& id() const { return id_; }
    const std::string& version() const { return version_; }
    std::vector<std::string> capabilities() const;

    /// True: `answer` is what the module wrote. False: it is why there is no answer, a sentence.
    bool call(const std::string& capability, const std::string& in, std::string& answer);

private:
    static const void* extension(const gp_host*, const char*);
    static void report(const gp_host* host, gp_text message);
    std::string reason(const std::string& otherwise);

    gp_host host_;
    gp_module* module_ = nullptr;
    std::optional<std::uint32_t> abi_;
    std::string id_;
    std::string version_;
    std::string reported_;
};

} // namespace guidepost::host
