// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/host/loaded_module.h"

#include "plugins/api/host_protocol.h"

#include <dlfcn.h>

#include <array>
#include <cstring>

namespace guidepost::host {
namespace {

constexpr std::size_t longest_reason = 2000;
constexpr std::size_t longest_name = 200;

using Call = gp_status (*)(gp_module*, gp_text, const gp_sink*);

/// Every capability is a struct of one function of the same shape.
struct Capability {
    const char* id;
    Call (*function_of)(const void* functions);
};

constexpr std::array capabilities_known{
    Capability{GUIDEPOST_SUITABILITY,
               [](const void* f) {
                   return static_cast<const gp_suitability_1*>(f)->assess;
               }},
    Capability{GUIDEPOST_PLAN,
               [](const void* f) {
                   return static_cast<const gp_plan_1*>(f)->plan;
               }},
    Capability{GUIDEPOST_ROUTING,
               [](const void* f) {
                   return static_cast<const gp_routing_1*>(f)->route;
               }},
    Capability{GUIDEPOST_FORM,
               [](const void* f) {
                   return static_cast<const gp_form_1*>(f)->fields;
               }},
    Capability{GUIDEPOST_GROUP,
               [](const void* f) {
                   return static_cast<const gp_group_1*>(f)->compose;
               }},
};

struct Answer {
    std::string text = {};
    bool is_too_large = false;
};

gp_status take(const gp_sink* sink, gp_text piece)
{
    auto& answer = *static_cast<Answer*>(sink->self);
    if (answer.is_too_large || piece.size > protocol::largest_answer - answer.text.size()) {
        answer.is_too_large = true;
        return 1;
    }
    if (piece.size > 0)
        answer.text.append(piece.data, piece.size);
    return 0;
}

std::string name(const char* text)
{
    return text ? std::string{text, strnlen(text, longest_name)} : std::string{};
}

} // namespace

LoadedModule::LoadedModule() : host_{this, extension, report}
{}

LoadedModule::~LoadedModule()
{
    if (module_ && module_->destroy)
        module_->destroy(module_);
    // The library stays loaded: what it left behind at exit may still run.
}

const void* LoadedModule::extension(const gp_host*, const char*)
{
    return nullptr; // there are none yet
}

void LoadedModule::report(const gp_host* host, gp_text message)
{
    auto& self = *static_cast<LoadedModule*>(host->self);
    self.reported_.assign(message.data ? message.data : "",
                          message.data ? std::min(message.size, longest_reason) : 0);
}

std::string LoadedModule::reason(const std::string& otherwise)
{
    auto said = std::move(reported_);
    reported_.clear();
    return said.empty() ? otherwise : said;
}

std::string LoadedModule::load(int fd)
{
    const auto path = "/proc/self/fd/" + std::to_string(fd);
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        const char* why = dlerror();
        return std::string{"The library cannot be loaded: "} + (why ? why : "no reason given") + ".";
    }
    const auto* entry = static_cast<const gp_entry*>(dlsym(library, "guidepost_module_entry"));
    if (!entry)
        return "The library has no guidepost_module_entry.";
    abi_ = entry->abi;
    if (*abi_ != GUIDEPOST_ABI)
        return "The module was made for version " + std::to_string(*abi_) +
               " of the module interface; this is version " + std::to_string(GUIDEPOST_ABI) + ".";
    id_ = name(entry->id);
    version_ = name(entry->version);
    if (!entry->create)
        return "The library makes no module.";
    module_ = entry->create(&host_);
    if (!module_)
        return reason("The module could not be made and gave no reason.");
    if (!module_->capability)
        return "The module has no capabilities.";
    return {};
}

std::vector<std::string> LoadedModule::capabilities() const
{
    std::vector<std::string> ids;
    for (const auto& known : capabilities_known)
        if (module_->capability(module_, known.id))
            ids.emplace_back(known.id);
    return ids;
}

bool LoadedModule::call(const std::string& capability, const std::string& in, std::string& answer)
{
    for (const auto& known : capabilities_known) {
        if (capability != known.id)
            continue;
        const void* functions = module_->capability(module_, known.id);
        const auto function = functions ? known.function_of(functions) : nullptr;
        if (!function)
            break;
        Answer taken;
        const gp_sink sink{&taken, take};
        reported_.clear();
        const auto status = function(module_, {in.data(), in.size()}, &sink);
        if (taken.is_too_large)
            answer = "The answer is larger than 1 MiB.";
        else if (status != 0)
            answer = reason("The module failed and gave no reason.");
        else
            answer = std::move(taken.text);
        return status == 0 && !taken.is_too_large;
    }
    answer = "The module does not have " + capability + ".";
    return false;
}

} // namespace guidepost::host
