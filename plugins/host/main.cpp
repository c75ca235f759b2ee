// SPDX-License-Identifier: GPL-2.0-or-later
// guidepost-module-host: gives up what a module must not have, then loads one and carries questions to it.
// The desk starts it; plugins/api/host_protocol.h says what they say.
#include "plugins/api/host_protocol.h"
#include "plugins/host/channel.h"
#include "plugins/host/loaded_module.h"
#include "plugins/host/sandbox.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <cstdio>

#ifdef __SANITIZE_ADDRESS__
// The leak checker starts a process, which the confined host cannot.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() // NOLINT
{
    return "detect_leaks=0";
}
#endif

namespace guidepost::host {
namespace {

using Json = nlohmann::json;

/// A module's words may be no UTF-8.
std::string dumped(const Json& message)
{
    return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int run()
{
    const Channel desk;
    if (fchdir(protocol::folder_fd) != 0)
        return 1;
    const auto layers = confine(protocol::folder_fd);
    desk.send(dumped({{"confined",
                       {{"files", layers.files},
                        {"network", layers.network},
                        {"processes", layers.processes},
                        {"memory", layers.memory},
                        {"why", layers.why}}}}));
    const auto wanted = desk.receive();
    if (!wanted || Json::parse(*wanted, nullptr, false) != Json{{"load", true}})
        return 1;

    LoadedModule module;
    if (const auto why = module.load(protocol::library_fd); !why.empty()) {
        Json refused{{"refused", why}};
        if (module.abi())
            refused["abi"] = *module.abi();
        desk.send(dumped(refused));
        return 1;
    }
    seal(layers);
    desk.send(dumped({{"ready",
                       {{"abi", *module.abi()},
                        {"id", module.id()},
                        {"version", module.version()},
                        {"capabilities", module.capabilities()}}}}));

    while (const auto message = desk.receive()) {
        const auto request = Json::parse(*message, nullptr, false);
        if (!request.is_object() || !request.contains("id") || !request.contains("call") ||
            !request.contains("in"))
            return 1;
        std::string answer;
        const auto id = request["id"].dump();
        // What the module wrote is passed on as it is: whether it is JSON, the desk finds out.
        if (module.call(request["call"].get<std::string>(), request["in"].dump(), answer))
            answer = "{\"id\":" + id + ",\"out\":" + answer + "}";
        else
            answer = dumped({{"id", request["id"]}, {"failed", answer}});
        if (!desk.send(answer))
            break;
    }
    return 0;
}

} // namespace
} // namespace guidepost::host

int main()
{
    guidepost::host::switch_off_core_files();
    if (fcntl(guidepost::protocol::folder_fd, F_GETFD) < 0 ||
        fcntl(guidepost::protocol::library_fd, F_GETFD) < 0) {
        std::fputs(
            "guidepost-module-host: Guidepost starts this program for each programme module. By hand,\n"
            "use: guidepostctl module verify FOLDER\n",
            stderr);
        return 2;
    }
    return guidepost::host::run();
}
